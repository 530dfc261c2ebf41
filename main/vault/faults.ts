import { statfsSync } from 'node:fs';
import type { FaultCode } from '../../shared/faults.ts';
import type { MessageParams } from '../../shared/text/problem.ts';

/**
 * Thrown inside main only: the IPC layer turns it into `{ok: false, fault}`. `params` never carry secrets or citizen data.
 * The words for each code stand in shared/messages/<language>/vault.ts under `faults`.
 */
export class VaultFault extends Error {
  readonly code: FaultCode;
  readonly params: MessageParams;

  constructor(code: FaultCode, params: MessageParams = {}, cause?: unknown) {
    super(`vault: ${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.name = 'VaultFault';
    this.code = code;
    this.params = params;
  }
}

/** The code a Node or SQLite error carries, '' when it has none. */
export const errorCode = (error: unknown): string => {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
};

/** Below this a failed write is read as a full disk whatever the driver called it. */
const nearlyFullBytes = 2 * 1024 * 1024;

const isNearlyFull = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < nearlyFullBytes;
  } catch {
    return false;
  }
};

/**
 * SQLCipher reports most pages whose seal is broken as a bare SQLITE_ERROR; a mistake in SQL has the same code but says what it is.
 * From then on it answers NOTADB on that handle, whatever is asked.
 */
const isBrokenSeal = (error: unknown): boolean =>
  error instanceof Error && error.message === 'sqlite error(SQLITE_ERROR): SQL logic error';

const faultFor = (error: unknown, folder: string | undefined): [FaultCode, MessageParams?] | undefined => {
  const code = errorCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return ['diskFull'];
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return folder !== undefined && isNearlyFull(folder) ? ['diskFull'] : ['diskFailed'];
  if (code === 'SQLITE_NOTADB') return ['vaultDamaged', { what: 'unreadable' }];
  if (code.startsWith('SQLITE_CORRUPT') || isBrokenSeal(error)) return ['vaultDamaged', { what: 'damaged' }];
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return ['busy'];
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return ['folderReadOnly'];
  // The driver gives a failed open no code, only this text.
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    (error instanceof Error && error.message.startsWith('sqlite open error'))
  )
    return ['vaultDamaged', { what: 'unopenable' }];
  return undefined;
};

/**
 * The fault behind a driver or file error, undefined when it is none of the disk's doing (a broken constraint, a bug).
 * `folder` lets an I/O error on a nearly full disk be told as what it is.
 */
export const findStorageFault = (error: unknown, folder?: string): VaultFault | undefined => {
  if (error instanceof VaultFault) return error;
  const found = faultFor(error, folder);
  return found === undefined ? undefined : new VaultFault(found[0], found[1], error);
};

/** Runs `fn`; what the disk refuses comes out as a VaultFault, anything else as it was. */
export const withStorageFaults = <T>(fn: () => T, folder?: string): T => {
  try {
    return fn();
  } catch (error) {
    throw findStorageFault(error, folder) ?? error;
  }
};
