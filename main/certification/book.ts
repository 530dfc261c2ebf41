import type { CertificationPage, InputOf, RegisterMonth } from '../../shared/contract.ts';
import { foundEntry } from '../../shared/certification/lines.ts';
import type { RegisterLine } from '../../shared/certification/lines.ts';
import type { RegisterState } from '../../shared/certification/register.ts';
import { readCustody, readRegisterKey, writeCustody } from '../../shared/certification/custody.ts';
import { standingOf } from '../../shared/certification/standing.ts';
import type { CertificationCommand } from '../../shared/certification/commands.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { readJson } from '../journal/json.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { dayOf, getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { noteAccess } from '../desk/access-log.ts';
import { readCertificationSettings } from './certification-settings.ts';
import { pileDrafts, todaysPiles, waitingPiles } from './piles.ts';
import { findLine, findRegister, isLine } from './projection.ts';
import { findRegisterKey, keyOf, keyText, makeRegisterKey, saveRegisterKey, sealOf } from './register-key.ts';
import { certificationContext, settleCertification } from './settle.ts';
import { suggestionsIn } from './suggestions.ts';

/** The line of the last hand-over from here, as long as the book has not come back. */
const custodyShown = (
  db: ReadableDatabase,
  state: RegisterState | null,
  desk: number,
): CertificationPage['custody'] => {
  const key = findRegisterKey(db);
  if (!state?.carried || !key || state.carried.fromDesk !== desk) return null;
  const { register, serial, place, carried } = state;
  return { line: writeCustody({ register, serial, place, ...carried }, sealOf(key)), toDesk: carried.toDesk };
};

export const certificationPage = (desk: Desk): Result<CertificationPage> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  const context = certificationContext(desk);
  if (!context.ok) return context;
  const { known, rates } = context.value;
  const state = findRegister(db);
  const day = dayOf(desk, cabinet);
  const { kinds, exemptions, titles } = suggestionsIn(desk.places.assets);
  const number = office.desk.number;
  return succeed({
    standing: state ? standingOf(state, known, number) : 'unopened',
    desk: number,
    holder: state?.holder ?? null,
    place: state?.place ?? null,
    signer: state?.signer ?? null,
    day,
    remembered: known && {
      volume: known.place.volume,
      last: known.place.next - 1,
      holding: known.holding,
    },
    waiting: waitingPiles(db),
    today: todaysPiles(db, day.day),
    drafts: pileDrafts(desk),
    rates,
    kinds,
    exemptions,
    titles,
    custody: custodyShown(db, state, number),
    settings: readCertificationSettings(db),
  });
};

/** A command whose answer is only that it was done. */
export const actOnRegister = (desk: Desk, role: Role, command: CertificationCommand): Result<null> => {
  const settled = settleCertification(desk, role, command);
  return settled.ok ? succeed(null) : settled;
};

export const openRegister = (
  desk: Desk,
  role: Role,
  { volume, next }: InputOf<'certification.open'>,
): Result<null> => {
  const key = makeRegisterKey();
  const year = Number(dayOf(desk, getCabinet(desk)).day.slice(0, 4));
  const command = { kind: 'open', register: key.register, year, volume, next } as const;
  const settled = settleCertification(desk, role, command, (db) => saveRegisterKey(db, key));
  return settled.ok ? succeed(null) : settled;
};

export const joinRegister = (
  desk: Desk,
  role: Role,
  { key: typed }: InputOf<'certification.join'>,
): Result<null> => {
  const read = readRegisterKey(typed);
  if (!read) return fail('registerKeyUnreadable');
  const key = keyOf(read.register, read.key);
  const settled = settleCertification(desk, role, { kind: 'join', register: read.register }, (db) =>
    saveRegisterKey(db, key),
  );
  return settled.ok ? succeed(null) : settled;
};

/** Whoever knows the key can make hand-overs: who looked is kept. */
export const showRegisterKey = (desk: Desk): Result<{ key: string }> => {
  const key = findRegisterKey(getCabinet(desk).db);
  if (!key) return fail('registerUnopened');
  noteAccess(desk, 'showCode', '', 'register');
  return succeed({ key: keyText(key) });
};

