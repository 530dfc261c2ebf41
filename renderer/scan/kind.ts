import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';

export type ScanKind = 'card' | 'receipt' | 'other';

/** A card's text has fields apart by '|', the first of them a number; an input method may have garbled the rest. */
const cardStart = /^\s*\d{6,14}\|/u;

/** What a scanned text is, by its shape alone; whether it is right is for the card and receipt readers to say. */
export const kindOfScan = (text: string): ScanKind => {
  if (cardStart.test(text) && text.split('|').length >= 6) return 'card';
  return readReceiptScan(text) === null ? 'other' : 'receipt';
};
