import type Log from 'electron-log/node';

let path: string | undefined;
let opened: Promise<typeof Log> | undefined;

/** Rotating log beside the vault; never a citizen's data, a password or a key: only our own names and codes. */
export const openLog = (file: string): void => {
  path = file;
};

/** The library is read with the first line there is to write: with it comes Node's HTTP and TLS, and a start has nothing to say. */
const readLibrary = async (): Promise<typeof Log> => {
  const { default: log } = await import('electron-log/node');
  if (path !== undefined) {
    const file = path;
    log.transports.file.resolvePathFn = () => file;
    log.transports.file.maxSize = 2 * 1024 * 1024;
    log.transports.console.level = false;
  }
  return log;
};

const write = (line: (log: typeof Log) => void): void => {
  opened ??= readLibrary();
  void opened.then(line);
};

export const note = (
  what: string,
  params: Readonly<Record<string, string | number | boolean>> = {},
): void => {
  write((log) => log.info(what, params));
};

/** Where and what kind; the message only when it is our own, since a driver's may quote what was written. */
export const logFailure = (where: string, error: unknown): void => {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '';
  write((log) => log.error(where, kind, stack));
};
