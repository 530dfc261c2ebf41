import * as z from 'zod';
import type { JournalReport } from '../journal/verify.ts';
import { hoursInput } from '../input.ts';
import { answers, none, id, text, password, profile, desk, lane, role, layout } from './method.ts';
import type { MachineSettings, BackupState, LastCheck, Settings, AccessRow } from './settings-shapes.ts';

export const settingsMethods = {
  'settings.get': answers<Settings>()(none, 'any'),
  'settings.setMachine': answers<MachineSettings>()(
    z.strictObject({
      printer: text(200),
      layout,
      idleMinutes: z.number().int().min(1).max(120),
      printOnAccept: z.boolean(),
      backupFolder: text(1000),
    }),
    'any',
  ),
  'settings.changeOffice': answers<null>()(z.strictObject({ profile, desk }), ['admin']),
  /** `passOnAfter` 'HH:MM', '' for none: what is received after it counts from the next working day. */
  'settings.setHours': answers<null>()(z.strictObject({ hours: hoursInput, passOnAfter: text(5) }), [
    'admin',
  ]),
  'settings.grantLane': answers<null>()(z.strictObject({ lane, agreement: text(200) }), ['admin']),
  'settings.chooseBackupFolder': answers<{ folder: string }>()(none, ['admin']),
  'settings.backUp': answers<BackupState>()(none, ['reception', 'admin']),
  'clerks.enrol': answers<null>()(
    z.strictObject({ name: text(200), username: text(60), roles: z.array(role).min(1), password }),
    ['admin'],
  ),
  'clerks.change': answers<null>()(
    z.strictObject({ clerk: id, name: text(200), roles: z.array(role).min(1) }),
    ['admin'],
  ),
  'clerks.remove': answers<null>()(z.strictObject({ clerk: id }), ['admin']),
  'clerks.resetPassword': answers<null>()(z.strictObject({ clerk: id, password }), ['admin']),
  'access.list': answers<AccessRow[]>()(
    z.strictObject({ before: z.number().int(), limit: z.number().int().max(500) }),
    ['admin', 'auditor'],
  ),
  /** Every page's seal, the structure, and files nobody names; told about on the way as 'check'. */
  'vault.check': answers<LastCheck>()(none, 'any'),
  /** After a check that found damage: shuts the vault and shows the ways out. */
  'vault.openWaysOut': answers<null>()(none, ['admin']),
  'journal.verify': answers<JournalReport>()(z.strictObject({ mode: z.enum(['checkpoint', 'full']) }), 'any'),
} as const;
