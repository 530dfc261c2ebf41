import type { PaperOutcome } from '../../shared/dossier/events.ts';
import { isSealEvent, sealSubject } from '../../shared/seals/events.ts';
import type { DaysSealed } from '../../shared/seals/events.ts';
import type { Recorded } from '../journal/journal.ts';
import { readJson, withKeys } from '../journal/json.ts';
import { rowsAbout } from '../journal/read.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** A seal as it was drawn, and how its page fared since. */
export interface KeptSeal {
  sealed: DaysSealed;
  /** Of the last attempt to print; null before the first. */
  outcome: PaperOutcome | null;
  /** The page was put into a hand before. */
  settled: boolean;
  /** Of the newest version of the signed page; '' where the hand signs. */
  hash: string;
  /** When an authority saw the signature, milliseconds. */
  stampedAt: number | null;
}

interface StoredSeal {
  [column: string]: string | number | null;
  outcome: PaperOutcome | '';
  settled: number;
  hash: string;
  stamped_at: number | null;
  body: string;
}

const isSealed = withKeys<DaysSealed>('seal', 'number', 'head', 'days');

const readSeal = ({ outcome, settled, hash, stamped_at, body }: StoredSeal): KeptSeal => ({
  sealed: readJson(body, isSealed),
  outcome: outcome === '' ? null : outcome,
  settled: settled === 1,
  hash,
  stampedAt: stamped_at,
});

const columns = 'outcome, settled, hash, stamped_at, body';

export const findSeal = (db: ReadableDatabase, id: string): KeptSeal | undefined => {
  const row = db.prepare(`SELECT ${columns} FROM seal WHERE id = ?`).get<StoredSeal>([id]);
  return row && readSeal(row);
};

/** The last row that is sealed, or before which this vault's days need not be. */
export const sealedUpTo = (db: ReadableDatabase): number =>
  db
    .prepare(
      'SELECT max(coalesce((SELECT max(covered) FROM seal), 0), (SELECT max(pos) FROM seal_start)) AS pos',
    )
    .get<{ pos: number }>()?.pos ?? 0;

/** Newest first. */
export const newestSeals = (db: ReadableDatabase, limit: number): KeptSeal[] =>
  db.prepare(`SELECT ${columns} FROM seal ORDER BY pos DESC LIMIT ?`).all<StoredSeal>([limit]).map(readSeal);

/** Seals drawn before a place in the journal of whose page nobody knows the end, oldest first. What a certificate signed needs no paper. */
export const sealsInDoubt = (db: ReadableDatabase, before: number): KeptSeal[] =>
  db
    .prepare(
      `SELECT ${columns} FROM seal WHERE outcome = 'unsure' OR (outcome = '' AND by_hand = 1 AND pos < ?) ORDER BY pos`,
    )
    .all<StoredSeal>([before])
    .map(readSeal);

/** Signed pages without a time stamp, or without proofs of revocation, oldest first. */
export const unlastingSeals = (db: ReadableDatabase, limit: number): KeptSeal[] =>
  db
    .prepare(
      `SELECT ${columns} FROM seal WHERE by_hand = 0 AND (stamped_at IS NULL OR proved = 0) ORDER BY pos LIMIT ?`,
    )
    .all<StoredSeal>([limit])
    .map(readSeal);

const inHand: readonly PaperOutcome[] = ['printed', 'saved', 'skipped'];

/** Brings the seals up with one row. A row this software does not know changes nothing: verification names it. */
export const projectSeal = (db: WritableDatabase, { event, row }: Recorded): void => {
  if (!isSealEvent(event)) return;
  switch (event.type) {
    case 'daysSealed': {
      const { payload } = event;
      db.prepare(
        `INSERT INTO seal (id, pos, covered, outcome, settled, by_hand, hash, stamped_at, proved, body)
         VALUES (?, ?, ?, '', 0, ?, ?, NULL, 0, ?) ON CONFLICT (id) DO NOTHING`,
      ).run([
        payload.seal,
        row.pos,
        payload.head.pos,
        payload.signed ? 0 : 1,
        payload.files[0]?.hash ?? '',
        JSON.stringify(payload),
      ]);
      return;
    }
    case 'sealPrinted': {
      const { seal, outcome } = event.payload;
      db.prepare('UPDATE seal SET outcome = ?, settled = max(settled, ?) WHERE id = ?').run([
        outcome,
        inHand.includes(outcome) ? 1 : 0,
        seal,
      ]);
      return;
    }
    case 'sealLengthened': {
      const { seal, files, stampedAt, proved } = event.payload;
      db.prepare('UPDATE seal SET hash = ?, stamped_at = ?, proved = max(proved, ?) WHERE id = ?').run([
        files[0]?.hash ?? '',
        stampedAt,
        proved ? 1 : 0,
        seal,
      ]);
    }
  }
};

/** Makes the seals again from their rows; inside the caller's transaction. */
export const projectSealsAnew = (db: WritableDatabase): void => {
  db.exec('DELETE FROM seal');
  for (const read of rowsAbout(db, sealSubject)) projectSeal(db, read);
};
