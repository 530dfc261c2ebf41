import type { CopyRates } from '../catalogue/procedure.ts';
import type { Answers } from '../dossier/form.ts';

/**
 * Certified copies (TT 226/2016/TT-BTC): each copy of a paper costs so much a page, less after the second, never more than a cap a copy.
 * The rates are data of the fee, so a new circular needs no new code.
 */

export interface CertifiedPaper {
  name: string;
  pages: number;
  copies: number;
}

const isCount = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= most;

export const mostPages = 2000;
export const mostCopies = 1000;

/** Đồng for one copy of a paper of `pages` pages. Throws RangeError unless that is a whole number from 1 to 2,000. */
export const costOfCopy = (pages: number, rates: CopyRates): number => {
  if (!isCount(pages, mostPages)) throw new RangeError(`Not a number of pages: ${String(pages)}`);
  const early = Math.min(pages, rates.firstPages);
  return Math.min(rates.cap, early * rates.first + (pages - early) * rates.next);
};

/** The papers listed in an answer; rows that are not complete yet are left out. */
export const listPapers = (answers: Answers, field: string): CertifiedPaper[] => {
  const rows = Object.hasOwn(answers, field) ? answers[field] : undefined;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return [];
    const { name, pages, copies } = row;
    return isCount(pages, mostPages) && isCount(copies, mostCopies)
      ? [{ name: typeof name === 'string' ? name.trim() : '', pages, copies }]
      : [];
  });
};
