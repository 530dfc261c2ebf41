import { useEffect, useRef } from 'react';

const savers: { current: () => Promise<void> }[] = [];

/** What must be kept before the counter locks: an intake saves the draft she is typing. */
export const useBeforeLock = (save: () => Promise<void>): void => {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    savers.push(latest);
    return () => {
      savers.splice(savers.indexOf(latest), 1);
    };
  }, []);
};

/** Runs everything that must be kept; a saver that fails does not keep the counter open. */
export const saveBeforeLock = async (): Promise<void> => {
  await Promise.allSettled(savers.map((saver) => saver.current()));
};
