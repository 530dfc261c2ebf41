import { ask } from './bridge.ts';

/** What the window is ready for: inspectors and benches wait for it, and for the mark `quay-ready`. */
export type Readiness = 'setup' | 'signIn' | 'open' | 'damaged' | 'recoveryCode';

let isFirst = true;

/** From the first screen painted to main reading what comes after sign-in. */
const quietMs = 300;

/** Says that the screen in front can be used now. Call from an effect, after the screen has its focus. */
export const markReady = (readiness: Readiness): void => {
  document.documentElement.dataset['ready'] = readiness;
  performance.mark('quay-ready', { detail: readiness });
  if (!isFirst) return;
  isFirst = false;
  // Keys come through main, which the rest of its code holds up: the painted screen is left alone for a moment.
  requestAnimationFrame(() => setTimeout(() => void ask('app.makeReady', {}), quietMs));
};
