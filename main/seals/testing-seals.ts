import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { DAY_MS } from '../../shared/calendar/vietnam-time.ts';
import type { PaperValue } from '../../shared/forms/values.ts';
import type { PrintJob } from '../print/index.ts';
import { openTray } from '../print/testing-tray.ts';
import type { Tray } from '../print/testing-tray.ts';
import { testPki } from '../signing/testing-pki.ts';
import { closeSigning } from '../signing/room.ts';
import { openTestDesk, sampleMoment } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';

const textsOf = (value: PaperValue): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value) ? [value.flatMap(textsOf).join(' ')] : Object.values(value).flatMap(textsOf);
};

/** A job's words on plain pages: what Chromium makes of the template is judged end to end. */
export const plainPages = async ({ values }: Pick<PrintJob, 'values'>): Promise<Buffer> => {
  const doc = await PDFDocument.create();
  doc.registerFontkit(fontkit);
  const face = readFileSync(join(process.cwd(), 'assets', 'fonts', 'tinos', 'tinos-signature.ttf'));
  const font = await doc.embedFont(face, { subset: false });
  for (const one of values) {
    // A long word goes over lines, as on paper.
    const lines = textsOf(one).flatMap((text) => text.match(/.{1,90}/gsu) ?? []);
    for (let from = 0; from < lines.length; from += 50) {
      const page = doc.addPage([595, 842]);
      for (const [place, line] of lines.slice(from, from + 50).entries())
        page.drawText(line, { x: 40, y: 800 - place * 14, size: 9, font });
    }
  }
  return Buffer.from(await doc.save());
};

export interface SealDesk {
  desk: TestDesk;
  tray: Tray;
  takeIn: (count: number) => Promise<string[]>;
  goOnToNextDay: () => void;
  /** Chooses a test authority's holder as software token. */
  holdFile: (who: 'alice' | 'carol') => Promise<void>;
  /** Where the next save goes. */
  saveTo: (path: string | null) => void;
  password: () => Uint8Array;
  /** Runs once, while the next page is drawn to be signed. */
  whileDrawing: (job: () => Promise<unknown>) => void;
  end: () => Promise<void>;
}

/** A founded desk with a signing process and a print system of plain pages. */
export const openSealDesk = async (from: number = sampleMoment): Promise<SealDesk> => {
  const tray = openTray();
  let now = from;
  let picked: string[] | null = null;
  let saved: string | null = null;
  let meanwhile: () => Promise<unknown> = () => Promise.resolve();
  const desk = openTestDesk({
    printing: {
      ...tray.printing,
      pdf: async (job) => {
        const run = meanwhile;
        meanwhile = () => Promise.resolve();
        await run();
        return plainPages(job);
      },
    },
    clock: { now: () => (now += 1000) },
    dialogs: { openFiles: () => Promise.resolve(picked), saveFile: () => Promise.resolve(saved) },
  });
  await foundSample(desk);
  return {
    desk,
    tray,
    takeIn: async (count) => {
      const ids: string[] = [];
      for (let place = 0; place < count; place += 1)
        ids.push((await acceptSample(desk, await readySample(desk))).dossier);
      return ids;
    },
    goOnToNextDay: () => {
      now += DAY_MS;
    },
    holdFile: async (who) => {
      picked = [testPki().file(`${who}.p12`)];
      const chosen = await desk.ask('signing.chooseFile', {});
      if (!chosen.ok) throw new Error(chosen.fault.code);
    },
    saveTo: (path) => {
      saved = path;
    },
    whileDrawing: (job) => {
      meanwhile = job;
    },
    password: () => new TextEncoder().encode('mật khẩu'.normalize('NFC')),
    end: async () => {
      await closeSigning(desk.desk);
      desk.close();
    },
  };
};
