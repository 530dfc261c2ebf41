import type { BookKind } from '../../../shared/books/kinds.ts';

/** A column on the screen: one of the book's, or two of them one above the other. Width in CSS pixels. */
export interface ScreenColumn {
  keys: readonly [string] | readonly [string, string];
  width: number;
}

/**
 * All of a book in the 1,145 pixels that a screen of 1366 leaves beside the rail: what is read together stands together. On paper and in
 * a spreadsheet each column has a place of its own.
 */
export const screenColumns: Readonly<Record<BookKind, readonly ScreenColumn[]>> = {
  tracking: [
    { keys: ['no'], width: 40 },
    { keys: ['code', 'agency'], width: 172 },
    { keys: ['procedure'], width: 192 },
    { keys: ['sets'], width: 40 },
    { keys: ['name', 'address'], width: 200 },
    { keys: ['received', 'due'], width: 126 },
    { keys: ['returned', 'way'], width: 126 },
    { keys: ['signature'], width: 112 },
    { keys: ['note'], width: 137 },
  ],
  fees: [
    { keys: ['no'], width: 40 },
    { keys: ['at', 'clerk'], width: 130 },
    { keys: ['code', 'payer'], width: 172 },
    { keys: ['procedure'], width: 160 },
    { keys: ['way', 'slip'], width: 106 },
    { keys: ['receipt'], width: 122 },
    { keys: ['cash'], width: 92 },
    { keys: ['transfer'], width: 98 },
    { keys: ['refund'], width: 86 },
    { keys: ['note'], width: 139 },
  ],
  receipts: [
    { keys: ['no'], width: 46 },
    { keys: ['form', 'series'], width: 104 },
    { keys: ['number', 'day'], width: 104 },
    { keys: ['kind'], width: 116 },
    { keys: ['amount'], width: 104 },
    { keys: ['way'], width: 110 },
    { keys: ['code', 'payer'], width: 174 },
    { keys: ['procedure'], width: 240 },
    { keys: ['at', 'clerk'], width: 146 },
  ],
  onTime: [
    { keys: ['no'], width: 46 },
    { keys: ['code'], width: 92 },
    { keys: ['procedure'], width: 272 },
    { keys: ['carried'], width: 92 },
    { keys: ['received'], width: 88 },
    { keys: ['early'], width: 88 },
    { keys: ['onTime'], width: 88 },
    { keys: ['late'], width: 84 },
    { keys: ['openInTime'], width: 100 },
    { keys: ['openOverdue'], width: 100 },
    { keys: ['share'], width: 94 },
  ],
};
