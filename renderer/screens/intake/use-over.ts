import { useCallback, useEffect, useRef, useState } from 'react';

/** What lies over the page; at most one at a time. */
export type Over = 'preview' | 'guide' | 'refuse' | 'drop' | 'sheets';

/**
 * Opens and closes what lies over the page. Given up, the cursor goes back to where it was; done, the page decides where it
 * goes (the dialogs themselves are told not to return it).
 */
export const useOver = () => {
  const [over, setOver] = useState<Over | null>(null);
  const before = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (over !== null) return;
    before.current?.focus();
    before.current = null;
  }, [over]);

  const open = useCallback((one: Over) => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOver(one);
  }, []);
  const giveUp = useCallback(() => setOver(null), []);
  const finish = useCallback(() => {
    before.current = null;
    setOver(null);
  }, []);

  return { over, open, giveUp, finish };
};
