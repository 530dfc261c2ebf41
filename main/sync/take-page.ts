import type { DossierRow } from '../../shared/contract.ts';
import { isDossierId } from '../../shared/dossier/id.ts';
import { fromHex, toHex } from '../../shared/journal/row.ts';
import { roll } from '../../shared/sync/feed.ts';
import type { Signed } from '../../shared/sync/claims.ts';
import type { Cursor, FeedEntry } from '../../shared/sync/feed.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { findLine } from '../journal/line-place.ts';
import { projectAnew } from '../journal/projections.ts';
import { lightTransaction, transaction } from '../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { isWaiting, noteSubmission } from '../online/submissions.ts';
import { findCursor, saveCursor } from './enrolment.ts';
import { noteForeignFiles } from './files/foreign-files.ts';
import { proveForeign } from './verify-foreign.ts';
import type { Foreign } from './verify-foreign.ts';

export interface TakenPage {
  cursor: Cursor;
  /** Lines that are others by now. */
  rows: DossierRow[];
  /** Own rows stand in the feed that this journal does not hold: their bodies must be asked for. */
  lost: boolean;
  /** Something was filed online, or taken in elsewhere. */
  online: boolean;
}

/** Of this desk's own rows, the last the feed has shown. */
export const findSeen = (db: ReadableDatabase): number =>
  db.prepare('SELECT max(pos) AS pos FROM seen').get<{ pos: number | null }>()?.pos ?? 0;

/** Far below every other line, in the order in which they came. */
const linesBegin = -(2 ** 40);

const placeLine = (db: WritableDatabase, { entry, header }: Foreign): void => {
  if (!header || !isDossierId(header.subject) || findLine(db, header.subject) !== undefined) return;
  db.prepare('INSERT INTO other_line (subject, line) VALUES (?, ?)').run([
    header.subject,
    linesBegin + entry.position,
  ]);
};

const keep = (db: WritableDatabase, { entry, row, header, proved }: Foreign): void => {
  const verdict = proved ? entry.verdict : 'unverified';
  db.prepare(
    `INSERT INTO pulled (position, desk, epoch, seq, id, type, subject, verdict, detail, header, salt, payload, commitment, hash, signature, judged)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BLOB), ?, ?, ?, ?)`,
  ).run([
    entry.position,
    header?.desk ?? 0,
    header?.epoch ?? '',
    header?.seq ?? 0,
    entry.id,
    header?.type ?? '',
    header?.subject ?? '',
    verdict,
    entry.detail,
    row.header,
    row.salt,
    row.payload,
    row.commitment,
    row.hash,
    row.signature,
    proved ? null : entry.verdict,
  ]);
  db.prepare('DELETE FROM set_aside WHERE hash = ?').run([row.hash]);
};

/** What this desk wrote behind a place of its journal: the feed shows its rows in the order they were written. */
const hashesAfter = (db: ReadableDatabase, pos: number, most: number): string[] =>
  db
    .prepare('SELECT lower(hex(hash)) AS hash FROM journal WHERE pos > ? ORDER BY pos LIMIT ?')
    .all<{ hash: string }>([pos, most])
    .map(({ hash }) => hash);

const rolled = (from: Cursor, entries: readonly FeedEntry[]): Cursor => {
  let hash = fromHex(from.hash);
  for (const entry of entries) hash = roll(chainCrypto, hash, fromHex(entry.hash), entry);
  return { position: entries.at(-1)?.position ?? from.position, hash: toHex(hash) };
};

const keepPoint = (db: WritableDatabase, { position, hash }: Cursor, proof?: Signed): void => {
  db.prepare(
    'INSERT OR REPLACE INTO feed_point (position, hash, proof_text, proof_signature) VALUES (?, ?, ?, ?)',
  ).run([position, hash, proof?.text ?? null, proof?.signature ?? null]);
};

/** Positions follow each other, and the hub's own sum is ours. */
export class FeedAltered extends Error {}

/**
 * Takes in one page of the feed, its rows, the lines of the dossiers they concern and the cursor in one transaction. Of a page with own
 * rows this journal lost nothing is taken until their bodies come too. `desk`: this one's number. `proof`: the hub's word on the end, proved by the caller.
 */
export const takePage = (
  db: WritableDatabase,
  entries: readonly FeedEntry[],
  end: Cursor,
  desk: number,
  proof?: Signed,
): TakenPage => {
  const from = findCursor(db);
  const summed = rolled(from, entries);
  const isWhole = entries.every(({ position }, at) => position === from.position + at + 1);
  if (!isWhole || summed.position !== end.position || summed.hash !== end.hash) throw new FeedAltered();
  // What a power cut takes of it the hub shows again: nobody waits for the disk.
  return lightTransaction(db, () => {
    const seen = findSeen(db);
    const own = hashesAfter(db, seen, entries.length);
    const foreign: FeedEntry[] = [];
    const shown: { pos: number; entry: FeedEntry }[] = [];
    for (const entry of entries) {
      if (own[shown.length] === entry.hash) shown.push({ pos: seen + shown.length + 1, entry });
      else if (entry.row === undefined) return { cursor: from, rows: [], lost: true, online: false };
      else foreign.push(entry);
    }
    for (const { pos, entry } of shown)
      db.prepare('INSERT INTO seen (pos, position, verdict, detail) VALUES (?, ?, ?, ?)').run([
        pos,
        entry.position,
        entry.verdict,
        entry.detail,
      ]);
    const subjects = new Set<string>();
    for (const one of proveForeign(db, foreign, desk)) {
      keep(db, one);
      if (!one.proved || one.entry.verdict === 'quarantined') continue;
      noteSubmission(db, one);
      placeLine(db, one);
      if (one.header && isDossierId(one.header.subject)) subjects.add(one.header.subject);
    }
    noteForeignFiles(db, from.position);
    const rows = [...subjects].flatMap((subject) => projectAnew(db, subject) ?? []);
    saveCursor(db, end);
    if (entries.length > 0) keepPoint(db, end, proof);
    const online = rows.length > 0 || foreign.some(({ position }) => isWaiting(db, position));
    return { cursor: end, rows, lost: false, online };
  });
};

/** Points to offer a hub whose history is another: close to the end many, far from it few. */
export const pointsOf = (db: ReadableDatabase): Cursor[] => {
  const all = db
    .prepare('SELECT position, hash FROM feed_point ORDER BY position DESC LIMIT 2000')
    .all<{ position: number; hash: string }>([]);
  return all.filter((_, at) => at < 8 || (at & (at - 1)) === 0).slice(0, 24);
};

/**
 * Goes back to the last point both have. What the hub no longer has is set aside, and stays on the lists until it comes again. Its word
 * for files may be of the time that is lost: it is asked for all of them anew.
 */
export const rewindTo = (db: WritableDatabase, to: Cursor): void =>
  transaction(db, () => {
    db.prepare('INSERT INTO set_aside SELECT * FROM pulled WHERE position > ?').run([to.position]);
    for (const table of ['pulled', 'seen', 'feed_point', 'foreign_file'])
      db.prepare(`DELETE FROM ${table} WHERE position > ?`).run([to.position]);
    db.prepare('DELETE FROM file_receipt').run();
    saveCursor(db, to);
  });
