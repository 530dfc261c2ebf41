import type { Logger } from 'electron-log';

/**
 * Rotating log beside the vault; never a citizen's data, a password or a key: only our own names and codes. The library reads Node's
 * HTTP modules as well, so it is loaded for the first line and not for the first screen.
 */
let where: string | undefined;
let opened: Promise<Logger> | undefined;

export const openLog = (file: string): void => {
  where = file;
};

const open = async (): Promise<Logger> => {
  const { default: log } = await import('electron-log/node');
  const file = where;
  if (file !== undefined) {
    log.transports.file.resolvePathFn = () => file;
    log.transports.file.maxSize = 2 * 1024 * 1024;
    log.transports.console.level = false;
  }
  return log;
};

const write = (level: 'info' | 'error', ...words: readonly unknown[]): void => {
  opened ??= open();
  void opened.then((log) => log[level](...words));
};

export const note = (
  what: string,
  params: Readonly<Record<string, string | number | boolean>> = {},
): void => {
  write('info', what, params);
};

/** Where and what kind; the message only when it is our own, since a driver's may quote what was written. */
export const logFailure = (where: string, error: unknown): void => {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '';
  write('error', where, kind, stack);
};
