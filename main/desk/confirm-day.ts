import type { DayState, InputOf } from '../../shared/contract.ts';
import { readDossierCode } from '../../shared/dossier/code.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';
import type { Role } from '../../shared/journal/row.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { countAbove } from '../intake/numbering.ts';
import { confirmDay } from './business-day.ts';
import { dayOf, getCabinet, recordOffice } from './desk.ts';
import type { Desk } from './desk.ts';
import { remember } from './guarding.ts';
import { tellStatus } from './status.ts';

/** The clerk says which day it is; from here the clock's hours run on from it. */
export const confirmBusinessDay = (
  desk: Desk,
  role: Role,
  { day }: InputOf<'day.confirm'>,
): Result<DayState> => {
  const cabinet = getCabinet(desk);
  const clock = desk.clock.now();
  const judged = dayOf(desk, cabinet);
  const business = confirmDay(day, clock);
  if (!business) return fail('dayInvalid');
  cabinet.business = business;
  if (judged.state !== 'ok' && judged.state !== 'restored')
    recordOffice(desk, role, [
      { type: 'businessDayConfirmed', v: 1, payload: { day, clock, reason: judged.state } },
    ]);
  tellStatus(desk);
  return succeed(dayOf(desk, cabinet));
};

const hasAccepted = (db: ReadableDatabase): boolean =>
  db.prepare("SELECT 1 AS one FROM dossier WHERE status = 'accepted' LIMIT 1").get() !== undefined;

/**
 * After a vault was copied back: the newest kept copy (liên lưu) says up to where numbers are on paper. Counting goes on above the
 * highest of vault, guard and scan (design §6). Without a scan only where no receipt was ever given out.
 */
export const confirmRestore = (
  desk: Desk,
  role: Role,
  { scan, day }: InputOf<'restore.confirm'>,
): Result<DayState> => {
  const cabinet = getCabinet(desk);
  if (!cabinet.restored) return succeed(dayOf(desk, cabinet));
  const clock = desk.clock.now();
  const business = confirmDay(day, clock);
  if (!business) return fail('dayInvalid');
  const read = scan.trim() === '' ? null : readReceiptScan(scan);
  const code = read ? readDossierCode(read.code) : undefined;
  if (scan.trim() !== '' && !code) return fail('receiptUnreadable');
  if (!code && hasAccepted(cabinet.db)) return fail('receiptUnreadable', { reason: 'needed' });
  if (code && code.office !== cabinet.office.profile.code)
    return fail('receiptUnreadable', { office: code.office });
  if (code && code.day > day) return fail('dayInvalid', { after: code.day });
  const lane = code
    ? cabinet.office.lanes.find(({ from, to }) => code.number >= from && code.number <= to)
    : undefined;
  if (code && !lane) return fail('receiptUnreadable', { number: code.number });
  cabinet.business = business;
  recordOffice(
    desk,
    role,
    [
      {
        type: 'restoreAcknowledged',
        v: 1,
        payload: { day, highest: code?.number ?? 0, scanned: code ? (read?.code ?? null) : null },
      },
    ],
    () => {
      if (code && lane) countAbove(cabinet.db, code.day, lane, code.number);
    },
  );
  cabinet.restored = false;
  remember(desk.places.guard, cabinet.vaultId, cabinet.journal.head);
  tellStatus(desk);
  return succeed(dayOf(desk, cabinet));
};
