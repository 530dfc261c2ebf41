import type { Lane } from '../../shared/office/profile.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** Numbers claimed in the guard file at a time: one durable write outside the vault in twenty acceptances. */
export const blockSize = 20;

interface Block {
  next: number;
  until: number;
}

const findBlock = (db: ReadableDatabase, day: string, from: number): Block | undefined =>
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

/** `claimed(lane)`: the highest number the guard remembers for the day; a new block begins above it. */
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

/** Marks the number as given out; inside the transaction of the acceptance. */
export const takeNumber = (db: WritableDatabase, day: string, taken: NextNumber): void => {
  db.prepare(
    `INSERT INTO number_block (day, lane_from, next, until) VALUES (?, ?, ?, ?)
     ON CONFLICT (day, lane_from) DO UPDATE SET next = excluded.next, until = excluded.until`,
  ).run([day, taken.lane.from, taken.number + 1, taken.until]);
};

/** Gives up what is left of open blocks: after a doubtful end nobody knows which of their numbers are on paper. */
export const abandonBlocks = (db: WritableDatabase): void => {
  db.prepare('UPDATE number_block SET next = until + 1 WHERE next <= until').run();
};

/** Counts on above a number known to be on paper (the newest kept copy after a restore). */
export const countAbove = (db: WritableDatabase, day: string, lane: Lane, highest: number): void => {
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
