import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mostTakenIn } from '../../shared/dossier/file-limits.ts';

/** A4 in colour at 200 dpi, as a scanner gives it; and the paper's size in points. */
const [across, up] = [1654, 2324];
const sheet = '595 836';

/** Sheets of the largest scan that is taken. */
export const scanPages = 9;

/**
 * Writes a PDF of nine scanned sheets that no compressor makes smaller, 11.5 MB each: noise, and the page's number on it. It has exactly the
 * hundred megabytes a file may have. Written piece by piece: whoever measures memory need not hold it.
 */
export const writeLargestScan = (path: string): void => writeScan(path, scanPages);

/** The first `pages` sheets of it. */
export const writeScan = (path: string, pages: number): void => {
  const file = openSync(path, 'w');
  const offsets: number[] = [];
  let at = 0;
  const write = (bytes: string | Buffer): void => {
    at += writeSync(file, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  };
  const object = (number: number, ...parts: (string | Buffer)[]): void => {
    offsets[number] = at;
    for (const part of [`${number} 0 obj\n`, ...parts, '\nendobj\n']) write(part);
  };
  const stream = (head: string, body: string | Buffer): (string | Buffer)[] => [
    `<< ${head} /Length ${body.length} >>\nstream\n`,
    body,
    '\nendstream',
  ];
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page * 3} 0 R`).join(' ');
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>');
  for (let page = 0; page < pages; page++) {
    const own = 4 + page * 3;
    const resources = `<< /XObject << /Scan ${own + 2} 0 R >> /Font << /F 3 0 R >> >>`;
    object(
      own,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sheet}] /Resources ${resources} /Contents ${own + 1} 0 R >>`,
    );
    const [width, height] = sheet.split(' ');
    const drawn = `q ${width} 0 0 ${height} 0 0 cm /Scan Do Q 1 g 150 360 295 120 re f 0 g BT /F 48 Tf 205 405 Td (Trang ${page + 1}) Tj ET`;
    object(own + 1, ...stream('', drawn));
    const picture = `/Type /XObject /Subtype /Image /Width ${across} /Height ${up} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
    object(own + 2, ...stream(picture, randomBytes(across * up * 3)));
  }
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const end = (start: number): string =>
    `xref\n0 ${offsets.length}\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  // A comment, to the byte.
  if (pages === scanPages) write(`%${' '.repeat(mostTakenIn - end(at).length - at - 2)}\n`);
  write(end(at));
  closeSync(file);
};
