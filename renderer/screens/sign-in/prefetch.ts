/** Loads the counter and its first screen while the clerk types her password; returns how to call it off. */
export const prefetchCounter = (): (() => void) => {
  const load = async () => {
    await import('../../counter.tsx');
    await import('../today/today-screen.tsx');
  };
  const handle = window.requestIdleCallback(() => void load(), { timeout: 2000 });
  return () => window.cancelIdleCallback(handle);
};
