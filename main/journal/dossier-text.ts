import { transaction } from '../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/**
 * What dossiers are searched by: folded words in an FTS5 index, and for the newest dossiers in a small table before it. What is in
 * either is found (main/lookup/find.ts); a dossier is in one of them alone.
 */

export interface DossierText {
  name: string;
  phone: string;
  code: string;
  ids: string;
}

interface FreshText extends DossierText {
  [column: string]: string | number;
  rowid: number;
}

const indexSql = 'INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, ?)';
const freshSql = 'INSERT OR REPLACE INTO fresh_text (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, ?)';

/** The words of a dossier nobody could find until now; in place of those of a row that stood there and was lost. */
export const addText = (
  db: WritableDatabase,
  rowid: number,
  { name, phone, code, ids }: DossierText,
): void => {
  db.prepare(freshSql).run([rowid, name, phone, code, ids]);
};

/** Its words in place of whatever stood there. */
export const replaceText = (
  db: WritableDatabase,
  rowid: number,
  { name, phone, code, ids }: DossierText,
): void => {
  db.prepare('DELETE FROM fresh_text WHERE rowid = ?').run([rowid]);
  db.prepare('DELETE FROM dossier_text WHERE rowid = ?').run([rowid]);
  db.prepare(indexSql).run([rowid, name, phone, code, ids]);
};

/** Words that wait for the index, the newest first. */
export const listFresh = (db: ReadableDatabase): FreshText[] =>
  db.prepare('SELECT rowid, name, phone, code, ids FROM fresh_text ORDER BY rowid DESC').all<FreshText>();

/** Rows moved at a time, some 40 µs each: what a bulk of acceptances leaves over waits for the next idle moment. */
const mostMoved = 5_000;

/**
 * Moves waiting words into the index and joins the small pieces that leaves there, about `pages` pages of work. Done when nobody
 * waits: an acceptance then never has to, and a search reads few pieces.
 */
export const mergeText = (db: WritableDatabase, pages: number): void => {
  const waiting = db
    .prepare('SELECT max(rowid) AS last FROM (SELECT rowid FROM fresh_text ORDER BY rowid LIMIT ?)')
    .get<{ last: number | null }>([mostMoved]);
  const last = waiting?.last ?? null;
  if (last !== null)
    transaction(db, () => {
      db.prepare(
        `INSERT INTO dossier_text (rowid, name, phone, code, ids)
         SELECT rowid, name, phone, code, ids FROM fresh_text WHERE rowid <= ?`,
      ).run([last]);
      db.prepare('DELETE FROM fresh_text WHERE rowid <= ?').run([last]);
    });
  db.prepare("INSERT INTO dossier_text (dossier_text, rank) VALUES ('merge', ?)").run([pages]);
};

/**
 * Begins to join all pieces of the search index into one, which `mergeText` goes on with a little at a time: a word is then looked up in
 * one place instead of six. Once a day is enough; each time the whole index is written anew.
 */
export const gatherText = (db: WritableDatabase, pages: number): void => {
  db.prepare("INSERT INTO dossier_text (dossier_text, rank) VALUES ('merge', ?)").run([-pages]);
};
