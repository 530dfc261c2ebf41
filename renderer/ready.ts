/** What the window is ready for: inspectors and benches wait for it, and for the mark `quay-ready`. */
export type Readiness = 'setup' | 'signIn' | 'open' | 'damaged' | 'recoveryCode';

/** Says that the screen in front can be used now. Call from an effect, after the screen has its focus. */
export const markReady = (readiness: Readiness): void => {
  document.documentElement.dataset['ready'] = readiness;
  performance.mark('quay-ready', { detail: readiness });
};
