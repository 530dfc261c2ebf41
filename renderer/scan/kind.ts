import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';

export type ScanKind = 'card' | 'receipt' | 'other';

/** So many fields apart by '|' come from a card and nothing else a counter scans, however wrong they are. */
const isLikeCard = (text: string): boolean => text.split('|').length >= 6;

/** A card's text has fields apart by '|', the first of them its twelve digits; an input method may have garbled the rest. */
const cardStart = /^\s*\d{12}\|/u;

/** What a scanned text is, by its shape alone; whether it is right is for the card and receipt readers to say. */
export const kindOfScan = (text: string): ScanKind => {
  if (cardStart.test(text) && isLikeCard(text)) return 'card';
  return readReceiptScan(text) === null ? 'other' : 'receipt';
};

/**
 * The scan in a text that may have a key or two typed by hand before it: from the first place in `starts` where a card or a receipt
 * begins, else from the last; a card whose very number is wrong is still a card, for its reader to refuse. `start` is an index of `starts`, which is never empty.
 */
export const readScan = (
  text: string,
  starts: readonly number[],
): { text: string; kind: ScanKind; start: number } => {
  const readings = starts.map((place, start) => {
    const read = text.slice(place).trim();
    return { text: read, kind: kindOfScan(read), start };
  });
  const known = readings.find(({ kind }) => kind !== 'other');
  if (known) return known;
  const last = readings.at(-1) ?? { text: text.trim(), kind: 'other', start: 0 };
  return isLikeCard(last.text) ? { ...last, kind: 'card' } : last;
};
