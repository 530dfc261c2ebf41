import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import UTIF from 'utif2';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SheetRef } from '../../shared/contract.ts';
import { dropPartBytes } from '../../shared/dossier/file-limits.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { getCabinet } from '../desk/desk.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import { openTestDesk, sampleFounding, sampleMoment } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { readWhole } from '../vault/attachments.ts';
import { buildScript } from '../vault/testing-process.ts';
import { composeSheets } from './commands.ts';
import { takePart } from './drop.ts';
import { takeIn } from './take-in.ts';
import { takeFromTray, trayOf, watchFolder } from './tray.ts';

let work = '';
let script: URL;
let test: TestDesk;

/** A picture as a scanner or a phone would give it, made by a tool that is not ours. */
const scanned = (format: string, dpi: number, ...more: string[]): string => {
  const file = join(work, `sheet-${dpi}.${format}`);
  const args = [
    '-d',
    'test:0',
    '--mode=Color',
    `--resolution=${dpi}`,
    '-x',
    '100',
    '-y',
    '150',
    `--format=${format}`,
  ];
  execFileSync('scanimage', [...args, '--test-picture=Color pattern', `--output-file=${file}`, ...more], {
    stdio: 'ignore',
  });
  return file;
};

const savePdf = async (ref: AttachmentRef): Promise<string> => {
  const file = join(work, `${ref.hash}.pdf`);
  writeFileSync(file, await readWhole(test.desk.places.data, getCabinet(test.desk).databaseKey, ref.hash));
  return file;
};

/** Lets a file go over the window, which hands it over part by part. */
const drop = async (name: string, content: Uint8Array, partBytes = dropPartBytes): Promise<AttachmentRef> => {
  for (let from = 0; ; from += partBytes) {
    const bytes = Uint8Array.from(content.subarray(from, from + partBytes));
    const taken = await takePart(test.desk, { name, size: content.length, from, bytes }, script);
    if (taken) return taken;
  }
};

const pagesOf = (file: string): { width: number; height: number; turn: number }[] => {
  const told = execFileSync('pdfinfo', ['-l', '99', file], { encoding: 'utf8' });
  const turns = [...told.matchAll(/^Page\s+\d+ rot:\s+(\d+)/gmu)].map(([, turn]) => Number(turn));
  return [...told.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gmu)].map(([, width, height], at) => ({
    width: Number(width),
    height: Number(height),
    turn: turns[at] ?? 0,
  }));
};

const points = (mm: number): number => (mm / 25.4) * 72;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'quay-digitise-'));
  script = pathToFileURL(buildScript('main/digitise/digitise.process.ts'));
  test = openTestDesk();
  await test.ask('setup.found', sampleFounding());
});
afterAll(() => {
  test.close();
  rmSync(work, { recursive: true, force: true });
});

