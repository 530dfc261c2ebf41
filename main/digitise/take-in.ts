import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { mostTakenIn } from '../../shared/dossier/file-limits.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { cleanText } from '../../shared/text/hygiene.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { putAttachment } from '../vault/attachments.ts';
import { VaultFault, errorCode } from '../vault/faults.ts';
import { digitiseInWorker } from './digitise-worker.ts';
import { kindOfBytes, kindOfFile } from './kinds.ts';

const pdf = 'application/pdf';
const longestName = 200;

/** A name fit to be shown and kept; pictures have become PDFs. */
const nameOf = (file: string): string => {
  const clean = cleanText(basename(file), { max: longestName });
  const name = clean.ok && clean.text !== '' ? clean.text : `tệp${extname(file).slice(0, 8)}`;
  const ending = extname(name);
  return ending.toLowerCase() === '.pdf' ? name : `${name.slice(0, name.length - ending.length)}.pdf`;
};

/** The faults of a file that cannot be taken are told with its name. */
const naming = async <T>(name: string, take: () => Promise<T>): Promise<T> => {
  try {
    return await take();
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR', 'EPERM'].includes(errorCode(error)))
      throw new VaultFault('fileUnreadable', { name }, error);
    if (error instanceof VaultFault) throw new VaultFault(error.code, { ...error.params, name }, error);
    throw error;
  }
};

/** A file by its path, or one that comes in parts, of which the first bytes are here already. */
export type Source =
  | { readonly path: string }
  | {
      readonly name: string;
      readonly size: number;
      readonly head: Uint8Array;
      readonly parts: AsyncIterable<Uint8Array>;
    };

/** A picture in one piece, which whoever unpacks it needs. */
const gather = async (size: number, parts: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/**
 * Takes a paper's file into the vault, encrypted and durable, before any row names it: a PDF as it is, streamed; a picture as a PDF of its size.
 * Throws fileTooLarge, fileKindRefused, heicRefused, fileUnreadable, imageUnreadable, imageTooBig, each with {name}; diskFull …
 */
export const takeIn = async (desk: Desk, source: Source, script?: URL): Promise<AttachmentRef> => {
  const { databaseKey } = getCabinet(desk);
  const vault = { folder: desk.places.data, databaseKey, at: desk.clock.now() };
  const isPath = 'path' in source;
  const shown = basename(isPath ? source.path : source.name);
  return naming(shown, async () => {
    const bytes = isPath ? (await stat(source.path)).size : source.size;
    if (bytes > mostTakenIn) throw new VaultFault('fileTooLarge', { limitMb: mostTakenIn / 1024 / 1024 });
    const found = isPath ? await kindOfFile(source.path) : kindOfBytes(source.head);
    if ('refused' in found) throw new VaultFault(found.refused);
    const { kind } = found;
    const name = nameOf(shown);
    if (kind === pdf) {
      const stream = isPath ? createReadStream(source.path) : source.parts;
      const { hash, size } = await putAttachment(vault.folder, databaseKey, stream, mostTakenIn);
      return { hash, name, size, mime: pdf };
    }
    const picture = isPath ? source.path : await gather(bytes, source.parts);
    const job = { do: 'image', kind, source: picture } as const;
    const { made } = await digitiseInWorker(vault, job, script);
    if (!made) throw new VaultFault('imageUnreadable');
    return { ...made, name, mime: pdf };
  });
};
