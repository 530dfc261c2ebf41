import { dossierCode, readDossierCode } from '../../shared/dossier/code.ts';
import type { Lane } from '../../shared/office/profile.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** Numbers claimed in the guard file at a time: one durable write outside the vault in twenty acceptances. */
export const blockSize = 20;

interface Block {
  next: number;
  until: number;
}

/**
 * Blocks in use, by their open vault. The vault holds them as given out whole, from their first number on: so an acceptance need not
 * write the next one (a page, sealed anew each time), and a cut costs what is left of the block, as it always may.
 */
const inUse = new WeakMap<ReadableDatabase, Map<string, Block & { day: string; from: number }>>();
const placeOf = (day: string, from: number): string => `${day} ${from}`;
const blocksOf = (db: ReadableDatabase) => {
  const blocks = inUse.get(db) ?? new Map<string, Block & { day: string; from: number }>();
  inUse.set(db, blocks);
  return blocks;
};

const findBlock = (db: ReadableDatabase, day: string, from: number): Block | undefined =>
  blocksOf(db).get(placeOf(day, from)) ??
  db
    .prepare('SELECT next, until FROM number_block WHERE day = ? AND lane_from = ?')
    .get<{ next: number; until: number }>([day, from]);

/** The number a dossier would get; `claim` when its block has to be claimed first. Null: every lane of the day is full. */
export interface NextNumber {
  number: number;
  lane: Lane;
  until: number;
  claim: boolean;
}

/** `claimed(lane)`: the highest number the guard remembers for the day, or a known dossier bears; a new block begins above it. */
export const findNextNumber = (
  db: ReadableDatabase,
  day: string,
  lanes: readonly Lane[],
  claimed: (lane: Lane) => number,
): NextNumber | null => {
  for (const lane of lanes) {
    const block = findBlock(db, day, lane.from);
    if (block && block.next <= block.until)
      return { number: block.next, lane, until: block.until, claim: false };
    const number = Math.max(lane.from, block?.next ?? 0, claimed(lane) + 1);
    if (number <= lane.to)
      return { number, lane, until: Math.min(number + blockSize - 1, lane.to), claim: true };
  }
  return null;
};

/**
 * The highest number of a lane on any dossier of the day this desk knows of, 0 for none: another PC had this lane, or this vault before it
 * was copied back, and the province has shown what was given out then.
 */
export const highestKnown = (
  db: ReadableDatabase,
  office: string,
  day: string,
  { from, to }: Lane,
): number => {
  const bounds = [dossierCode(office, day, from), dossierCode(office, day, to)];
  const newest = db
    .prepare('SELECT max(code) AS code FROM dossier WHERE code BETWEEN ? AND ?')
    .get<{ code: string | null }>(bounds)?.code;
  return readDossierCode(newest ?? '')?.number ?? 0;
};

/** Marks the number's block as given out; inside the transaction of the acceptance, and `noteTaken` after it. */
export const takeNumber = (db: WritableDatabase, day: string, { lane, until, claim }: NextNumber): void => {
  if (!claim && blocksOf(db).has(placeOf(day, lane.from))) return;
  db.prepare(
    `INSERT INTO number_block (day, lane_from, next, until) VALUES (?, ?, ?, ?)
     ON CONFLICT (day, lane_from) DO UPDATE SET next = excluded.next, until = excluded.until`,
  ).run([day, lane.from, until + 1, until]);
};

/** The number is on paper from the commit on, and not before. */
export const noteTaken = (db: WritableDatabase, day: string, { number, lane, until }: NextNumber): void => {
  blocksOf(db).set(placeOf(day, lane.from), { day, from: lane.from, next: number + 1, until });
};

/** At a proper end the vault is told which numbers of its blocks are left. */
export const settleBlocks = (db: WritableDatabase): void => {
  const write = db.prepare('UPDATE number_block SET next = ? WHERE day = ? AND lane_from = ? AND until = ?');
  for (const { day, from, next, until } of blocksOf(db).values())
    if (next <= until) write.run([next, day, from, until]);
  inUse.delete(db);
};

/** Gives up what is left of open blocks: after a doubtful end nobody knows which of their numbers are on paper. */
export const abandonBlocks = (db: WritableDatabase): void => {
  inUse.delete(db);
  db.prepare('UPDATE number_block SET next = until + 1 WHERE next <= until').run();
};

/** Counts on above a number known to be on paper (the newest kept copy after a restore). */
export const countAbove = (db: WritableDatabase, day: string, lane: Lane, highest: number): void => {
  blocksOf(db).delete(placeOf(day, lane.from));
  db.prepare(
    `INSERT INTO number_block (day, lane_from, next, until) VALUES (?, ?, ?, ?)
     ON CONFLICT (day, lane_from) DO UPDATE SET next = max(next, excluded.next), until = max(next, excluded.next) - 1`,
  ).run([day, lane.from, highest + 1, highest]);
};

/** The next number of a form's own series (02, 03), without gaps: it is taken in the transaction that uses it. */
export const findNextFormNumber = (db: ReadableDatabase, form: string, year: number, desk: number): number =>
  db
    .prepare('SELECT next FROM form_series WHERE form = ? AND year = ? AND desk = ?')
    .get<{ next: number }>([form, year, String(desk)])?.next ?? 1;

export const takeFormNumber = (
  db: WritableDatabase,
  form: string,
  year: number,
  desk: number,
  number: number,
): void => {
  db.prepare(
    `INSERT INTO form_series (form, year, desk, next) VALUES (?, ?, ?, ?)
     ON CONFLICT (form, year, desk) DO UPDATE SET next = excluded.next`,
  ).run([form, year, String(desk), number + 1]);
};
