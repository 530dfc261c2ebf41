import { useEffect, useState } from 'react';

/** Milliseconds still to wait until `until` (milliseconds since the epoch), counted down each second; 0 when over. */
export const useCountdown = (until: number): number => {
  const [now, setNow] = useState(() => Date.now());
  const waiting = until > now;
  useEffect(() => {
    if (until <= Date.now()) return undefined;
    const look = () => setNow(Date.now());
    const first = window.setTimeout(look);
    const timer = window.setInterval(look, 1000);
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [until]);
  return waiting ? until - now : 0;
};

/** '4:05' of a wait in milliseconds, rounded up to the second. */
export const countdownText = (wait: number): string => {
  const seconds = Math.ceil(wait / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
