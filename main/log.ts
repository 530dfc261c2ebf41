import log from 'electron-log/node';

/** Rotating log beside the vault; never a citizen's data, a password or a key: only our own names and codes. */
export const openLog = (file: string): void => {
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = false;
};

export const note = (
  what: string,
  params: Readonly<Record<string, string | number | boolean>> = {},
): void => {
  log.info(what, params);
};

/** Where and what kind; the message only when it is our own, since a driver's may quote what was written. */
export const logFailure = (where: string, error: unknown): void => {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '';
  log.error(where, kind, stack);
};
