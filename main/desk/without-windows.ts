import type { DeskParts } from './make-desk.ts';

/** The parts of a desk that nobody sits at, for tests, benches and tools: nothing is asked of a person, shown, printed or copied. */
export const withoutWindows = {
  language: 'vi',
  highContrast: false,
  dialogs: {
    openFiles: () => Promise.resolve(null),
    openFolder: () => Promise.resolve(null),
    saveFile: () => Promise.resolve(null),
  },
  printing: () => Promise.reject(new Error('no printing without windows')),
  startProcess: () => {
    throw new Error('nothing is signed without windows');
  },
  tell: () => undefined,
  openWindow: () => undefined,
  copyText: () => undefined,
} as const satisfies Partial<DeskParts>;
