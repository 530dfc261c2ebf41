import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { signPdf } from './pades.ts';
import { addProofs } from './proofs.ts';
import { addTimestamp } from './timestamp.ts';
import { testPki } from './testing-pki.ts';

export const face = readFileSync(join(process.cwd(), 'assets', 'fonts', 'tinos', 'tinos-signature.ttf'));

/** A plain paper of `pages` pages, with a cross-reference table or stream. */
export const makePdf = async (pages = 1, streams = false, turn: 0 | 90 | 180 | 270 = 0): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.TimesRoman);
  for (let page = 1; page <= pages; page++) {
    const sheet = doc.addPage([595, 842]);
    sheet.drawText(`Trang ${page}: don de nghi`, { x: 60, y: 760, size: 14, font });
    if (turn !== 0) sheet.setRotation(degrees(turn));
  }
  return Buffer.from(await doc.save({ useObjectStreams: streams }));
};

/** Pages that are noise, as a scanner's are to a compressor: about `megabytes` in all. */
export const makeScan = async (pages: number, megabytes: number): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  const each = Math.floor((megabytes * 1_000_000) / pages);
  let seed = 1;
  for (let page = 0; page < pages; page++) {
    const sheet = doc.addPage([595, 842]);
    const bytes = Buffer.alloc(each);
    for (let at = 0; at < each; at++) {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      bytes[at] = seed >>> 16;
    }
    const height = Math.floor(each / 1000);
    const image = doc.context.register(
      doc.context.stream(bytes.subarray(0, height * 1000), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 1000,
        Height: height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }),
    );
    sheet.node.newXObject('Scan', image);
  }
  return Buffer.from(await doc.save({ useObjectStreams: false }));
};

/** Signs, and gives the whole signed file. */
export const signWhole = async (...wish: Parameters<typeof signPdf>): Promise<Buffer> =>
  Buffer.concat([wish[0], (await signPdf(...wish)).added]);

/** Stamps the last signature, and gives the whole file. */
export const stampWhole = async (
  ...wish: Parameters<typeof addTimestamp>
): Promise<{ bytes: Buffer; stampedAt: Date }> => {
  const { patch, stampedAt } = await addTimestamp(...wish);
  const bytes = Buffer.from(wish[0]);
  bytes.set(patch.bytes, patch.at);
  return { bytes, stampedAt };
};

/** Adds what proves a signature, and gives the whole file. */
export const proveWhole = async (
  ...wish: Parameters<typeof addProofs>
): Promise<{ bytes: Buffer; fetched: Buffer[] }> => {
  const { added, fetched } = await addProofs(...wish);
  return { bytes: Buffer.concat([wish[0], added]), fetched };
};

/** Tools that are not ours, on files in a folder of their own. */
export const openBench = (): {
  readonly folder: string;
  readonly write: (name: string, bytes: Uint8Array) => string;
  readonly run: (program: string, ...args: string[]) => string;
} => {
  const folder = mkdtempSync(join(tmpdir(), 'quay-pdf-'));
  return {
    folder,
    write: (name, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    run: (program, ...args) =>
      execFileSync(program, args, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }),
  };
};

/** An NSS store that trusts the test authority: what pdfsig judges by. */
export const nssStore = (folder: string): string => {
  const pki = testPki();
  const store = `sql:${folder}`;
  execFileSync('certutil', ['-N', '-d', store, '--empty-password']);
  execFileSync('certutil', ['-A', '-d', store, '-n', 'root', '-t', 'CT,C,C', '-i', pki.file('root.pem')]);
  execFileSync('certutil', ['-A', '-d', store, '-n', 'sub', '-t', ',,', '-i', pki.file('sub.pem')]);
  return store;
};
