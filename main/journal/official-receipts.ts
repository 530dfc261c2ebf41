import type { OfficialReceipt } from '../../shared/dossier/acts/money-events.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { inCapitals } from '../../shared/fees/receipt-books.ts';
import type { ReceiptBook, VoidedReceipts } from '../../shared/fees/receipt-books.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

type Numbered = Pick<OfficialReceipt, 'form' | 'series' | 'number'>;

/** Whether a payment, of whatever dossier, already has the receipt of this number, or the number came to nothing. */
export const isReceiptKept = (db: ReadableDatabase, { form, series, number }: Numbered): boolean =>
  db
    .prepare('SELECT 1 AS kept FROM official_receipt WHERE form = ? AND series = ? AND number = ?')
    .get([inCapitals(form), inCapitals(series), Number(number)]) !== undefined;

const keep = (
  db: WritableDatabase,
  { form, series }: Pick<Numbered, 'form' | 'series'>,
  number: number,
  dossier: string,
  payment: string,
): void => {
  db.prepare(
    'INSERT OR IGNORE INTO official_receipt (form, series, number, dossier, payment) VALUES (?, ?, ?, ?, ?)',
  ).run([inCapitals(form), inCapitals(series), number, dossier, payment]);
};

/** Writes down by number the receipts a dossier's payments have, and the bank lines they were found on; the first to have one keeps it. */
export const keepReceipts = (db: WritableDatabase, { id, money }: DossierState): void => {
  for (const { event, receipt, bankLine } of money.payments) {
    if (receipt) keep(db, receipt, Number(receipt.number), id, event);
    if (bankLine !== undefined)
      db.prepare('INSERT OR IGNORE INTO bank_line (line, dossier, payment) VALUES (?, ?, ?)').run([
        bankLine,
        id,
        event,
      ]);
  }
};

/** Numbers that came to nothing stand in the same register, of no dossier: nobody can be given one. */
export const keepVoided = (db: WritableDatabase, voided: VoidedReceipts): void => {
  for (let number = voided.from; number <= voided.to; number += 1) keep(db, voided, number, '', '');
};

/** Where a bank line went; undefined while it waits. */
export const findBankLine = (
  db: ReadableDatabase,
  line: string,
): { dossier: string; payment: string } | undefined =>
  db
    .prepare('SELECT dossier, payment FROM bank_line WHERE line = ?')
    .get<{ dossier: string; payment: string }>([line]);

/** The first number of a book that is neither used nor void; null when the book is finished. */
export const findNextReceipt = (db: ReadableDatabase, book: ReceiptBook): number | null => {
  const of = [inCapitals(book.form), inCapitals(book.series)];
  const row = db
    .prepare(
      `SELECT min(free) AS next FROM (
         SELECT ? AS free
         UNION ALL
         SELECT number + 1 FROM official_receipt WHERE form = ? AND series = ? AND number BETWEEN ? AND ?)
       WHERE NOT EXISTS (SELECT 1 FROM official_receipt WHERE form = ? AND series = ? AND number = free)`,
    )
    .get<{ next: number | null }>([book.from, ...of, book.from, book.to, ...of]);
  const next = row?.next ?? null;
  return next !== null && next <= book.to ? next : null;
};

/** How many numbers of a book a payment has, and how many came to nothing. */
export const countReceipts = (db: ReadableDatabase, book: ReceiptBook): { used: number; voided: number } =>
  db
    .prepare(
      `SELECT count(*) FILTER (WHERE dossier <> '') AS used, count(*) FILTER (WHERE dossier = '') AS voided
       FROM official_receipt WHERE form = ? AND series = ? AND number BETWEEN ? AND ?`,
    )
    .get<{ used: number; voided: number }>([
      inCapitals(book.form),
      inCapitals(book.series),
      book.from,
      book.to,
    ]) ?? { used: 0, voided: 0 };
