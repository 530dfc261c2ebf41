import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { cleanText } from '../../shared/text/hygiene.ts';
import { ATTACHMENT_MAX_BYTES, putAttachment } from '../vault/attachments.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { errorCode } from '../vault/faults.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';

/** First bytes of the kinds that are taken; the name's ending proves nothing. */
const kinds: readonly { mime: string; starts: readonly string[] }[] = [
  { mime: 'application/pdf', starts: ['25504446'] },
  { mime: 'image/jpeg', starts: ['ffd8ff'] },
  { mime: 'image/png', starts: ['89504e470d0a1a0a'] },
  { mime: 'image/tiff', starts: ['49492a00', '4d4d002a'] },
];

const findKind = async (file: string): Promise<string | undefined> => {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(8);
    await handle.read(head, 0, 8, 0);
    const hex = head.toString('hex');
    return kinds.find(({ starts }) => starts.some((start) => hex.startsWith(start)))?.mime;
  } finally {
    await handle.close();
  }
};

const nameOf = (file: string): string => {
  const clean = cleanText(basename(file), { max: 200 });
  return clean.ok && clean.text !== '' ? clean.text : `tệp${extname(file).slice(0, 8)}`;
};

/** Takes files the clerk chose into the vault, encrypted and durable, before any row names them. */
export const attachFiles = async (desk: Desk): Promise<Result<AttachmentRef[]>> => {
  const { databaseKey } = getCabinet(desk);
  const files = await desk.dialogs.openFiles('attachment');
  if (files === null) return fail('cancelled');
  const taken: AttachmentRef[] = [];
  for (const file of files) {
    const name = nameOf(file);
    try {
      if ((await stat(file)).size > ATTACHMENT_MAX_BYTES)
        return fail('fileTooLarge', { name, limitMb: ATTACHMENT_MAX_BYTES / 1024 / 1024 });
      const mime = await findKind(file);
      if (mime === undefined) return fail('fileKindRefused', { name });
      const { hash, size } = await putAttachment(desk.places.data, databaseKey, createReadStream(file));
      taken.push({ hash, name, size, mime });
    } catch (error) {
      if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(errorCode(error)))
        return fail('fileUnreadable', { name });
      throw error;
    }
  }
  return succeed(taken);
};

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
};
