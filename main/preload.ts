import { contextBridge, ipcRenderer } from 'electron';
import type { Preload, Telling } from '../shared/contract.ts';

/**
 * The page's first question, asked before its script is read: main answers meanwhile. Void as soon as main tells anything, for the page has not
 * heard it yet.
 */
let status: ReturnType<Preload['ask']> | undefined = ipcRenderer.invoke('ask', 'app.status', {});
const forgetStatus = (): void => {
  status = undefined;
};
ipcRenderer.once('tell', forgetStatus);

const askedAlready = (method: string): ReturnType<Preload['ask']> | undefined => {
  if (method !== 'app.status') return undefined;
  const asked = status;
  forgetStatus();
  return asked;
};

/** Two functions, nothing else: what a window may ask is decided in main (shared/contract.ts). */
const quay = {
  ask: (method, input) => askedAlready(method) ?? ipcRenderer.invoke('ask', method, input),
  listen: (hear) => {
    const forward = (_event: unknown, telling: Telling): void => hear(telling);
    ipcRenderer.on('tell', forward);
    return () => {
      ipcRenderer.off('tell', forward);
    };
  },
} satisfies Preload;

contextBridge.exposeInMainWorld('quay', quay);
