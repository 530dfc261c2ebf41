import type { Scanner } from '../../shared/contract.ts';

/** Which device and which of its places she scans from. */
export interface ScanChoice {
  scanner: string;
  source: string;
}

let known: readonly Scanner[] | null = null;
let choice: ScanChoice = { scanner: '', source: '' };

/** The scanners found last, null before a first look: looking takes seconds, so each dialog does not look anew. */
export const scannersOf = (found?: readonly Scanner[]): readonly Scanner[] | null => {
  if (found) known = found;
  return known;
};

export const rememberedScanner = (): ScanChoice => choice;

export const rememberScanner = (chosen: ScanChoice): ScanChoice => {
  choice = chosen;
  return chosen;
};
