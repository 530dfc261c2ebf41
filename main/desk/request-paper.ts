import type { InputOf, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import { decideAct } from '../../shared/dossier/acts/decide.ts';
import { isTaken } from '../../shared/dossier/state.ts';
import { isPaperSettled } from '../../shared/dossier/summary.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { withdrawalValues } from '../../shared/forms/withdrawal.ts';
import type { Role } from '../../shared/journal/row.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { actContext } from '../acts/context.ts';
import { findDossierState } from '../journal/projections.ts';
import type { PrintJob } from '../print/index.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';
import { printPrepared, savePrepared } from './paper-work.ts';
import type { Prepared } from './paper-work.ts';

/** Papers speak Vietnamese whatever the screen speaks: they are the law's. */
const words = messagesIn('vi');

/**
 * The citizen's own request to withdraw, as the act would record it, for her to sign before anything is done. What the act would be
 * refused for refuses the paper too. It is known by the act's command, and becomes the act's own paper once that is recorded.
 */
const prepare = (desk: Desk, { dossier, act, layout }: InputOf<'paper.previewRequest'>): Result<Prepared> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  const state = findDossierState(db, dossier);
  if (!state) return fail('unknownDossier');
  const decided = decideAct(state, act, actContext(desk, cabinet, state, act).context);
  if (!decided.ok) return decided;
  const asked = decided.value.find(({ type }) => type === 'dossierWithdrawn');
  if (asked?.type !== 'dossierWithdrawn' || !isTaken(state)) return fail('nothingToPrint');
  const reprint = isPaperSettled(state, 'withdrawal', act.command);
  const values: PrintJob['values'][number][] = [];
  for (const copy of layout.copies) {
    const one = withdrawalValues(state, asked.payload, {
      copy,
      reprint,
      witness: state.witness,
      trial: office.trial,
      words,
    });
    if (!one.ok) return one;
    values.push(one.value);
  }
  const job: PrintJob = { form: 'withdrawal', layout, values };
  return succeed({ state, form: 'withdrawal', about: act.command, reprint, job });
};

export const previewRequest = async (
  desk: Desk,
  input: InputOf<'paper.previewRequest'>,
): Promise<Result<PaperPage>> => {
  const prepared = prepare(desk, input);
  return prepared.ok ? succeed(await (await desk.printing()).previewUrl(prepared.value.job)) : prepared;
};

export const printRequest = async (
  desk: Desk,
  role: Role,
  { printer, ...input }: InputOf<'paper.printRequest'>,
): Promise<Result<PrintAnswer>> => {
  const prepared = prepare(desk, input);
  return prepared.ok ? printPrepared(desk, role, prepared.value, printer) : prepared;
};

export const saveRequest = async (
  desk: Desk,
  role: Role,
  input: InputOf<'paper.saveRequest'>,
): Promise<Result<PrintAnswer>> => {
  const prepared = prepare(desk, input);
  return prepared.ok ? savePrepared(desk, role, prepared.value) : prepared;
};