describe('a picture taken in', () => {
  it.each(['jpeg', 'png', 'tiff'])('becomes a PDF of the paper’s own size from %s', async (format) => {
    const ref = await takeIn(test.desk, { path: scanned(format, 100) }, script);
    expect(ref).toMatchObject({ name: 'sheet-100.pdf', mime: 'application/pdf' });
    const [page, ...rest] = pagesOf(await savePdf(ref));
    expect(rest).toEqual([]);
    expect(page?.width).toBeCloseTo(points(100), -1);
    expect(page?.height).toBeCloseTo(points(150), -1);
  });

  it('keeps a JPEG’s own bytes', async () => {
    const file = scanned('jpeg', 60);
    const pdf = readFileSync(await savePdf(await takeIn(test.desk, { path: file }, script)));
    expect(pdf.includes(readFileSync(file))).toBe(true);
  });

  it('fills an A4 sheet with a picture of a metre, as phones claim them', async () => {
    const bytes = readFileSync(scanned('jpeg', 300));
    // JFIF density, bytes 14–17 of the file: two dots an inch.
    bytes.writeUInt16BE(2, 14);
    bytes.writeUInt16BE(2, 16);
    const ref = await drop('Ảnh chụp.JPG', bytes);
    expect(ref.name).toBe('Ảnh chụp.pdf');
    const [page] = pagesOf(await savePdf(ref));
    expect(page?.width).toBeCloseTo(points(210), 0);
    expect(page?.height).toBeCloseTo(points(297), 0);
  });

  it('makes a sheet of each page of a TIFF, grey ones grey', async () => {
    const [width, height] = [60, 90];
    const grey = new Uint8Array(width * height * 4)
      .fill(200)
      .map((value, at) => (at % 4 === 3 ? 255 : value));
    const page = {
      t256: [width],
      t257: [height],
      t258: [8, 8, 8, 8],
      t259: [1],
      t262: [2],
      t277: [4],
      t282: [[30, 1]],
      t283: [[30, 1]],
      t296: [2],
      t338: [1],
    };
    const offset = 1000;
    const ifds = [0, 1].map((at) => ({
      ...page,
      t273: [offset + at * grey.length],
      t278: [height],
      t279: [grey.length],
    }));
    const head = new Uint8Array(UTIF.encode(ifds as unknown as UTIF.IFD[]));
    const bytes = new Uint8Array(offset + 2 * grey.length);
    bytes.set(head);
    bytes.set(grey, offset);
    bytes.set(grey, offset + grey.length);
    const file = await savePdf(await drop('hai trang.tif', bytes));
    expect(pagesOf(file)).toHaveLength(2);
    expect(execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).match(/ gray /gu)).toHaveLength(
      2,
    );
  });

  it.each<[string, Uint8Array, string]>([
    ['IMG_0001.HEIC', Buffer.from('000000186674797068656963', 'hex'), 'heicRefused'],
    ['chương trình.exe', Buffer.from('MZ this is no picture'), 'fileKindRefused'],
    ['rỗng.jpg', new Uint8Array(0), 'fileKindRefused'],
    ['cụt.jpg', Buffer.from('ffd8ffe000104a46', 'hex'), 'imageUnreadable'],
    ['cụt.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'imageUnreadable'],
    ['cụt.tif', Buffer.from('49492a0008000000', 'hex'), 'imageUnreadable'],
  ])('refuses %s and says its name', async (name, bytes, code) => {
    await expect(drop(name, bytes)).rejects.toMatchObject({ code, params: { name } });
  });

  it('refuses a picture that would need gigabytes once unpacked', async () => {
    const bytes = readFileSync(scanned('png', 50));
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    await expect(drop('to.png', bytes)).rejects.toMatchObject({ code: 'imageTooBig' });
  });
});

describe('sheets put together', () => {
  /** `pages`: of each file. */
  const compose = (files: AttachmentRef[], sheets: SheetRef[], pages: number[], worker = script) =>
    composeSheets(
      test.desk,
      { name: 'Tờ khai', sheets, files: files.map((file, at) => ({ ...file, pages: pages[at] ?? 1 })) },
      worker,
    );

  const twoPages = async (): Promise<AttachmentRef> => {
    const doc = await PDFDocument.create();
    doc.addPage([200, 300]);
    doc.addPage([300, 200]);
    return drop('hai.pdf', await doc.save());
  };

  it('stand in her order, turned as she turned them', async () => {
    const pdf = await twoPages();
    const picture = await takeIn(test.desk, { path: scanned('jpeg', 50) }, script);
    const answer = await compose(
      [pdf, picture],
      [
        { hash: pdf.hash, page: 1, turn: 90 },
        { hash: picture.hash, page: 0, turn: 0 },
        { hash: pdf.hash, page: 0, turn: 270 },
      ],
      [2, 1],
    );
    expect(answer).toMatchObject({ ok: true, value: [{ name: 'Tờ khai.pdf' }] });
    const [made] = answer.ok ? answer.value : [];
    const pages = pagesOf(await savePdf(made ?? pdf));
    expect(pages.map(({ turn }) => turn)).toEqual([90, 0, 270]);
    expect(pages.map(({ width }) => width)).toEqual([300, expect.closeTo(points(100), -1), 200]);
  });

  it('leave one untouched file as it came, without a look into it', async () => {
    const pdf = await twoPages();
    const sheets: SheetRef[] = [
      { hash: pdf.hash, page: 0, turn: 0 },
      { hash: pdf.hash, page: 1, turn: 0 },
    ];
    const none = new URL('file:///no/worker');
    expect(await compose([pdf], sheets, [2], none)).toEqual({ ok: true, value: [pdf] });
    // The first two of three are not the whole of it.
    await expect(compose([pdf], sheets, [3], none)).rejects.toThrow();
  });

  it('keep a signed file whole beside the others, and refuse to take it apart', async () => {
    const doc = await PDFDocument.create();
    doc.addPage([200, 300]);
    doc.addPage([200, 300]);
    doc.catalog.set(PDFName.of('AcroForm'), doc.context.obj({ Fields: [], SigFlags: 3 }));
    const signed = await drop('đã ký.pdf', await doc.save());
    const picture = await takeIn(test.desk, { path: scanned('jpeg', 50) }, script);
    const whole: SheetRef[] = [
      { hash: signed.hash, page: 0, turn: 0 },
      { hash: signed.hash, page: 1, turn: 0 },
    ];
    const loose: SheetRef = { hash: picture.hash, page: 0, turn: 90 };
    const answer = await compose([signed, picture], [...whole, loose], [2, 1]);
    expect(answer).toMatchObject({ ok: true, value: [signed, { name: 'Tờ khai.pdf' }] });
    expect(await compose([signed, picture], [...whole.slice(1), loose], [2, 1])).toMatchObject({
      ok: false,
      fault: { code: 'signedPdfWhole' },
    });
  });
});

