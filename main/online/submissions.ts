import { onlineSubject, submissionReceived } from '../../shared/online/submission.ts';
import type { SubmissionReceived } from '../../shared/online/submission.ts';
import { provinceDesk } from '../../shared/sync/province.ts';
import { readClaim } from '../../shared/sync/claims.ts';
import type { Foreign } from '../sync/verify-foreign.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** Notes a row of the province that hands over what was filed online; inside the transaction that keeps it. */
export const noteSubmission = (db: WritableDatabase, { entry, row, header }: Foreign): void => {
  if (header?.desk !== provinceDesk || header.subject !== onlineSubject || row.payload === null) return;
  if (header.type !== 'submissionReceived') return;
  const sent = readClaim(submissionReceived, row.payload);
  if (!sent) return;
  // Shown anew by a hub that was restored it stands at another place.
  db.prepare('INSERT OR REPLACE INTO online_waiting (dossier, position) VALUES (?, ?)').run([
    sent.dossier,
    entry.position,
  ]);
};

export const isWaiting = (db: ReadableDatabase, position: number): boolean =>
  db.prepare('SELECT 1 AS one FROM online_waiting WHERE position = ?').get([position]) !== undefined;

const takenIn = (dossier: string): string =>
  `(EXISTS (SELECT 1 FROM journal WHERE subject = ${dossier}) OR EXISTS (SELECT 1 FROM pulled WHERE subject = ${dossier}))`;

interface Stored {
  [column: string]: string | number;
  payload: string;
  begun: number;
}

export interface Waiting extends SubmissionReceived {
  begun: boolean;
}

const read = ({ payload, begun }: Stored): Waiting[] => {
  const sent = readClaim(submissionReceived, payload);
  return sent ? [{ ...sent, begun: begun === 1 }] : [];
};

const from = `FROM online_waiting AS waiting JOIN pulled USING (position)`;
const columns = `CAST(pulled.payload AS TEXT) AS payload, EXISTS (SELECT 1 FROM draft WHERE id = waiting.dossier) AS begun`;

/** What waits for a counter, the oldest first. What a counter has taken in, here or elsewhere, is forgotten on the way. */
export const listWaiting = (db: WritableDatabase, limit: number): { waiting: Waiting[]; total: number } => {
  db.prepare(`DELETE FROM online_waiting WHERE ${takenIn('dossier')}`).run();
  const total = db.prepare(`SELECT count(*) AS n ${from}`).get<{ n: number }>()?.n ?? 0;
  const rows = db.prepare(`SELECT ${columns} ${from} ORDER BY waiting.position LIMIT ?`).all<Stored>([limit]);
  return { waiting: rows.flatMap(read), total };
};

/** Changes when something more waits; cheap enough to be asked for again and again. */
export const standingOfWaiting = (db: ReadableDatabase): string => {
  const row = db
    .prepare('SELECT count(*) AS n, max(position) AS last FROM online_waiting')
    .get<{ n: number; last: number | null }>();
  return row && row.n > 0 ? `${row.n} ${row.last ?? 0}` : '';
};

/** Hashes of every file that something waiting names. */
export const filesOfWaiting = (db: WritableDatabase): string[] => [
  ...new Set(
    listWaiting(db, -1).waiting.flatMap(({ components }) =>
      components.flatMap(({ files }) => files.map(({ hash }) => hash)),
    ),
  ),
];

/** One that waits; undefined when there is none, or a counter has taken it in. */
export const findWaiting = (db: ReadableDatabase, dossier: string): Waiting | undefined => {
  const row = db
    .prepare(`SELECT ${columns} ${from} WHERE waiting.dossier = ? AND NOT ${takenIn('waiting.dossier')}`)
    .get<Stored>([dossier]);
  return row && read(row)[0];
};
