import type { PaperLayout } from '../../shared/contract.ts';
import type { ActPaperForm } from '../../shared/dossier/events.ts';
import type { FeeCollected, TransferMatched } from '../../shared/dossier/acts/money-events.ts';
import type { Done, Taken } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { cashSlipValues } from '../../shared/forms/cash-slip.ts';
import { controlSlipValues } from '../../shared/forms/control-slip.ts';
import { extensionValues, stopValues } from '../../shared/forms/head-letters.ts';
import type { PaperExtra } from '../../shared/forms/extra.ts';
import { feeReceiptValues } from '../../shared/forms/fee-receipt.ts';
import type { ReceiptBook } from '../../shared/fees/receipt-books.ts';
import { returnedValues } from '../../shared/forms/returned.ts';
import { supplementsValues } from '../../shared/forms/supplements.ts';
import { transferSlipValues } from '../../shared/forms/transfer-slip.ts';
import type { PaperCopy } from '../../shared/forms/values.ts';
import { withdrawalValues } from '../../shared/forms/withdrawal.ts';
import { isDossierEvent } from '../../shared/journal/upcast.ts';
import { rowsAbout } from '../journal/read.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { PrintJob } from '../print/index.ts';

type Values = PrintJob['values'][number];

interface Wanted {
  form: ActPaperForm;
  /** Id of the event it tells of. */
  about: string;
  layout: PaperLayout;
}

/** Papers of a payment: the office's own slip, or the biên lai it printed itself. */
const paymentValues = (
  state: Taken,
  payment: Done<FeeCollected> | Done<TransferMatched>,
  { form, books }: { form: ActPaperForm; books: readonly ReceiptBook[] },
  extra: PaperExtra,
): Result<Values> => {
  if (form === 'cash') return cashSlipValues(state, payment, extra);
  const known = state.money.payments.find(({ event }) => event === payment.event);
  return form === 'feeReceipt' && known
    ? feeReceiptValues(state, known, books, extra)
    : fail('nothingToPrint');
};

/** What an act's paper is drawn up from beside its dossier. */
export interface Around {
  db: ReadableDatabase;
  /** Books of state fee receipts the counter was given. */
  books: readonly ReceiptBook[];
  /** Of a paper that tells how the dossier stands now. */
  now: number;
}

/** The values of one copy, from the state and the act's own event: nothing is worked out again. */
const valuesOf = (
  { db, books, now }: Around,
  state: Taken,
  { form, about }: Wanted,
  extra: PaperExtra,
): Result<Values> => {
  if (form === 'transfer') return transferSlipValues(state, now, extra);
  const event = rowsAbout(db, state.id).find(({ header }) => header.id === about)?.event;
  if (!event || !isDossierEvent(event)) return fail('nothingToPrint');
  switch (event.type) {
    case 'supplementsRequested':
      return form === 'supplements' ? supplementsValues(state, event.payload, extra) : fail('nothingToPrint');
    case 'handedOver':
      return form === 'control' ? controlSlipValues(state, extra) : fail('nothingToPrint');
    case 'deadlineExtended':
      return form === 'extension' ? extensionValues(state, event.payload, extra) : fail('nothingToPrint');
    case 'processingStopped':
      return form === 'stop' ? stopValues(state, event.payload, extra) : fail('nothingToPrint');
    case 'feeCollected':
    case 'transferMatched':
      return paymentValues(state, { ...event.payload, event: about }, { form, books }, extra);
    case 'dossierWithdrawn':
      return form === 'withdrawal' ? withdrawalValues(state, event.payload, extra) : fail('nothingToPrint');
    case 'resultReturned':
      return form === 'returned' ? returnedValues(state, event.payload, extra) : fail('nothingToPrint');
    default:
      return fail('nothingToPrint');
  }
};

/** Some need a sheet of their own, whatever this machine's receipts are printed on. */
const layoutFor = ({ form, layout }: Wanted): PaperLayout => {
  if (form === 'control') return { paper: 'A4', twoOnOne: false, copies: layout.copies };
  return form === 'feeReceipt' ? { paper: 'A5', twoOnOne: false, copies: layout.copies } : layout;
};

/** A biên lai has three leaves: kept, for the payer, internal. */
const leaves = ({ form, layout }: Wanted): readonly PaperCopy[] =>
  form === 'feeReceipt' ? ['file', 'citizen', 'internal'] : layout.copies;

/** A paper of an act, as many copies as the layout says; a value it lacks is a refusal, never a blank. */
export const actPaperJob = (
  around: Around,
  state: Taken,
  wanted: Wanted,
  extra: Omit<PaperExtra, 'copy'>,
): Result<PrintJob> => {
  const values: Values[] = [];
  for (const copy of leaves(wanted)) {
    const one = valuesOf(around, state, wanted, { ...extra, copy });
    if (!one.ok) return one;
    values.push(one.value);
  }
  return succeed({ form: wanted.form, layout: layoutFor(wanted), values });
};
