import { Readable } from 'node:stream';
import { keepFile } from '../carried.ts';
import { findKept } from '../files.ts';
import { noteNamedFiles } from '../named-files.ts';
import { provinceDesk } from '../../shared/sync/province.ts';
import { mostTakenIn } from '../../shared/dossier/file-limits.ts';
import { checkOffice } from './posts.ts';
import type { Call } from './operations.ts';
import { ProvinceRefused } from './refused.ts';

/** The bytes as they come; ends with a refusal once they are too many. */
async function* bounded(source: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of source) {
    if (!Buffer.isBuffer(part)) throw new ProvinceRefused('malformed');
    size += part.length;
    if (size > mostTakenIn) throw new ProvinceRefused('tooLarge');
    yield part;
  }
}

const gathered = async (source: AsyncIterable<unknown>): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of bounded(source)) parts.push(part);
  return Buffer.concat(parts);
};

/** Keeps a file for the office's counters, once its hash is proved; again it changes nothing. */
export const putFile = async (
  { hub, bytes }: Call,
  { office, sha256 }: { office: string; sha256: string },
): Promise<{ sha256: string; size: number }> => {
  const { db, now } = hub;
  await checkOffice(db, office);
  const known = await findKept(db, office, sha256);
  if (known) {
    bytes?.resume();
    return { sha256, size: known.size };
  }
  const body = await gathered(bytes ?? Readable.from([]));
  await noteNamedFiles(db, office, [{ files: [{ hash: sha256, size: body.length }] }]);
  const from = { office, desk: provinceDesk, key: hub.identity.key, confirmed: true };
  await keepFile(hub, from, sha256, body.length, now(), Readable.from([body]));
  return { sha256, size: body.length };
};
