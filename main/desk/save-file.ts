import type { InputOf, PrintAnswer } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { hasAttachment, proveAttachment, readAttachment } from '../vault/attachments.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';
import { saveBytes } from './save-bytes.ts';

/** A dossier's file out of the vault to where the clerk's dialog says; proved against its hash before a byte is written. */
export const saveFile = async (
  desk: Desk,
  { id, hash }: InputOf<'dossier.saveFile'>,
): Promise<Result<PrintAnswer>> => {
  const { db, databaseKey } = getCabinet(desk);
  const named = db
    .prepare('SELECT name FROM attachment WHERE dossier = ? AND hash = ?')
    .get<{ name: string }>([id, hash]);
  if (!named || !hasAttachment(desk.places.data, databaseKey, hash)) return fail('fileNotHere');
  const { name } = named;
  const saved = await saveBytes(desk, name, async () => {
    await proveAttachment(desk.places.data, databaseKey, hash);
    return readAttachment(desk.places.data, databaseKey, hash);
  });
  if (!saved.ok) return saved;
  noteAccess(desk, 'save', id, name);
  return succeed({ outcome: 'saved', printer: '', detail: saved.value.file });
};
