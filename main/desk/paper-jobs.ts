import type { PaperLayout, ProcedureSheet } from '../../shared/contract.ts';
import type { DossierAccepted, PaperForm } from '../../shared/dossier/events.ts';
import { isTaken } from '../../shared/dossier/state.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { guidanceValues } from '../../shared/forms/guidance.ts';
import { receiptValues } from '../../shared/forms/receipt.ts';
import type { ReceiptExtra } from '../../shared/forms/receipt.ts';
import { refusalValues } from '../../shared/forms/refusal.ts';
import { sheetValues } from '../../shared/forms/sheet.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import type { PrintJob } from '../print/index.ts';
import { accountOf } from '../money/till.ts';
import { actPaperJob } from './act-paper-jobs.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';

/** Papers speak Vietnamese whatever the screen speaks: they are the law's. */
const words = messagesIn('vi');

const receiptJob = (
  accepted: DossierAccepted,
  layout: PaperLayout,
  extra: Pick<ReceiptExtra, 'witness' | 'reprint' | 'trial' | 'stage'>,
): PrintJob => ({
  form: 'receipt',
  layout,
  values: layout.copies.map((copy) => receiptValues(accepted, { ...extra, copy, words })),
});

/** A paper of a dossier as values for its template: of its intake, or of an act (`about`: the act's event). */
export const dossierJob = (
  desk: Desk,
  state: DossierState,
  wanted: { form: PaperForm; about: string; layout: PaperLayout; reprint: boolean },
): Result<PrintJob> => {
  const { office, db } = getCabinet(desk);
  const { layout, reprint } = wanted;
  const { account } = accountOf(getCabinet(desk));
  const extra = { witness: state.witness, reprint, trial: office.trial, words, account };
  if (wanted.form === 'receipt' && state.accepted)
    return succeed(receiptJob(state.accepted, layout, { ...extra, stage: 'accepted' }));
  const { guided, refused } = state;
  if (wanted.form === 'guidance' && guided)
    return succeed({
      form: 'guidance',
      layout,
      values: layout.copies.map((copy) => guidanceValues(guided, { ...extra, copy })),
    });
  if (wanted.form === 'refusal' && refused)
    return succeed({
      form: 'refusal',
      layout,
      values: layout.copies.map((copy) => refusalValues(refused, { ...extra, copy })),
    });
  const { form, about } = wanted;
  return isTaken(state) && form !== 'receipt' && form !== 'guidance' && form !== 'refusal'
    ? actPaperJob(
        { db, books: office.books ?? [], now: desk.clock.now() },
        state,
        { form, about, layout },
        extra,
      )
    : fail('nothingToPrint');
};

/** The receipt as it would be, from a page not accepted yet. */
export const draftJob = (desk: Desk, accepted: DossierAccepted, layout: PaperLayout): PrintJob =>
  receiptJob(accepted, layout, {
    witness: '',
    reprint: false,
    trial: getCabinet(desk).office.trial,
    stage: 'draft',
  });

/** A procedure's public sheet (niêm yết công khai), on A4 as it hangs on the wall. */
export const sheetJob = (desk: Desk, sheet: ProcedureSheet): PrintJob => {
  const { office } = getCabinet(desk);
  return {
    form: 'sheet',
    layout: { paper: 'A4', twoOnOne: false, copies: ['citizen'] },
    values: [
      sheetValues(sheet, { profile: office.profile, trial: office.trial, at: desk.clock.now(), words }),
    ],
  };
};
