import { useEffect, useState } from 'react';

/**
 * The counter's time, milliseconds: the business clock main told (a trial or a corrected one) running on with this PC's. Redraws
 * each half minute.
 */
export const useClock = (told: number): number => {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = window.setInterval(() => setPassed(performance.now() - start), 30_000);
    return () => {
      window.clearInterval(timer);
      setPassed(0);
    };
  }, [told]);
  return told + passed;
};
