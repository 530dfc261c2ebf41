import { readDossierCode } from '../dossier/code.ts';

/** What a receipt's QR holds (design §6). `key` null: the code alone was read, so nothing is proved about the holder. */
export interface ReceiptScan {
  code: string;
  key: string | null;
}

/** 96 bits in base32. Upper case, so that the QR needs fewer and larger modules. */
const keyPattern = /^[0-9A-Z]{20}$/;

/** A longer text is no receipt: a scanner left on another kind of barcode, or a paste. */
const longest = 500;

/**
 * The text of a receipt's QR: `<look-up base>#<code>.<key>`, or `<code>.<key>` while the province has no look-up page. In the
 * fragment the key never reaches the province's access logs.
 */
export const receiptScanText = (lookupBase: string, code: string, key: string): string => {
  const secret = `${code}.${key}`.toUpperCase();
  return lookupBase === '' ? secret : `${lookupBase}#${secret}`;
};

/**
 * Reads a scanned or typed receipt: the look-up address, code and key, or the code alone (Code 128). Tolerates the line end a
 * scanner adds, either case, and a key an input method has garbled: then the code still counts, without the key. Null: no receipt.
 */
export const readReceiptScan = (text: string): ReceiptScan | null => {
  if (text.length > longest) return null;
  const line = text.trim().normalize('NFC').toUpperCase();
  const read = line.slice(line.lastIndexOf('#') + 1);
  if (readDossierCode(read)) return { code: read, key: null };
  const dot = read.lastIndexOf('.');
  const code = read.slice(0, dot);
  const rest = read.slice(dot + 1);
  if (!readDossierCode(code) || code !== code.trim()) return null;
  if (keyPattern.test(rest)) return { code, key: rest };
  // Telex turns AA into Â and DD into Đ: 20 letters and digits become fewer, some of them not ASCII.
  return /^[\p{L}\p{M}\p{N}]{8,20}$/u.test(rest) && /[^\p{ASCII}]/u.test(rest) ? { code, key: null } : null;
};
