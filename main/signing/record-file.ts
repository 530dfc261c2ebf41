import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Acted, ActEvent } from '../../shared/dossier/acts/events.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import type { DossierFile } from '../../shared/dossier/signing/files.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import type { Role } from '../../shared/journal/row.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { dayOf, getCabinet, getSession, recordEvents, stampOf } from '../desk/desk.ts';
import type { Desk, Session } from '../desk/desk.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import { findDossierState } from '../journal/projections.ts';
import { tellRows } from '../lookup/working-set.ts';
import { SigningFault } from '../token/faults.ts';
import { lendAttachment, putAttachment, readAttachment, readWhole } from '../vault/attachments.ts';
import type { LentFile } from '../vault/sealed-file.ts';
import type { Patch } from './timestamp.ts';

/** A file of a dossier, still the newest of its line. Throws fileSuperseded. */
export const newestFile = (desk: Desk, dossier: string, hash: string): DossierFile => {
  const state = findDossierState(getCabinet(desk).db, dossier);
  const found = state ? filesOf(state).find(({ file }) => file.hash === hash) : undefined;
  if (!found) throw new SigningFault('fileSuperseded', { name: hash.slice(0, 10) });
  return found;
};

export const bytesOf = (desk: Desk, hash: string): Promise<Buffer> =>
  readWhole(desk.places.data, getCabinet(desk).databaseKey, hash);

/** A document for the signing process to read: a scan is not carried from process to process. */
export const lend = (desk: Desk, hash: string): Promise<LentFile> =>
  lendAttachment(desk.places.data, getCabinet(desk).databaseKey, hash);

const lay = (piece: Buffer, start: number, { at, bytes }: Patch): void => {
  const [from, to] = [Math.max(at, start), Math.min(at + bytes.length, start + piece.length)];
  if (from < to) piece.set(bytes.subarray(from - at, to - at), from - start);
};

/** A file as the signing process wants it changed: what takes the place of bytes of its own, what comes after. A piece of it at a time is in main's hands. */
export async function* changed(
  desk: Desk,
  hash: string,
  { patch, added }: { readonly patch?: Patch | undefined; readonly added: Uint8Array },
): AsyncGenerator<Uint8Array> {
  let start = 0;
  for await (const piece of readAttachment(desk.places.data, getCabinet(desk).databaseKey, hash)) {
    if (patch) lay(piece, start, patch);
    start += piece.length;
    yield piece;
  }
  yield added;
}

export interface NewFile {
  dossier: string;
  name: string;
  mime: string;
  /** Its bytes, one after the other: what is appended to a scan needs no copy of the scan. */
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  /** The version it takes the place of; a file that got another meanwhile is not replaced. */
  replaces?: string;
}

/** Locked, or handed to another clerk, while a file was in hand: nothing is journalled in a name that has left. Throws tokenNotLoggedIn. */
export const checkStillHers = (desk: Desk, session: Session): void => {
  if (desk.session !== session) throw new SigningFault('tokenNotLoggedIn');
};

/**
 * Keeps a file of a dossier and journals it: the file is durable before the row that names it. Throws fileSuperseded, and
 * tokenNotLoggedIn when the clerk has left meanwhile.
 */
export const recordFile = async (
  desk: Desk,
  role: Role,
  { dossier, name, mime, parts, replaces }: NewFile,
  eventsOf: (acted: Acted, file: AttachmentRef) => readonly ActEvent[],
): Promise<AttachmentRef> => {
  const cabinet = getCabinet(desk);
  const session = getSession(desk);
  const { hash, size } = await putAttachment(desk.places.data, cabinet.databaseKey, Readable.from(parts));
  checkStillHers(desk, session);
  if (replaces !== undefined) newestFile(desk, dossier, replaces);
  const file = { hash, name, size, mime };
  const day = dayOf(desk, cabinet);
  const stamp = stampOf(desk, cabinet, day);
  const acted = {
    command: randomUUID(),
    at: stamp.at,
    businessDay: day.day,
    desk: cabinet.office.desk.number,
    clerkName: session.name,
  };
  recordEvents(
    desk,
    role,
    eventsOf(acted, file).map((event) => ({ subject: dossier, event })),
    () => keepAttachments(cabinet.db, dossier, [file], stamp.recordedAt),
    stamp,
  );
  const state = findDossierState(cabinet.db, dossier);
  const { pos } = cabinet.journal.head;
  if (state) afterCommit(desk, cabinet, () => tellRows(desk, [summaryOf(state)], pos));
  return file;
};
