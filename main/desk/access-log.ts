import type { AccessRow } from '../../shared/contract.ts';
import { accessHash } from '../journal/access-chain.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';

/** What the second log keeps: who looked at or took out citizens' data, apart from the legal chain (Luật 91/2025/QH15). */
export type AccessAction =
  | 'signIn'
  | 'recover'
  | 'viewDossier'
  | 'searchNumber'
  | 'print'
  | 'save'
  | 'export'
  | 'backup'
  | 'verify'
  | 'showCode'
  | 'keepCode'
  | 'viewAccess';

/** Appends to the access log; each entry's hash covers the one before, so that a missing line shows. */
export const noteAccess = (desk: Desk, action: AccessAction, subject: string, detail: string): void => {
  const { db } = getCabinet(desk);
  const last = db
    .prepare('SELECT hash FROM access_log ORDER BY pos DESC LIMIT 1')
    .get<{ hash: Uint8Array<ArrayBuffer> }>();
  const at = desk.clock.now();
  const clerk = desk.session?.clerk ?? '';
  const hash = accessHash(last?.hash, { at, clerk, action, subject, detail });
  db.prepare(
    'INSERT INTO access_log (at, clerk, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?)',
  ).run([at, clerk, action, subject, detail, hash]);
};

/** Newest first, before a position (0: from the newest). */
export const listAccess = (desk: Desk, before: number, limit: number): AccessRow[] => {
  const { db, office } = getCabinet(desk);
  const names = new Map(office.clerks.map((clerk) => [clerk.id, clerk.name]));
  return db
    .prepare(
      'SELECT pos, at, clerk, action, subject, detail FROM access_log WHERE pos < ? ORDER BY pos DESC LIMIT ?',
    )
    .all<{ pos: number; at: number; clerk: string; action: string; subject: string; detail: string }>([
      before > 0 ? before : Number.MAX_SAFE_INTEGER,
      limit,
    ])
    .map(({ clerk, ...row }) => ({ ...row, clerkName: names.get(clerk) ?? '' }));
};
