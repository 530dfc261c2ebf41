import type { Cell } from '../../shared/fees/statement.ts';

/** Cells of a bank's file, CSV or XLSX told by its first bytes; null for what is neither, or too large to be a statement. */

/** What an XLSX may unpack to by its own word: a full year of lines is a tenth of it. */
const mostUnpacked = 80_000_000;
const mostRows = 20_000;
/** Columns A to AN; no bank fills so many. */
const readRange = `A1:AN${mostRows}`;

const isZip = (bytes: Buffer): boolean => bytes.readUInt32BE(0) === 0x504b0304;

/** Sum of the sizes the archive's directory gives; Infinity for one that cannot be followed (APPNOTE.TXT 4.3.12, 4.3.16). */
const unpackedSize = (bytes: Buffer): number => {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 20 > bytes.length) return Infinity;
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  for (let entry = bytes.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32BE(at) !== 0x504b0102) return Infinity;
    total += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
};

const readXlsxRows = async (bytes: Buffer): Promise<Cell[][] | null> => {
  if (unpackedSize(bytes) > mostUnpacked) return null;
  const { readXlsx } = await import('hucre/xlsx');
  const book = await readXlsx(bytes, { sheets: [0], maxRows: mostRows, range: readRange });
  return book.sheets[0]?.rows ?? null;
};

/** UTF-8, or UTF-16 where its mark stands first: what banks and Excel write. */
const decode = (bytes: Buffer): string | null => {
  const mark = bytes.readUInt16BE(0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const readCsvRows = async (bytes: Buffer): Promise<Cell[][] | null> => {
  const text = decode(bytes);
  if (text === null || text.includes('\0')) return null;
  const { parseCsv } = await import('hucre/csv');
  const rows = parseCsv(text);
  return rows.length > mostRows ? null : rows;
};

export const readSheet = async (file: Uint8Array): Promise<Cell[][] | null> => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 8) return null;
  try {
    return await (isZip(bytes) ? readXlsxRows(bytes) : readCsvRows(bytes));
  } catch {
    // A broken archive or a sheet that is none: the library throws on all of them.
    return null;
  }
};
