/** Loads the counter's code while the clerk types her password; returns how to call it off. */
export const prefetchCounter = (): (() => void) => {
  const handle = window.requestIdleCallback(() => void import('../../counter.tsx'), { timeout: 2000 });
  return () => window.cancelIdleCallback(handle);
};
