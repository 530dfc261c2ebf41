import { BrowserWindow, ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import type { Telling, WindowClass } from '../shared/contract.ts';
import { fail } from '../shared/faults.ts';
import type { Result } from '../shared/faults.ts';
import { counterOrigin, findWindowClass } from './window.ts';

/** Who is asking, once main has made sure: one of its own windows, its top frame, still on its own page. */
const findSender = (event: IpcMainInvokeEvent): WindowClass | undefined => {
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return undefined;
  if (!frame.url.startsWith(`${counterOrigin}/`)) return undefined;
  return findWindowClass(event.sender);
};

/** The only door: one channel in. `dispatch` parses, checks rights, runs, and never throws. */
export const openDoor = (
  dispatch: (windowClass: WindowClass, method: string, input: unknown) => Promise<Result<unknown>>,
): void => {
  ipcMain.handle('ask', (event, method: unknown, input: unknown): Promise<Result<unknown>> => {
    const sender = findSender(event);
    if (!sender) return Promise.resolve(fail('notThisWindow'));
    if (typeof method !== 'string') return Promise.resolve(fail('malformedCall'));
    return dispatch(sender, method, input);
  });
};

/** Tells every counter window; called after the commit and never before. */
export const tellAll = (telling: Telling): void => {
  for (const window of BrowserWindow.getAllWindows())
    if (findWindowClass(window.webContents) === 'counter') window.webContents.send('tell', telling);
};