export const handRegisterOver = (desk: Desk, role: Role, toDesk: number): Result<{ line: string }> => {
  const settled = settleCertification(desk, role, { kind: 'handOver', toDesk });
  if (!settled.ok) return settled;
  const { db, office } = getCabinet(desk);
  const shown = custodyShown(db, findRegister(db), office.desk.number);
  return shown ? succeed({ line: shown.line }) : fail('registerUnopened');
};

const custodyFaults = {
  unreadable: 'custodyUnreadable',
  foreign: 'custodyForeign',
  forged: 'custodyForged',
} as const;

export const takeRegister = (
  desk: Desk,
  role: Role,
  { line }: InputOf<'certification.take'>,
): Result<null> => {
  const key = findRegisterKey(getCabinet(desk).db);
  if (!key) return fail('registerUnopened');
  const read = readCustody(line, { register: key.register, seal: sealOf(key) });
  return read.ok
    ? actOnRegister(desk, role, { kind: 'take', custody: read.custody })
    : fail(custodyFaults[read.flaw]);
};

export const strikeEntry = (
  desk: Desk,
  role: Role,
  { entry: { year, number }, reason }: InputOf<'certification.strike'>,
): Result<null> => {
  const line = findLine(getCabinet(desk).db, year, number);
  return line
    ? actOnRegister(desk, role, { kind: 'strike', entry: foundEntry(line), reason })
    : fail('entryUnknown');
};

export const correctEntry = (
  desk: Desk,
  role: Role,
  { entry: { year, number }, ...rest }: InputOf<'certification.correct'>,
): Result<null> => {
  const line = findLine(getCabinet(desk).db, year, number);
  return line
    ? actOnRegister(desk, role, { kind: 'correct', entry: foundEntry(line), ...rest })
    : fail('entryUnknown');
};

/** Lines of a month by number; those lost with a copy of the vault stand in the month of the number before them. */
export const linesOfMonth = (db: ReadableDatabase, month: string): RegisterLine[] => {
  const bounds = db
    .prepare(
      'SELECT min(number) AS low, max(number) AS high FROM certification_line WHERE day >= ? AND day <= ? AND year = ?',
    )
    .get<{ low: number | null; high: number | null }>([
      `${month}-01`,
      `${month}-31`,
      Number(month.slice(0, 4)),
    ]);
  if (!bounds || bounds.low === null || bounds.high === null) return [];
  const year = Number(month.slice(0, 4));
  const after = db
    .prepare("SELECT min(number) AS n FROM certification_line WHERE year = ? AND number > ? AND day <> ''")
    .get<{ n: number | null }>([year, bounds.high]);
  const before = db
    .prepare("SELECT max(number) AS n FROM certification_line WHERE year = ? AND number < ? AND day <> ''")
    .get<{ n: number | null }>([year, bounds.low]);
  return db
    .prepare(
      'SELECT body FROM certification_line WHERE year = ? AND number >= ? AND number < ? ORDER BY number',
    )
    .all<{ body: string }>([
      year,
      before?.n === null || before === undefined ? 1 : bounds.low,
      after?.n ?? Number.MAX_SAFE_INTEGER,
    ])
    .map(({ body }) => readJson(body, isLine));
};

export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

export const registerMonth = (desk: Desk, month: string): Result<RegisterMonth> => {
  if (!isMonth(month)) return fail('invalidInput', undefined, [{ field: 'month', code: 'date', params: {} }]);
  const lines = linesOfMonth(getCabinet(desk).db, month);
  const counted = lines.filter(({ struck }) => struck === null);
  return succeed({
    lines,
    entries: counted.length,
    copies: counted.reduce((sum, { content }) => sum + (content?.copies ?? 0), 0),
    fees: counted.reduce((sum, { content }) => sum + (content?.fee ?? 0), 0),
  });
};