describe('the watched folder', () => {
  const rest = (file: string): void => utimesSync(file, sampleMoment / 1000, sampleMoment / 1000);

  const put = (name: string): string => {
    const file = join(work, 'tray', name);
    mkdirSync(join(work, 'tray'), { recursive: true });
    writeFileSync(file, readFileSync(scanned('jpeg', 50)));
    rest(file);
    return file;
  };

  const watch = (): void => watchFolder(getCabinet(test.desk).db, join(work, 'tray'));
  const names = (): string[] => trayOf(test.desk).files.map(({ name }) => name);
  afterEach(() => rmSync(join(work, 'tray'), { recursive: true, force: true }));

  it('loses a file only when a dossier holds its content', async () => {
    const file = put('a.jpg');
    put('b.jpg');
    watch();
    expect(names()).toEqual(['a.jpg', 'b.jpg']);
    const ref = await takeFromTray(test.desk, 'a.jpg', script);
    expect(names()).toEqual(['b.jpg']);
    expect(existsSync(file)).toBe(true);
    keepAttachments(getCabinet(test.desk).db, 'dossier', [ref], sampleMoment);
    expect(names()).toEqual(['b.jpg']);
    expect(existsSync(file)).toBe(false);
  });

  it('follows the content into the file its sheets became, and offers a file again whose sheets were taken out', async () => {
    const [kept, left] = [put('a.jpg'), put('c.jpg')];
    // Another picture, or both would have one content.
    writeFileSync(left, readFileSync(scanned('jpeg', 60)));
    rest(left);
    watch();
    const first = await takeFromTray(test.desk, 'a.jpg', script);
    const second = await takeFromTray(test.desk, 'c.jpg', script);
    const answer = await composeSheets(
      test.desk,
      {
        name: 'Giấy',
        files: [first, second].map((file) => ({ ...file, pages: 1 })),
        sheets: [{ hash: first.hash, page: 0, turn: 90 }],
      },
      script,
    );
    expect(names()).toEqual(['c.jpg']);
    keepAttachments(getCabinet(test.desk).db, 'dossier', answer.ok ? answer.value : [], sampleMoment);
    expect(names()).toEqual(['c.jpg']);
    expect(existsSync(kept)).toBe(false);
    expect(existsSync(left)).toBe(true);
  });

  it('leaves a new scan under an old name', async () => {
    const file = put('a.jpg');
    watch();
    const ref = await takeFromTray(test.desk, 'a.jpg', script);
    writeFileSync(file, readFileSync(scanned('jpeg', 60)));
    rest(file);
    keepAttachments(getCabinet(test.desk).db, 'dossier', [ref], sampleMoment);
    expect(names()).toEqual(['a.jpg']);
  });

  it('takes nothing from beside the folder', async () => {
    put('a.jpg');
    watch();
    await expect(takeFromTray(test.desk, '../a.jpg', script)).rejects.toMatchObject({
      code: 'fileUnreadable',
    });
  });

  it('says when the folder is gone', () => {
    watchFolder(getCabinet(test.desk).db, join(work, 'nowhere'));
    expect(() => trayOf(test.desk)).toThrow(expect.objectContaining({ code: 'scanFolderGone' }) as Error);
  });
});
