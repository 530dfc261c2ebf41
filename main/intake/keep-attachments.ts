import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { keepUnsigned } from '../signing/kept-signatures.ts';
import type { WritableDatabase } from '../vault/database.ts';

/** Names a dossier's files in the vault; inside the transaction whose rows name them. */
export const keepAttachments = (
  db: WritableDatabase,
  dossier: string,
  files: readonly AttachmentRef[],
  at: number,
): void => {
  for (const { hash, name, size, mime } of files)
    db.prepare(
      'INSERT OR IGNORE INTO attachment (hash, dossier, name, size, mime, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run([hash, dossier, name, size, mime, at]);
  if (files.length > 0) keepUnsigned(db, dossier);
};
