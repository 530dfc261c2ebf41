import * as z from 'zod';
import { hoursInput } from '../input.ts';
import { answers, none, id, text, password, profile, desk, lane } from './method.ts';
import type { AppStatus, SessionInfo, DayState } from './status-shapes.ts';

export const applicationMethods = {
  'app.status': answers<AppStatus>()(none, 'lobby'),
  /** The first screen stands: main may now read what it put off (main/back-room.ts). */
  'app.makeReady': answers<null>()(none, 'lobby'),
  'app.setLanguage': answers<null>()(z.strictObject({ language: z.enum(['vi', 'en']) }), 'lobby'),
  'app.setContrast': answers<null>()(z.strictObject({ highContrast: z.boolean() }), 'lobby'),
  'app.openWindow': answers<null>()(none, 'any'),
  /** Ways out of a damaged vault; none deletes anything. */
  'app.rescue': answers<{ done: string }>()(
    z.strictObject({
      way: z.enum(['retry', 'restoreSlots', 'restoreBackup', 'salvage', 'diagnostic', 'setAside']),
      slotId: text(64),
      password: text(512),
      /** A found backup's handle; '' asks for a folder in main's own dialog. */
      backup: text(64),
    }),
    'lobby',
  ),
  'setup.found': answers<{ recoveryCode: string; session: SessionInfo }>()(
    z.strictObject({
      profile,
      desk,
      lane,
      provinceNumbers: z.boolean(),
      hours: hoursInput,
      clerk: z.strictObject({ name: text(200), username: text(60), password }),
      trial: z.boolean(),
    }),
    'lobby',
  ),
  'session.signIn': answers<SessionInfo>()(z.strictObject({ slotId: id, password }), 'lobby'),
  /** Locks the counter: the working set is emptied, the vault stays open in main. */
  'session.lock': answers<null>()(none, 'any'),
  'session.recover': answers<{ recoveryCode: string; session: SessionInfo }>()(
    z.strictObject({ code: text(100), slotId: id, newPassword: password }),
    'lobby',
  ),
  'session.changePassword': answers<null>()(z.strictObject({ current: password, next: password }), 'any'),
  /** Tells main somebody is at the desk, so that the idle lock waits. */
  'session.touch': answers<null>()(none, 'any'),
  /** Shown this once; takes the place of the one before when part of it is typed back. */
  'recovery.newCode': answers<{ recoveryCode: string }>()(z.strictObject({ password }), ['admin']),
  'recovery.prove': answers<null>()(z.strictObject({ typed: text(100) }), 'any'),
  'recovery.drop': answers<null>()(none, 'any'),
  'day.confirm': answers<DayState>()(z.strictObject({ day: text(10) }), ['reception', 'admin']),
  /** After a restore: the newest kept copy, scanned (or its code typed), and the date. */
  'restore.confirm': answers<DayState>()(z.strictObject({ scan: text(500), day: text(10) }), [
    'reception',
    'admin',
  ]),
} as const;
