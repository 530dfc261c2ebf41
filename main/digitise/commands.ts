import { basename } from 'node:path';
import type { InputOf, OpenedFile, Scanned, SheetRef } from '../../shared/contract.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { noteAccess } from '../desk/access-log.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import type { Desk, Session } from '../desk/desk.ts';
import type { Commands } from '../dispatch.ts';
import { hasAttachment, readAttachment, readPart } from '../vault/attachments.ts';
import { VaultFault } from '../vault/faults.ts';
import { digitiseInWorker } from './digitise-worker.ts';
import { takePart } from './drop.ts';
import { listScanners, scanSheets } from './scanner.ts';
import { takeIn } from './take-in.ts';
import { moveClaims, takeFromTray, trayOf, watchFolder } from './tray.ts';

type DigitiseMethod = Extract<keyof Commands, `digitise.${string}` | `attachment.${string}`>;

/** Says a fault that the clerk can mend; anything else is the dispatcher's to report. */
const answering = async <T>(job: () => T | Promise<T>): Promise<Result<T>> => {
  try {
    return succeed(await job());
  } catch (error) {
    if (error instanceof VaultFault) return fail(error.code, error.params);
    throw error;
  }
};

/** Takes the files the clerk chose in main's own dialog. One that is refused leaves the others untaken: she chooses again. */
export const pickFiles = (desk: Desk): Promise<Result<AttachmentRef[]>> =>
  answering(async () => {
    const files = await desk.dialogs.openFiles('attachment');
    if (files === null) throw new VaultFault('cancelled');
    const taken: AttachmentRef[] = [];
    for (const path of files) taken.push(await takeIn(desk, { path }));
    return taken;
  });

/** The scan under way, if any: one at a time, for there is one pair of hands. */
let scanning: AbortController | null = null;

const scan = (desk: Desk, { scanner, source }: InputOf<'digitise.scan'>): Promise<Result<Scanned>> =>
  answering(async () => {
    if (scanning) throw new VaultFault('scannerBusy');
    const under = new AbortController();
    scanning = under;
    const sheets: AttachmentRef[] = [];
    try {
      await scanSheets({
        scanner,
        source,
        signal: under.signal,
        take: async (path) => {
          sheets.push(await takeIn(desk, { path }));
          desk.tell({ kind: 'scanned', sheets: sheets.length });
        },
      });
      return { sheets, stoppedBy: null };
    } catch (error) {
      // A jam in the middle of a pile: what came through is hers.
      if (sheets.length === 0 || !(error instanceof VaultFault)) throw error;
      return { sheets, stoppedBy: { code: error.code, params: error.params } };
    } finally {
      scanning = null;
    }
  });

const chooseFolder = (desk: Desk) =>
  answering(async () => {
    const folder = await desk.dialogs.openFolder();
    if (folder === null) throw new VaultFault('cancelled');
    watchFolder(getCabinet(desk).db, folder);
    return trayOf(desk);
  });

/** All of a file's sheets in its own order, unturned, and no other's. */
const isUntouched = (
  { hash, pages }: InputOf<'digitise.compose'>['files'][number],
  sheets: readonly SheetRef[],
): boolean =>
  sheets.length === pages &&
  sheets.every((sheet, place) => sheet.hash === hash && sheet.page === place && sheet.turn === 0);

export const composeSheets = (
  desk: Desk,
  { name, sheets, files }: InputOf<'digitise.compose'>,
  script?: URL,
): Promise<Result<AttachmentRef[]>> =>
  answering(async () => {
    const { db, databaseKey } = getCabinet(desk);
    const vault = { folder: desk.places.data, databaseKey, at: desk.clock.now() };
    const untouched = files.find((file) => isUntouched(file, sheets));
    // Not even read: the commonest paper is one file as it came, and it may have a hundred megabytes.
    const { whole, made } = untouched
      ? { whole: [untouched.hash], made: null }
      : await digitiseInWorker(vault, { do: 'compose', sheets }, script);
    moveClaims(
      db,
      files.map(({ hash }) => hash),
      sheets.map(({ hash }) => hash),
      made?.hash ?? null,
    );
    const kept = files
      .filter(({ hash }) => whole.includes(hash))
      .map(({ hash, name: file, size, mime }) => ({ hash, name: file, size, mime }));
    return made ? [...kept, { ...made, name: `${basename(name)}.pdf`, mime: 'application/pdf' }] : kept;
  });

/** Enough that a paper of a few pages needs no second question. */
const headMost = 1024 * 1024;

/** Files each clerk looks into: proved, and noted. */
const opened = new WeakMap<Session, Set<string>>();

/** Proves a file for a window to show; looking into an accepted dossier's file is noted. Throws fileNotHere. */
const openFile = async (desk: Desk, hash: string): Promise<OpenedFile> => {
  const { db, databaseKey } = getCabinet(desk);
  if (!hasAttachment(desk.places.data, databaseKey, hash)) throw new VaultFault('fileNotHere');
  const named = db
    .prepare('SELECT dossier, name FROM attachment WHERE hash = ? LIMIT 1')
    .get<{ dossier: string; name: string }>([hash]);
  if (named) noteAccess(desk, 'viewDossier', named.dossier, named.name);
  const session = getSession(desk);
  const head: Buffer[] = [];
  let size = 0;
  for await (const piece of readAttachment(desk.places.data, databaseKey, hash)) {
    if (size < headMost) head.push(piece);
    size += piece.length;
  }
  opened.set(session, (opened.get(session) ?? new Set()).add(hash));
  return { size, head: Buffer.concat(head) };
};

const readFile = (desk: Desk, { hash, from, to }: InputOf<'attachment.read'>): Promise<Buffer> => {
  if (opened.get(getSession(desk))?.has(hash) !== true) throw new VaultFault('fileNotHere');
  return readPart(desk.places.data, getCabinet(desk).databaseKey, hash, from, to);
};

/** Papers into the vault: from files, from a scanner, from a watched folder; sheets put in order. */
export const digitiseCommands: Pick<Commands, DigitiseMethod> = {
  'digitise.pick': ({ desk }) => pickFiles(desk),
  'digitise.drop': ({ desk }, input) => answering(() => takePart(desk, input)),
  'digitise.scanners': () => answering(listScanners),
  'digitise.scan': ({ desk }, input) => scan(desk, input),
  'digitise.stopScan': () => {
    scanning?.abort();
    return succeed(null);
  },
  'digitise.tray': ({ desk }) => answering(() => trayOf(desk)),
  'digitise.takeFromTray': ({ desk }, { name }) => answering(() => takeFromTray(desk, name)),
  'digitise.chooseFolder': ({ desk }) => chooseFolder(desk),
  'digitise.forgetFolder': ({ desk }) => {
    watchFolder(getCabinet(desk).db, '');
    return succeed({ folder: '', files: [] });
  },
  'digitise.compose': ({ desk }, input) => composeSheets(desk, input),
  'attachment.open': ({ desk }, { hash }) => answering(() => openFile(desk, hash)),
  'attachment.read': ({ desk }, input) => answering(() => readFile(desk, input)),
};
