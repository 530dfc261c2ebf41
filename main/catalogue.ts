import { readFile, stat } from 'node:fs/promises';
import type {
  CatalogueInfo,
  InputOf,
  PackInForce,
  ProcedureHit,
  ProcedureSheet,
} from '../shared/contract.ts';
import { calendarYears } from '../shared/calendar/working-calendar.ts';
import type { CalendarPack } from '../shared/calendar/calendar-pack.ts';
import { calendarsInForce } from '../shared/calendar/merge-calendars.ts';
import { findProcedure, listProcedures, searchProcedures } from '../shared/catalogue/find.ts';
import type { CataloguePack } from '../shared/catalogue/pack.ts';
import { maxPackLength } from '../shared/catalogue/pack.ts';
import { fail, succeed } from '../shared/faults.ts';
import type { Result } from '../shared/faults.ts';
import type { Role } from '../shared/journal/row.ts';
import type { InstalledPack } from '../shared/office/profile.ts';
import { cleanText } from '../shared/text/hygiene.ts';
import { dayOf, getCabinet, recordOffice, refreshOffice } from './desk/desk.ts';
import type { Desk } from './desk/desk.ts';
import { judgePack, keepPack, loadRules, packVerifier } from './desk/rules.ts';

const today = (desk: Desk): string => dayOf(desk, getCabinet(desk)).day;

export const findProcedures = (desk: Desk, { text, limit }: InputOf<'catalogue.find'>): ProcedureHit[] =>
  searchProcedures(getCabinet(desk).rules.catalogue, text, today(desk), limit).map(
    ({ code, name, field, term }) => ({ code, name, field, term }),
  );

/** A procedure as it stands today, with what this province has set. */
export const getSheet = (desk: Desk, code: string): Result<ProcedureSheet> => {
  const { rules, office } = getCabinet(desk);
  const found = findProcedure(rules.catalogue, code, today(desk));
  if (!found.ok) return fail(found.fault.code, found.fault.params);
  const { procedure, schema, catalogueVersion } = found.value;
  return succeed({
    procedure,
    schema,
    amounts: office.amounts.filter((amount) => amount.procedure === procedure.code),
    catalogueVersion,
  });
};

const newestOfEach = (packs: readonly CataloguePack[]): CataloguePack[] =>
  packs.filter((pack) => packs.every(({ id, version }) => id !== pack.id || version <= pack.version));

const inForce = (
  kind: PackInForce['kind'],
  { id, version, title, issued }: CataloguePack | CalendarPack,
): PackInForce => ({ kind, id, version, title, issued });

export const catalogueInfo = (desk: Desk): CatalogueInfo => {
  const { rules } = getCabinet(desk);
  const procedures = listProcedures(rules.catalogue, today(desk));
  const counts = new Map<string, number>();
  for (const { field } of procedures) counts.set(field, (counts.get(field) ?? 0) + 1);
  return {
    packs: [
      ...newestOfEach(rules.catalogues).map((pack) => inForce('catalogue', pack)),
      ...calendarsInForce(rules.calendars).map((pack) => inForce('calendar', pack)),
    ],
    procedures: procedures.length,
    fields: [...counts].map(([field, count]) => ({ field, procedures: count })),
    calendarYears: calendarYears(rules.calendar),
  };
};

/** More than this for one fee is a typing error, not a resolution. */
const highestAmount = 1_000_000_000;

/** An amount the province sets, asked for once and kept with its resolution. */
export const setAmount = (desk: Desk, role: Role, input: InputOf<'catalogue.setAmount'>): Result<null> => {
  const sheet = getSheet(desk, input.procedure);
  if (!sheet.ok) return sheet;
  const decision = cleanText(input.decision, { max: 200 });
  const problems = [
    ...(sheet.value.procedure.fees.some(({ id }) => id === input.fee)
      ? []
      : [{ field: 'fee', code: 'required', params: {} }]),
    ...(Number.isSafeInteger(input.amount) && input.amount >= 0 && input.amount <= highestAmount
      ? []
      : [{ field: 'amount', code: 'amountInvalid', params: {} }]),
    ...(decision.ok && decision.text !== '' ? [] : [{ field: 'decision', code: 'required', params: {} }]),
  ];
  if (problems.length > 0 || !decision.ok) return fail('invalidInput', undefined, problems);
  recordOffice(desk, role, [
    {
      type: 'amountSet',
      v: 1,
      payload: {
        procedure: sheet.value.procedure.code,
        fee: input.fee,
        amount: input.amount,
        decision: decision.text,
      },
    },
  ]);
  return succeed(null);
};

/** A newer signed pack from a file she chooses takes the old one's place. */
export const importPack = async (desk: Desk): Promise<Result<InstalledPack>> => {
  const files = await desk.dialogs.openFiles('pack');
  const file = files?.[0];
  if (file === undefined) return fail('cancelled');
  let text: string;
  try {
    if ((await stat(file)).size > maxPackLength * 3) return fail('packMalformed', { reason: 'tooLarge' });
    text = await readFile(file, 'utf8');
  } catch {
    return fail('fileUnreadable');
  }
  return installPack(desk, 'admin', text);
};

/** Judges a pack's text and takes it into force, wherever it came from; on any fault the old one stays. */
export const installPack = (desk: Desk, role: Role, text: string): Result<InstalledPack> => {
  const cabinet = getCabinet(desk);
  const judged = judgePack(text, packVerifier(desk.places.assets), cabinet.rules);
  if (!judged.ok) return judged;
  const { installed, body } = judged.value;
  recordOffice(desk, role, [{ type: 'packInstalled', v: 1, payload: installed }], () =>
    keepPack(cabinet.db, installed, body, desk.clock.now()),
  );
  cabinet.rules = loadRules(desk.places.assets, cabinet.db);
  // Dates from now on go by it; a deadline on paper is frozen in its acceptance.
  refreshOffice(cabinet);
  desk.tell({ kind: 'office' });
  return succeed(installed);
};
