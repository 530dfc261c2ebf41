import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';

export type ScanKind = 'card' | 'receipt' | 'other';

/** A card's text has fields apart by '|', the first of them its twelve digits; an input method may have garbled the rest. */
const cardStart = /^\s*\d{12}\|/u;

/** What a scanned text is, by its shape alone; whether it is right is for the card and receipt readers to say. */
export const kindOfScan = (text: string): ScanKind => {
  if (cardStart.test(text) && text.split('|').length >= 6) return 'card';
  return readReceiptScan(text) === null ? 'other' : 'receipt';
};

/**
 * The scan in a text that may have a key or two typed by hand before it: from the first place in `starts` where a card or a receipt
 * begins, else from the last. `start` is an index of `starts`, which is never empty.
 */
export const readScan = (
  text: string,
  starts: readonly number[],
): { text: string; kind: ScanKind; start: number } => {
  const readings = starts.map((place, start) => {
    const read = text.slice(place).trim();
    return { text: read, kind: kindOfScan(read), start };
  });
  return (
    readings.find(({ kind }) => kind !== 'other') ??
    readings.at(-1) ?? { text: text.trim(), kind: 'other', start: 0 }
  );
};
