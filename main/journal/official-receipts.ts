import type { OfficialReceipt } from '../../shared/dossier/acts/money-events.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

type Numbered = Pick<OfficialReceipt, 'form' | 'series' | 'number'>;

/** Whether a payment, of whatever dossier, already has the receipt of this number. */
export const isReceiptKept = (db: ReadableDatabase, { form, series, number }: Numbered): boolean =>
  db
    .prepare('SELECT 1 AS kept FROM official_receipt WHERE form = ? AND series = ? AND number = ?')
    .get([form.trim(), series.trim(), Number(number)]) !== undefined;

/** Writes down by number the receipts a dossier's payments have; the first payment to have one keeps it. */
export const keepReceipts = (db: WritableDatabase, { id, money }: DossierState): void => {
  for (const { event, receipt } of money.payments)
    if (receipt)
      db.prepare(
        'INSERT OR IGNORE INTO official_receipt (form, series, number, dossier, payment) VALUES (?, ?, ?, ?, ?)',
      ).run([receipt.form, receipt.series, Number(receipt.number), id, event]);
};
