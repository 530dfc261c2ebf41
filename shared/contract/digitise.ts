import * as z from 'zod';
import { dropPartBytes } from '../dossier/file-limits.ts';
import type { AttachmentRef } from '../dossier/form.ts';
import type { Fault } from '../faults.ts';
import { answers, none, text } from './method.ts';

/** A file of the vault that may now be read part by part: a hundred megabytes are nowhere held whole to be looked at. */
export interface OpenedFile {
  size: number;
  /** Its first bytes; all of a small one. */
  head: Uint8Array;
}

/** A device that scans; `sources` are its own names for where it takes paper from, none when there is only one. */
export interface Scanner {
  id: string;
  name: string;
  sources: string[];
}

/** One sheet of a component's papers: a page of a file in the vault, turned clockwise by `turn` degrees. */
export interface SheetRef {
  hash: string;
  /** From 0. */
  page: number;
  turn: 0 | 90 | 180 | 270;
}

/** What came through; a pile may have been stopped in its middle. */
export interface Scanned {
  sheets: AttachmentRef[];
  stoppedBy: Fault | null;
}

/** The watched scan folder: '' when none is watched; `files` are those that wait to be taken, oldest first. */
export interface ScanTray {
  folder: string;
  files: TrayFile[];
}

export interface TrayFile {
  name: string;
  size: number;
  /** Epoch milliseconds. */
  changedAt: number;
}

const hash = text(64);
const desk = ['reception', 'officer', 'registrar'] as const;

export const sheetInputs = z
  .array(
    z.strictObject({
      hash,
      page: z.number().int().min(0).max(9999),
      turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    }),
  )
  .max(2000);

export const digitiseMethods = {
  'digitise.pick': answers<AttachmentRef[]>()(none, desk),
  /**
   * The next part of a file let go over the window: its bytes from `from` on, in order. A window cannot name a path to main, and neither holds the
   * whole file. Null while more of its `size` bytes is to come. Another file begun meanwhile ends this one (cancelled).
   */
  'digitise.drop': answers<AttachmentRef | null>()(
    z.strictObject({
      name: text(1000),
      size: z.number().int().min(0),
      from: z.number().int().min(0),
      bytes: z.instanceof(Uint8Array<ArrayBuffer>).refine((part) => part.length <= dropPartBytes),
    }),
    desk,
  ),
  'digitise.scanners': answers<Scanner[]>()(none, desk),
  /** `source` one of the scanner's, '' for its only one. Told of on the way as 'scanned'. */
  'digitise.scan': answers<Scanned>()(z.strictObject({ scanner: text(300), source: text(100) }), desk),
  'digitise.stopScan': answers<null>()(none, desk),
  'digitise.tray': answers<ScanTray>()(none, 'any'),
  'digitise.takeFromTray': answers<AttachmentRef>()(z.strictObject({ name: text(500) }), desk),
  'digitise.chooseFolder': answers<ScanTray>()(none, desk),
  'digitise.forgetFolder': answers<ScanTray>()(none, desk),
  /** The files that a paper's sheets become: one PDF, and beside it each signed or locked file as it came. */
  'digitise.compose': answers<AttachmentRef[]>()(
    z.strictObject({
      name: text(500),
      sheets: sheetInputs,
      files: z
        .array(
          z.strictObject({
            hash,
            name: text(500),
            size: z.number().int().min(0),
            mime: text(200),
            /** Sheets it has, as the window shows it; a locked file is shown as one. */
            pages: z.number().int().min(1),
          }),
        )
        .max(200),
    }),
    desk,
  ),
  /** Proves a file whole and opens it for reading in this session. */
  'attachment.open': answers<OpenedFile>()(z.strictObject({ hash }), 'any'),
  /** Bytes [from, to) of an opened file. */
  'attachment.read': answers<Uint8Array>()(
    z.strictObject({ hash, from: z.number().int().min(0), to: z.number().int().min(0) }),
    'any',
  ),
} as const;
