import { ask } from './bridge.ts';

/** What the window is ready for: inspectors and benches wait for it, and for the mark `quay-ready`. */
export type Readiness = 'setup' | 'signIn' | 'open' | 'damaged' | 'recoveryCode';

let isFirst = true;

/** Says that the screen in front can be used now. Call from an effect, after the screen has its focus. */
export const markReady = (readiness: Readiness): void => {
  document.documentElement.dataset['ready'] = readiness;
  performance.mark('quay-ready', { detail: readiness });
  if (!isFirst) return;
  isFirst = false;
  // Once the first screen is painted, main has time for the rest.
  requestAnimationFrame(() => setTimeout(() => void ask('app.makeReady', {})));
};
