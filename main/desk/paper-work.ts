import type { DossierRow, InputOf, PrintAnswer, UnsurePaper } from '../../shared/contract.ts';
import { papersInDoubt, papersOf } from '../../shared/dossier/papers.ts';
import { isPaperInDoubt, isPaperSettled, mainPaper, summaryOf } from '../../shared/dossier/summary.ts';
import type { PaperForm, PaperPrinted } from '../../shared/dossier/events.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { findDossierState } from '../journal/projections.ts';
import { summariesOf, tellRows } from '../lookup/working-set.ts';
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
  /** Event an act's paper tells of; left out for the intake's own. */
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
  { dossier, form, about = '' }: Pick<Wanted, 'dossier' | 'form' | 'about'>,
): Result<Found> => {
  const state = findDossierState(getCabinet(desk).db, dossier);
  if (!state) return fail('unknownDossier');
  if (state.parked) return fail('dossierParked');
  return papersOf(state).some((paper) => paper.form === form && paper.about === about)
    ? succeed({ state, about, reprint: isPaperSettled(state, form, about) })
    : fail('nothingToPrint');
};

/** The paper found and drawn up; a value it lacks is a refusal. */
export const prepare = (desk: Desk, wanted: Wanted): Result<Found & { job: PrintJob }> => {
  const found = findPaper(desk, wanted);
  if (!found.ok) return found;
  const { state, about, reprint } = found.value;
  const job = dossierJob(desk, state, { form: wanted.form, about, layout: wanted.layout, reprint });
  return job.ok ? succeed({ ...found.value, job: job.value }) : job;
};

/** Journals what became of a paper and shows it everywhere. */
const notePaper = (desk: Desk, role: Role, dossier: string, payload: PaperPrinted): void => {
  recordEvents(desk, role, [{ subject: dossier, event: { type: 'paperPrinted', v: 2, payload } }]);
  const state = findDossierState(getCabinet(desk).db, dossier);
  if (state) tellRows(desk, [summaryOf(state)]);
  tellStrip(desk);
};

export const previewPaper = async (
  desk: Desk,
  wanted: Wanted,
): Promise<Result<{ url: string; pages: number }>> => {
  const found = prepare(desk, wanted);
  if (!found.ok) return found;
  return succeed(await (await desk.printing()).previewUrl(found.value.job));
};

/** Prints on the named printer; whatever happens is journalled, and what is safe is safe already. */
export const printPaper = async (
  desk: Desk,
  role: Role,
  { printer, ...wanted }: InputOf<'paper.print'>,
): Promise<Result<PrintAnswer>> => {
  const found = prepare(desk, wanted);
  if (!found.ok) return found;
  const { state, about, reprint, job } = found.value;
  const { outcome, printer: used, detail, fault } = await (await desk.printing()).print(job, printer);
  notePaper(desk, role, wanted.dossier, {
    form: wanted.form,
    about,
    outcome,
    printer: used,
    paper: job.layout.paper,
    copies: job.layout.copies.length,
    reprint,
    detail,
  });
  noteAccess(desk, 'print', wanted.dossier, outcome);
  return fault
    ? fail(fault, { printer: used, code: summaryOf(state).code, detail })
    : succeed({ outcome, printer: used, detail });
};

export const fileName = (state: DossierState, form: PaperForm): string => {
  const code = summaryOf(state).code.replaceAll('/', '-');
  return form === mainPaper(state) ? code : `${code}-${form}`;
};

/** Saves the same pages as a PDF where the clerk's dialog says. */
export const savePaper = async (desk: Desk, role: Role, wanted: Wanted): Promise<Result<PrintAnswer>> => {
  const found = prepare(desk, wanted);
  if (!found.ok) return found;
  const { state, about, reprint, job } = found.value;
  const saved = await saveBytes(desk, `${fileName(state, wanted.form)}.pdf`, async () =>
    (await desk.printing()).pdf(job),
  );
  if (!saved.ok) return saved;
  notePaper(desk, role, wanted.dossier, {
    form: wanted.form,
    about,
    outcome: 'saved',
    printer: '',
    paper: job.layout.paper,
    copies: job.layout.copies.length,
    reprint,
    detail: '',
  });
  noteAccess(desk, 'save', wanted.dossier, '');
  return succeed({ outcome: 'saved', printer: '', detail: '' });
};

/** Newest dossiers without a paper that are looked through: a cut leaves the last ones in doubt. */
const mostInDoubt = 200;

/**
 * After a cut: what was accepted and whose paper nobody knows about, oldest first. Asked about before anything else. A paper known to
 * have failed is not in doubt: the dossier's line says that it was not printed.
 */
export const unsurePapers = (desk: Desk): UnsurePaper[] => {
  const { db } = getCabinet(desk);
  const rows: DossierRow[] = summariesOf(
    db,
    `SELECT summary FROM dossier WHERE printed = 0 AND open = 1 ORDER BY received_at DESC LIMIT ${mostInDoubt}`,
    [],
  );
  const receipts = rows
    .filter(({ id }) => {
      const state = findDossierState(db, id);
      return state !== null && isPaperInDoubt(state, 'receipt');
    })
    .reverse()
    .map((row): UnsurePaper => ({ row, form: 'receipt', about: '' }));
  const ofActs = summariesOf(
    db,
    `SELECT summary FROM dossier WHERE papers_in_doubt > 0 ORDER BY received_at LIMIT ${mostInDoubt}`,
    [],
  ).flatMap((row) => {
    const state = findDossierState(db, row.id);
    return state ? papersInDoubt(state).map((paper): UnsurePaper => ({ row, ...paper })) : [];
  });
  return [...receipts, ...ofActs];
};

/** The clerk's answer about an unsure paper: it did come out, or none is wanted. */
export const settlePaper = (desk: Desk, role: Role, input: InputOf<'paper.settle'>): Result<null> => {
  const found = findPaper(desk, input);
  if (!found.ok) return found;
  notePaper(desk, role, input.dossier, {
    form: input.form,
    about: found.value.about,
    outcome: input.printed ? 'printed' : 'skipped',
    printer: '',
    paper: 'A5',
    copies: 0,
    reprint: false,
    detail: '',
  });
  return succeed(null);
};
