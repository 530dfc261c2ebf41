import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Papers are judged with tools that are not ours: poppler and zbar (Debian: poppler-utils, zbar-tools). */

const run = (command: string, ...args: string[]): string =>
  // Poppler warns once a glyph about PostScript fonts.
  execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });

export interface PdfFacts {
  pages: number;
  title: string;
  /** Page size in millimetres, to one place. */
  width: number;
  height: number;
  /** Font names without their subset tag; `embedded` when every one of them is. */
  fonts: string[];
  embedded: boolean;
}

const mm = (points: string | undefined): number => Math.round((Number(points) * 254) / 72) / 10;

export const pdfFacts = (file: string): PdfFacts => {
  const info = run('pdfinfo', file);
  const size = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info);
  const rows = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    title: /Title:\s+(.*)/.exec(info)?.[1] ?? '',
    width: mm(size?.[1]),
    height: mm(size?.[2]),
    fonts: [...new Set(rows.map((row) => row.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, '') ?? ''))].sort(),
    embedded: rows.length > 0 && rows.every((row) => /\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(row)),
  };
};

/** The words of a PDF in reading order, runs of white space made one, as the file holds them (not normalised). */
export const pdfText = (file: string): string => run('pdftotext', '-raw', file, '-').replace(/\s+/g, ' ');

/** Images of the pages, drawn at so many dots an inch; removed by `done`. */
export const drawPages = (file: string, dpi: number): { images: string[]; done: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  // As plain dots: to pack a page into a PNG takes ten times as long as to draw it.
  run('pdftoppm', '-r', String(dpi), '-gray', file, join(folder, 'page'));
  return {
    images: readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
    done: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Every code on an image: "QR-Code:…" and "CODE-128:…". */
export const readCodes = (image: string): string[] => {
  try {
    return run('zbarimg', '-q', image).split('\n').filter(Boolean).sort();
  } catch {
    // zbarimg ends with 4 when there is no code.
    return [];
  }
};

/** Codes on each page of a PDF drawn at so many dots an inch. */
export const pageCodes = (file: string, dpi = 200): string[][] => {
  const { images, done } = drawPages(file, dpi);
  try {
    return images.map(readCodes);
  } finally {
    done();
  }
};

export interface Grey {
  width: number;
  height: number;
  /** 0 black to 255 white. */
  at(x: number, y: number): number;
}

/** A page as grey dots, for questions of place and size. */
export const readGrey = (file: string, page: number, dpi: number): Grey => {
  const folder = mkdtempSync(join(tmpdir(), 'grey-'));
  const out = join(folder, 'page');
  run(
    'pdftoppm',
    '-r',
    String(dpi),
    '-gray',
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    file,
    out,
  );
  const bytes = readFileSync(`${out}.pgm`);
  rmSync(folder, { recursive: true, force: true });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  const width = Number(head?.[1]);
  const start = head?.[0].length ?? 0;
  return { width, height: Number(head?.[2]), at: (x, y) => bytes[start + y * width + x] ?? 255 };
};

/** Codes read from a page after `spoil` has had its way with the dots. */
export const readSpoilt = (
  file: string,
  dpi: number,
  spoil: (x: number, y: number, grey: number) => number,
): string[] => {
  const page = readGrey(file, 1, dpi);
  const dots = Buffer.alloc(page.width * page.height);
  for (let y = 0; y < page.height; y += 1)
    for (let x = 0; x < page.width; x += 1) dots[y * page.width + x] = spoil(x, y, page.at(x, y));
  const image = writeTemp(
    Buffer.concat([Buffer.from(`P5 ${page.width} ${page.height} 255\n`), dots]),
    'spoilt.pgm',
  );
  try {
    return readCodes(image);
  } finally {
    rmSync(dirname(image), { recursive: true, force: true });
  }
};

export const writeTemp = (bytes: Buffer, name: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'paper-')), name);
  writeFileSync(file, bytes);
  return file;
};
