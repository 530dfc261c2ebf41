import type { PaperLayout } from '../../shared/contract.ts';
import type { ActPaperForm } from '../../shared/dossier/events.ts';
import type { Taken } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { cashSlipValues } from '../../shared/forms/cash-slip.ts';
import { controlSlipValues } from '../../shared/forms/control-slip.ts';
import { extensionValues, stopValues } from '../../shared/forms/head-letters.ts';
import type { PaperExtra } from '../../shared/forms/extra.ts';
import { returnedValues } from '../../shared/forms/returned.ts';
import { supplementsValues } from '../../shared/forms/supplements.ts';
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

/** The values of one copy, from the state and the act's own event: nothing is worked out again. */
const valuesOf = (
  db: ReadableDatabase,
  state: Taken,
  { form, about }: Wanted,
  extra: PaperExtra,
): Result<Values> => {
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
      return form === 'cash'
        ? cashSlipValues(state, { ...event.payload, event: about }, extra)
        : fail('nothingToPrint');
    case 'dossierWithdrawn':
      return form === 'withdrawal' ? withdrawalValues(state, event.payload, extra) : fail('nothingToPrint');
    case 'resultReturned':
      return form === 'returned' ? returnedValues(state, event.payload, extra) : fail('nothingToPrint');
    default:
      return fail('nothingToPrint');
  }
};

/** The control slip's lines need a whole sheet, whatever this machine's receipts are printed on. */
const layoutFor = ({ form, layout }: Wanted): PaperLayout =>
  form === 'control' ? { paper: 'A4', twoOnOne: false, copies: layout.copies } : layout;

/** A paper of an act, as many copies as the layout says; a value it lacks is a refusal, never a blank. */
export const actPaperJob = (
  db: ReadableDatabase,
  state: Taken,
  wanted: Wanted,
  extra: Omit<PaperExtra, 'copy'>,
): Result<PrintJob> => {
  const values: Values[] = [];
  for (const copy of wanted.layout.copies) {
    const one = valuesOf(db, state, wanted, { ...extra, copy });
    if (!one.ok) return one;
    values.push(one.value);
  }
  return succeed({ form: wanted.form, layout: layoutFor(wanted), values });
};
