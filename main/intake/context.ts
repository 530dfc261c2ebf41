import type { DayState, DossierRow } from '../../shared/contract.ts';
import { findProcedure } from '../../shared/catalogue/find.ts';
import type { DecideContext } from '../../shared/dossier/decide.ts';
import { dossierCode } from '../../shared/dossier/code.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import type { Fault } from '../../shared/faults.ts';
import type { Stamp } from '../journal/journal.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getSession, stampOf } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { highestClaimed } from '../desk/guarding.ts';
import { summariesOf } from '../lookup/working-set.ts';
import { receiptKey } from './lookup-key.ts';
import { findNextFormNumber, findNextNumber, highestKnown } from './numbering.ts';
import type { NextNumber } from './numbering.ts';

/** Days back in which the same procedure for the same person is worth a second look. */
const duplicateDays = 90;

/** Open dossiers of the same owner and procedure: shown, never a bar. */
export const findDuplicates = (
  cabinet: Cabinet,
  form: IntakeForm,
  procedure: string,
  at: number,
): DossierRow[] => {
  const number = (form.owner ?? form.submitter).idNumber.trim();
  if (number === '' || procedure === '') return [];
  return summariesOf(
    cabinet.db,
    `SELECT summary FROM dossier WHERE owner_id_number = ? AND owner_id_number <> '' AND procedure = ?
       AND status = 'accepted' AND received_at > ? ORDER BY received_at DESC LIMIT 5`,
    [number, procedure, at - duplicateDays * 86_400_000],
  );
};

export interface IntakeContext {
  context: DecideContext;
  stamp: Stamp;
  day: DayState;
  /** Null: no number to be had, `codeFault` says why. */
  next: NextNumber | null;
  codeFault: Fault | null;
  duplicates: DossierRow[];
}

const codeFaultOf = (day: DayState, next: NextNumber | null): Fault | null =>
  findDayFault(day) ?? (next ? null : { code: 'laneFull' });

/** The key of the code asked for last. */
const lastKeys = new WeakMap<Cabinet, { code: string; key: string }>();

const keyOf = (cabinet: Cabinet, code: string): string => {
  const last = lastKeys.get(cabinet);
  if (last?.code === code) return last.key;
  const key = receiptKey(cabinet.lookupKey, code);
  lastKeys.set(cabinet, { code, key });
  return key;
};

const nextCode = (desk: Desk, cabinet: Cabinet, { day }: DayState) => {
  const { office, db } = cabinet;
  const next = findNextNumber(db, day, office.lanes, (lane) =>
    Math.max(
      highestClaimed(desk.places.guard, cabinet.vaultId, day, lane.from),
      highestKnown(db, office.profile.code, day, lane),
    ),
  );
  const code = next ? dossierCode(office.profile.code, day, next.number) : '';
  return { next, code, key: keyOf(cabinet, code) };
};

/** Makes the next dossier's key while nobody waits: the preview asks for it with each letter typed, and then the acceptance. */
export const prepareNext = (desk: Desk, cabinet: Cabinet): void => {
  nextCode(desk, cabinet, dayOf(desk, cabinet));
};

/** Gathers what the law needs to judge a form now; `form`'s series when it is not an acceptance. */
export const intakeContext = (
  desk: Desk,
  cabinet: Cabinet,
  form: IntakeForm,
  series: 'guidance' | 'refusal' | null,
): IntakeContext => {
  const { office, db } = cabinet;
  const session = getSession(desk);
  const day = dayOf(desk, cabinet);
  const stamp = stampOf(desk, cabinet, day);
  const found = findProcedure(cabinet.rules.catalogue, form.procedure, day.day);
  const procedure = found.ok ? found.value : found.fault;
  const { next, code, key } = nextCode(desk, cabinet, day);
  const duplicates = found.ok ? findDuplicates(cabinet, form, found.value.procedure.code, stamp.at) : [];
  return {
    stamp,
    day,
    next,
    duplicates,
    codeFault: codeFaultOf(day, next),
    context: {
      clerk: { name: session.name, roles: session.roles },
      profile: office.profile,
      desk: office.desk.number,
      at: stamp.at,
      businessDay: day.day,
      calendar: cabinet.calendar,
      procedure,
      amounts: office.amounts,
      code,
      key,
      formNumber: series
        ? findNextFormNumber(db, series, Number(day.day.slice(0, 4)), office.desk.number)
        : 0,
      possibleDuplicates: duplicates.map((row) => row.id),
    },
  };
};
