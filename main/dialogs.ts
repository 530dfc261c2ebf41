import { BrowserWindow, app, dialog } from 'electron';
import { join } from 'node:path';
import { messagesIn } from '../shared/messages/index.ts';
import type { Desk, Dialogs } from './desk/desk.ts';

const extensions = {
  pack: ['json', 'quaypack'],
  attachment: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'],
  statement: ['csv', 'txt', 'xlsx'],
  driver: process.platform === 'win32' ? ['dll'] : ['*'],
  certificate: ['p12', 'pfx'],
  trust: ['crt', 'cer', 'pem', 'der', 'crl', 'p7b', 'p7c'],
  picture: ['png'],
  carry: ['quaygui'],
  acknowledgement: ['quaynhan'],
};

/** Of these any number is chosen at once. */
const several: ReadonlySet<keyof typeof extensions> = new Set(['attachment', 'trust']);

/** Native dialogs in the clerk's language. */
export const dialogsIn = (language: () => Desk['language']): Dialogs => {
  const words = () => messagesIn(language()).common.dialogs;
  const ask = async (options: Electron.OpenDialogOptions): Promise<string[] | null> => {
    const parent = BrowserWindow.getFocusedWindow();
    const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return answer.canceled ? null : answer.filePaths;
  };
  return {
    openFiles: (kind) =>
      ask({
        properties: several.has(kind) ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [{ name: words()[kind], extensions: extensions[kind] }],
      }),
    openFolder: async () => (await ask({ properties: ['openDirectory', 'createDirectory'] }))?.[0] ?? null,
    saveFile: async (suggested) => {
      const answer = await dialog.showSaveDialog({ defaultPath: join(app.getPath('documents'), suggested) });
      return answer.canceled ? null : answer.filePath;
    },
  };
};
