import type { vault as source } from '../vi/vault.ts';
import type { MessageParams } from '../../text/problem.ts';
import type { Translation } from '../translation.ts';

/** 75 → "1 min 15 s"; whole minutes without seconds. */
const duration = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 ? `${minutes} min` : '', rest > 0 || minutes === 0 ? `${rest} s` : '']
    .filter((part) => part !== '')
    .join(' ');
};

const weaknesses: Record<string, string> = {
  short: 'This password is too short: at least 12 characters, or four or more words with spaces between.',
  long: 'This password is longer than 512 characters. Shorten it.',
  plain: 'This password is easy to guess: it repeats or runs in order. Add a few other words.',
  ownName: 'This password is hardly more than your own name. Add a few other words.',
};

const damages: Record<string, string> = {
  missing: 'The data file is not in the application’s folder.',
  empty: 'The data file is empty; the disk may have lost power in the middle of a write.',
  unopenable: 'The disk does not let the data file be opened.',
};

const unreachable: Record<string, string> = {
  full: 'The place for backups is full. The data and the earlier backups are safe. Free some room or choose another folder.',
  readOnly:
    'The place for backups can only be read. The data on this machine is safe. Release the stick’s write lock or choose another folder.',
  failed: 'The stick or disk for backups cannot be written. The data on this machine is safe. Use another.',
};

const badBackups: Record<string, string> = {
  changed:
    'This backup was altered or only half copied, so it is not used. The present data is unchanged. Choose another.',
  foreign:
    'Only backups of other counters are here. The present data is unchanged. Choose where this counter keeps its own.',
  several:
    'Backups of several counters are here. Nothing was changed. Choose the right one in the list of backups.',
  manifest: 'There is no whole backup here. The present data is unchanged. Choose another place.',
};

export const vault: Translation<typeof source> = {
  wrongPassword: ({ seconds }: MessageParams) =>
    Number(seconds) > 0
      ? `The password is not right. Check Caps Lock and the Vietnamese keyboard; type it again in ${duration(Number(seconds))}.`
      : 'The password is not right. Check Caps Lock and the Vietnamese keyboard, then type it again.',
  lockedOut: ({ seconds }: MessageParams) =>
    `Too many wrong passwords, so none is taken for a while. The data is safe. Wait ${
      seconds === undefined ? 'for the countdown' : duration(Number(seconds))
    } and type it again, or use the recovery code.`,
  weakPassword: ({ reason }: MessageParams) =>
    weaknesses[String(reason)] ??
    'This password is easy to guess. Use at least 12 characters, or four or more words with spaces between.',
  wrongRecoveryCode: ({ reason, group }: MessageParams) => {
    if (reason === 'lapsed')
      return 'The code on screen no longer waits to be confirmed, because the counter was locked. The one before is unchanged. Issue another in Settings, Security.';
    if (reason === 'length')
      return 'The recovery code has too few or too many characters: it is 7 groups of 4. Nothing was changed. Compare it with the printed sheet.';
    if (reason === 'mistyped')
      return Number(group) > 0
        ? `There seems to be a slip in group ${Number(group)}. Nothing was changed. Compare that group with the printed sheet.`
        : 'There is a slip in the recovery code. Nothing was changed. Compare each group with the printed sheet.';
    return 'This is a well-formed code but it does not open this machine’s data. Nothing was changed. Use the newest sheet printed at this counter; a code no longer works once it has been used.';
  },
  vaultDamaged: ({ what }: MessageParams) =>
    `${damages[String(what)] ?? 'Part of the data is damaged, so it was not opened.'} Nothing was deleted. Choose a way to restore below.`,
  foreignVault:
    'The data file here is not this counter’s: it was replaced, or belongs to another machine. Nothing was changed. Put the right file back, or restore a backup.',
  backupInvalid: ({ what }: MessageParams) =>
    badBackups[String(what)] ??
    'This backup cannot be read or is damaged. The present data is unchanged. Choose another.',
  backupUnreachable: ({ reason }: MessageParams) =>
    unreachable[String(reason)] ??
    'The place for backups cannot be reached. The data on this machine is safe. Plug the stick in again or choose another folder.',
};
