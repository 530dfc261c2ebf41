import type { InputOf, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import { papersOf } from '../../shared/dossier/papers.ts';
import { isPaperSettled, mainPaper, summaryOf } from '../../shared/dossier/summary.ts';
import type { PaperForm, PaperOutcome, PaperPrinted } from '../../shared/dossier/events.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { findDossierState } from '../journal/projections.ts';
import { tellRows } from '../lookup/working-set.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet, recordEvents } from './desk.ts';
import type { Desk } from './desk.ts';
import type { PrintJob } from '../print/index.ts';
import { dossierJob } from './paper-jobs.ts';
import { saveBytes } from './save-bytes.ts';
import { tellStrip } from './status.ts';

type Layout = InputOf<'paper.print'>['layout'];

export interface Wanted {
  dossier: string;
  form: PaperForm;
  /** Event an act's paper tells of; left out for the intake's own and for the newest of its form. */
  about?: string | undefined;
  layout: Layout;
}

interface Found {
  state: DossierState;
  about: string;
  /** It was put into a hand before: the next one says it is a copy. */
  reprint: boolean;
}

const findPaper = (
  desk: Desk,
  { dossier, form, about }: Pick<Wanted, 'dossier' | 'form' | 'about'>,
): Result<Found> => {
  const state = findDossierState(getCabinet(desk).db, dossier);
  if (!state) return fail('unknownDossier');
  if (state.parked) return fail('dossierParked');
  const paper = papersOf(state).findLast(
    (one) => one.form === form && (about === undefined || one.about === about),
  );
  return paper
    ? succeed({ state, about: paper.about, reprint: isPaperSettled(state, form, paper.about) })
    : fail('nothingToPrint');
};

/** A paper found and drawn up, ready to be sent. */
export interface Prepared extends Found {
  form: PaperForm;
  job: PrintJob;
}

/** The paper found and drawn up; a value it lacks is a refusal. */
export const prepare = (desk: Desk, wanted: Wanted): Result<Prepared> => {
  const found = findPaper(desk, wanted);
  if (!found.ok) return found;
  const { state, about, reprint } = found.value;
  const { form, layout } = wanted;
  const job = dossierJob(desk, state, { form, about, layout, reprint });
  return job.ok ? succeed({ ...found.value, form, job: job.value }) : job;
};

/** Journals what became of a paper and shows it everywhere. */
const notePaper = (desk: Desk, role: Role, dossier: string, payload: PaperPrinted): void => {
  recordEvents(desk, role, [{ subject: dossier, event: { type: 'paperPrinted', v: 2, payload } }]);
  const state = findDossierState(getCabinet(desk).db, dossier);
  if (state) tellRows(desk, [summaryOf(state)]);
  tellStrip(desk);
};

/** What a paper's row says of it, whatever became of it. */
const aboutPaper = ({ form, about, reprint, job }: Prepared) => ({
  form,
  about,
  reprint,
  paper: job.layout.paper,
  copies: job.values.length,
});

export const previewPaper = async (desk: Desk, wanted: Wanted): Promise<Result<PaperPage>> => {
  const found = prepare(desk, wanted);
  if (!found.ok) return found;
  return succeed(await (await desk.printing()).previewUrl(found.value.job));
};

/** Prints on the named printer; whatever happens is journalled, and what is safe is safe already. */
export const printPrepared = async (
  desk: Desk,
  role: Role,
  prepared: Prepared,
  printer: string,
): Promise<Result<PrintAnswer>> => {
  const { state, job } = prepared;
  const { outcome, printer: used, detail, fault } = await (await desk.printing()).print(job, printer);
  notePaper(desk, role, state.id, { ...aboutPaper(prepared), outcome, printer: used, detail });
  noteAccess(desk, 'print', state.id, outcome);
  return fault
    ? fail(fault, { printer: used, code: summaryOf(state).code, detail })
    : succeed({ outcome, printer: used, detail });
};

export const printPaper = async (
  desk: Desk,
  role: Role,
  { printer, ...wanted }: InputOf<'paper.print'>,
): Promise<Result<PrintAnswer>> => {
  const found = prepare(desk, wanted);
  return found.ok ? printPrepared(desk, role, found.value, printer) : found;
};

export const fileName = (state: DossierState, form: PaperForm): string => {
  const code = summaryOf(state).code.replaceAll('/', '-');
  return form === mainPaper(state) ? code : `${code}-${form}`;
};

/** Saves the same pages as a PDF where the clerk's dialog says. */
export const savePrepared = async (
  desk: Desk,
  role: Role,
  prepared: Prepared,
): Promise<Result<PrintAnswer>> => {
  const { state, form, job } = prepared;
  const saved = await saveBytes(desk, `${fileName(state, form)}.pdf`, async () =>
    (await desk.printing()).pdf(job),
  );
  if (!saved.ok) return saved;
  notePaper(desk, role, state.id, { ...aboutPaper(prepared), outcome: 'saved', printer: '', detail: '' });
  noteAccess(desk, 'save', state.id, '');
  return succeed({ outcome: 'saved', printer: '', detail: '' });
};

export const savePaper = async (desk: Desk, role: Role, wanted: Wanted): Promise<Result<PrintAnswer>> => {
  const found = prepare(desk, wanted);
  return found.ok ? savePrepared(desk, role, found.value) : found;
};

/** What a clerk says of a paper nobody knew the end of. */
export const settlePaper = (
  desk: Desk,
  role: Role,
  wanted: Pick<Wanted, 'dossier' | 'form' | 'about'>,
  outcome: PaperOutcome,
): Result<null> => {
  const found = findPaper(desk, wanted);
  if (!found.ok) return found;
  notePaper(desk, role, wanted.dossier, {
    form: wanted.form,
    about: found.value.about,
    outcome,
    printer: '',
    paper: 'A5',
    copies: 0,
    reprint: false,
    detail: '',
  });
  return succeed(null);
};
