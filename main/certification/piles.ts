import type { CertificationAnswer, CertificationDraft, InputOf, PileRow } from '../../shared/contract.ts';
import type { WaitingPile } from '../../shared/certification/commands.ts';
import type { PileForm } from '../../shared/certification/pile.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { findRegister, isPileBody } from './projection.ts';
import type { PileBody } from './projection.ts';
import { settleCertification } from './settle.ts';

const isPileForm = withKeys<PileForm>('requester', 'papers', 'exemption');

interface StoredPile {
  [column: string]: string | number;
  id: string;
  state: 'waiting' | 'certified' | 'withdrawn';
  witness: string;
  slips: number;
  body: string;
}

export interface FoundPile {
  state: StoredPile['state'];
  witness: string;
  slips: number;
  body: PileBody;
}

const readPile = ({ state, witness, slips, body }: StoredPile): FoundPile => ({
  state,
  witness,
  slips,
  body: readJson(body, isPileBody),
});

const columns = 'id, state, witness, slips, body';

export const findPile = (db: ReadableDatabase, id: string): FoundPile | undefined => {
  const row = db.prepare(`SELECT ${columns} FROM certification_pile WHERE id = ?`).get<StoredPile>([id]);
  return row && readPile(row);
};

const rowOf = ({ state, slips, body }: FoundPile): PileRow => {
  const numbers = 'year' in body ? body.entries.map(({ number }) => number) : [];
  return {
    id: body.pile,
    state: state === 'certified' ? 'certified' : 'waiting',
    name: body.requester.name,
    from: numbers[0] ?? 0,
    to: numbers.at(-1) ?? 0,
    volume: 'year' in body ? body.volume : 0,
    year: 'year' in body ? body.year : 0,
    kinds: body.entries.length,
    copies: body.entries.reduce((sum, { copies }) => sum + copies, 0),
    total: body.total,
    printed: slips > 0,
  };
};

export const todaysPiles = (db: ReadableDatabase, day: string): PileRow[] =>
  db
    .prepare(
      `SELECT ${columns} FROM certification_pile WHERE day = ? AND state = 'certified' ORDER BY pos DESC LIMIT 300`,
    )
    .all<StoredPile>([day])
    .map((row) => rowOf(readPile(row)));

const waitingBodies = (db: ReadableDatabase): FoundPile[] =>
  db
    .prepare(`SELECT ${columns} FROM certification_pile WHERE state = 'waiting' ORDER BY pos`)
    .all<StoredPile>()
    .map(readPile);

export const waitingPiles = (db: ReadableDatabase): PileRow[] => waitingBodies(db).map(rowOf);

const answerOf = (pile: FoundPile): CertificationAnswer => {
  const { id, state, name, from, to, volume, year, total } = rowOf(pile);
  return { pile: id, state, name, from, to, volume, year, total };
};

const removeDraft = (db: WritableDatabase, id: string): void => {
  db.prepare('DELETE FROM draft WHERE id = ?').run([id]);
};

/** One key: into the register, numbered, the draft ended, all in one transaction. The same pile twice is one pile. */
export const acceptPile = (
  desk: Desk,
  role: Role,
  { id, form }: InputOf<'certification.accept'>,
): Result<CertificationAnswer> => {
  const { db } = getCabinet(desk);
  const before = findPile(db, id);
  if (before) return succeed(answerOf(before));
  const settled = settleCertification(desk, role, { kind: 'accept', pile: id, form }, (store) =>
    removeDraft(store, id),
  );
  if (!settled.ok) return settled;
  const pile = findPile(db, id);
  return pile ? succeed(answerOf(pile)) : fail('pileUnknown');
};

export const numberWaiting = (desk: Desk, role: Role): Result<CertificationAnswer[]> => {
  const { db } = getCabinet(desk);
  const order = findRegister(db)?.waiting ?? [];
  const found = waitingBodies(db).filter(({ body }) => order.includes(body.pile));
  const piles: WaitingPile[] = found.map(({ body }) => body);
  const settled = settleCertification(desk, role, { kind: 'numberWaiting', piles });
  if (!settled.ok) return settled;
  return succeed(
    piles.flatMap(({ pile }) => {
      const now = findPile(db, pile);
      return now ? [answerOf(now)] : [];
    }),
  );
};

/** Drafts of piles lie with those of intakes, under a state of their own. */
const draftState = 'certification';

export const savePileDraft = (
  desk: Desk,
  { id, form }: InputOf<'certification.saveDraft'>,
): Result<{ savedAt: number }> => {
  const { db } = getCabinet(desk);
  if (findPile(db, id)) return fail('alreadyDecided');
  const at = desk.clock.now();
  db.prepare(
    `INSERT INTO draft (id, command_state, body, clerk, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at`,
  ).run([id, draftState, JSON.stringify(form), getSession(desk).clerk, at, at]);
  return succeed({ savedAt: at });
};

export const dropPileDraft = (desk: Desk, id: string): Result<null> => {
  removeDraft(getCabinet(desk).db, id);
  return succeed(null);
};

export const pileDrafts = (desk: Desk): CertificationDraft[] => {
  const { db, office } = getCabinet(desk);
  const names = new Map(office.clerks.map((clerk) => [clerk.id, clerk.name]));
  return db
    .prepare(
      'SELECT id, body, clerk, changed_at FROM draft WHERE command_state = ? ORDER BY changed_at DESC LIMIT 50',
    )
    .all<{ id: string; body: string; clerk: string; changed_at: number }>([draftState])
    .map(({ id, body, clerk, changed_at }) => ({
      id,
      form: readJson(body, isPileForm),
      clerkName: names.get(clerk) ?? '',
      changedAt: changed_at,
    }));
};
