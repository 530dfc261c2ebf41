import { contextBridge, ipcRenderer } from 'electron';
import type { Preload, Telling } from '../shared/contract.ts';

/** Two functions, nothing else: what a window may ask is decided in main (shared/contract.ts). */
const quay = {
  ask: (method, input) => ipcRenderer.invoke('ask', method, input),
  listen: (hear) => {
    const forward = (_event: unknown, telling: Telling): void => hear(telling);
    ipcRenderer.on('tell', forward);
    return () => {
      ipcRenderer.off('tell', forward);
    };
  },
} satisfies Preload;

contextBridge.exposeInMainWorld('quay', quay);
