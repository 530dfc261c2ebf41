import type { Role } from '../../shared/journal/row.ts';
import type { Desk } from '../desk/desk.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { listUnlasting } from './kept-signatures.ts';
import { newestFile, recordFile } from './record-file.ts';
import type { Lasting } from './stamp-queue.ts';

/** Signed files of dossiers that have no time stamp, or no proofs of revocation yet, oldest first. */
export const filesToLengthen = (desk: Desk, db: ReadableDatabase, role: Role, most: number): Lasting[] =>
  listUnlasting(db, most).map(({ dossier, hash, field, stampedAt: known }) => ({
    hash,
    field,
    stampedAt: known,
    keep: async ({ parts, stampedAt, proved, authority }) => {
      const { file } = newestFile(desk, dossier, hash);
      await recordFile(desk, role, { ...file, dossier, parts, replaces: hash }, (acted, made) => [
        {
          type: 'signatureStamped',
          v: 1,
          payload: { ...acted, source: hash, file: made, field, stampedAt, authority, proved },
        },
      ]);
    },
  }));
