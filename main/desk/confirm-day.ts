import type { DayState, InputOf } from '../../shared/contract.ts';
import { readDossierCode } from '../../shared/dossier/code.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';
import type { Role } from '../../shared/journal/row.ts';
import type { OfficeEvent } from '../../shared/office/events.ts';
import type { Lane } from '../../shared/office/profile.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { countAbove } from '../intake/numbering.ts';
import { confirmDay } from './business-day.ts';
import type { BusinessClock } from './business-day.ts';
import { dayOf, getCabinet, recordOffice, stampOf } from './desk.ts';
import type { Cabinet, Desk } from './desk.ts';
import { remember } from './guarding.ts';
import { removeSetting, replacesAnother, saveSetting } from './settings-store.ts';
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
  const business = confirmDay(day, clock, cabinet.journal.head.at);
  if (!business) return fail('dayInvalid');
  // A vault copied back wants the newest kept copy as well: see below.
  if (judged.state === 'restored' || (judged.state === 'ok' && judged.day === day)) return succeed(judged);
  const reason = judged.state === 'ok' ? (day < judged.day ? 'ahead' : 'behind') : judged.state;
  enterDay(desk, role, business, [{ type: 'businessDayConfirmed', v: 1, payload: { day, clock, reason } }]);
  tellStatus(desk);
  return succeed(dayOf(desk, cabinet));
};

/** From here the business clock is the clerk's; its first row says so, and later times are measured against that row. */
const enterDay = (
  desk: Desk,
  role: Role,
  business: BusinessClock,
  events: readonly OfficeEvent[],
  along?: () => void,
): void => {
  const cabinet = getCabinet(desk);
  const before = cabinet.business;
  cabinet.business = business;
  try {
    recordOffice(desk, role, events, along, { ...stampOf(desk, cabinet), clock: 'entered' });
  } catch (error) {
    cabinet.business = before;
    throw error;
  }
};

/** From the journal itself: a salvaged vault has no projections yet. */
const hasAccepted = (db: ReadableDatabase): boolean =>
  db.prepare("SELECT 1 AS one FROM journal WHERE type = 'dossierAccepted' LIMIT 1").get() !== undefined;

/** Lanes are used up in the order they were granted: a number in one means that those before it are full. */
const countAboveScan = (cabinet: Cabinet, day: string, lane: Lane, highest: number): void => {
  const { db, office } = cabinet;
  for (const earlier of office.lanes.slice(0, office.lanes.indexOf(lane)))
    countAbove(db, day, earlier, earlier.to);
  countAbove(db, day, lane, highest);
};

/** A new vault in the place of another PC: some of that one's numbers may be on paper and nowhere else, so they are asked for as after a restore. */
export const countOnAbovePapers = (desk: Desk): void => {
  const cabinet = getCabinet(desk);
  saveSetting(cabinet.db, replacesAnother, '1');
  cabinet.restored = true;
  tellStatus(desk);
};

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
  const business = confirmDay(day, clock, cabinet.journal.head.at);
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
  enterDay(
    desk,
    role,
    business,
    [
      {
        type: 'restoreAcknowledged',
        v: 1,
        payload: { day, highest: code?.number ?? 0, scanned: code ? (read?.code ?? null) : null },
      },
    ],
    () => {
      if (code && lane) countAboveScan(cabinet, code.day, lane, code.number);
      removeSetting(cabinet.db, replacesAnother);
    },
  );
  cabinet.restored = false;
  remember(desk.places.guard, cabinet.vaultId, cabinet.journal.head);
  tellStatus(desk);
  return succeed(dayOf(desk, cabinet));
};
