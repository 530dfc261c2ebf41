import { statfsSync } from 'node:fs';

/** Every way the vault says no. Words for each stand in shared/messages/<language>/vault.ts under `faults`. */
export const VAULT_FAULTS = [
  'wrongPassword',
  'waitBeforeRetry',
  'passwordTooWeak',
  'wrongRecoveryCode',
  'recoveryCodeMistyped',
  'usernameTaken',
  'slotUnknown',
  'lastClerkSlot',
  'vaultExists',
  'vaultMissing',
  'slotsDamaged',
  'databaseMissing',
  'databaseUnreadable',
  'databaseDamaged',
  'databaseNewer',
  'databaseBusy',
  'databaseUnopenable',
  'diskFull',
  'diskFailed',
  'folderReadOnly',
  'vaultInUse',
  'attachmentMissing',
  'attachmentDamaged',
  'attachmentTooLarge',
  'backupDamaged',
  'backupUnreachable',
  'restoreTargetNotEmpty',
  'guardUnreadable',
] as const;

export type VaultFaultCode = (typeof VAULT_FAULTS)[number];
export type VaultFaultParams = Readonly<Record<string, string | number>>;

/** Thrown inside main only: the IPC layer turns it into `{ok: false, fault}`. `params` never carry secrets or citizen data. */
export class VaultFault extends Error {
  readonly code: VaultFaultCode;
  readonly params: VaultFaultParams;

  constructor(code: VaultFaultCode, params: VaultFaultParams = {}, cause?: unknown) {
    super(`vault: ${code}`, cause === undefined ? undefined : { cause });
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

const codeFor = (error: unknown, folder: string | undefined): VaultFaultCode | undefined => {
  const code = errorCode(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return folder !== undefined && isNearlyFull(folder) ? 'diskFull' : 'diskFailed';
  if (code === 'SQLITE_NOTADB') return 'databaseUnreadable';
  if (code.startsWith('SQLITE_CORRUPT')) return 'databaseDamaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'databaseBusy';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return 'folderReadOnly';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'databaseUnopenable';
  // The driver gives a failed open no code, only this text.
  if (error instanceof Error && error.message.startsWith('sqlite open error')) return 'databaseUnopenable';
  return undefined;
};

/**
 * The fault behind a driver or file error, undefined when it is none of the disk's doing (a broken constraint, a bug).
 * `folder` lets an I/O error on a nearly full disk be told as what it is.
 */
export const findStorageFault = (error: unknown, folder?: string): VaultFault | undefined => {
  if (error instanceof VaultFault) return error;
  const code = codeFor(error, folder);
  return code === undefined ? undefined : new VaultFault(code, {}, error);
};

/** Runs `fn`; what the disk refuses comes out as a VaultFault, anything else as it was. */
export const withStorageFaults = <T>(fn: () => T, folder?: string): T => {
  try {
    return fn();
  } catch (error) {
    throw findStorageFault(error, folder) ?? error;
  }
};
