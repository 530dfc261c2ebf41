import type { DossierRow, InputOf, PrintAnswer, UnsurePaper } from '../../shared/contract.ts';
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
import { dossierJob } from './paper-jobs.ts';
import { saveBytes } from './save-bytes.ts';
import { tellStrip } from './status.ts';

type Layout = InputOf<'paper.print'>['layout'];

interface Wanted {
  dossier: string;
  form: PaperForm;
  layout: Layout;
}

const getState = (desk: Desk, wanted: Pick<Wanted, 'dossier' | 'form'>): Result<DossierState> => {
  const state = findDossierState(getCabinet(desk).db, wanted.dossier);
  if (!state) return fail('unknownDossier');
  if (state.parked) return fail('dossierParked');
  return mainPaper(state) === wanted.form ? succeed(state) : fail('nothingToPrint');
};

/** A paper put into a hand before: the next one says it is a copy. */
const isReprint = (state: DossierState, form: PaperForm): boolean => isPaperSettled(state, form);

/** Journals what became of a paper and shows it everywhere. */
const notePaper = (desk: Desk, role: Role, dossier: string, payload: PaperPrinted): void => {
  recordEvents(desk, role, [{ subject: dossier, event: { type: 'paperPrinted', v: 1, payload } }]);
  const state = findDossierState(getCabinet(desk).db, dossier);
  if (state) tellRows(desk, [summaryOf(state)]);
  tellStrip(desk);
};

export const previewPaper = async (
  desk: Desk,
  wanted: Wanted,
): Promise<Result<{ url: string; pages: number }>> => {
  const state = getState(desk, wanted);
  if (!state.ok) return state;
  const job = dossierJob(desk, state.value, { ...wanted, reprint: isReprint(state.value, wanted.form) });
  return succeed(await (await desk.printing()).previewUrl(job));
};

/** Prints on the named printer; whatever happens is journalled, and what is safe is safe already. */
export const printPaper = async (
  desk: Desk,
  role: Role,
  { printer, ...wanted }: InputOf<'paper.print'>,
): Promise<Result<PrintAnswer>> => {
  const state = getState(desk, wanted);
  if (!state.ok) return state;
  const reprint = isReprint(state.value, wanted.form);
  const job = dossierJob(desk, state.value, { ...wanted, reprint });
  const { outcome, printer: used, detail, fault } = await (await desk.printing()).print(job, printer);
  notePaper(desk, role, wanted.dossier, {
    form: wanted.form,
    outcome,
    printer: used,
    paper: wanted.layout.paper,
    copies: wanted.layout.copies.length,
    reprint,
    detail,
  });
  noteAccess(desk, 'print', wanted.dossier, outcome);
  return fault
    ? fail(fault, { printer: used, code: summaryOf(state.value).code, detail })
    : succeed({ outcome, printer: used, detail });
};

/** Saves the same pages as a PDF where the clerk's dialog says. */
export const savePaper = async (desk: Desk, role: Role, wanted: Wanted): Promise<Result<PrintAnswer>> => {
  const state = getState(desk, wanted);
  if (!state.ok) return state;
  const reprint = isReprint(state.value, wanted.form);
  const job = dossierJob(desk, state.value, { ...wanted, reprint });
  const saved = await saveBytes(desk, `${summaryOf(state.value).code.replaceAll('/', '-')}.pdf`, async () =>
    (await desk.printing()).pdf(job),
  );
  if (!saved.ok) return saved;
  notePaper(desk, role, wanted.dossier, {
    form: wanted.form,
    outcome: 'saved',
    printer: '',
    paper: wanted.layout.paper,
    copies: wanted.layout.copies.length,
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
  return rows
    .filter(({ id }) => {
      const state = findDossierState(db, id);
      return state !== null && isPaperInDoubt(state, 'receipt');
    })
    .reverse()
    .map((row) => ({ row, form: 'receipt' }));
};

/** The clerk's answer about an unsure paper: it did come out, or none is wanted. */
export const settlePaper = (desk: Desk, role: Role, input: InputOf<'paper.settle'>): Result<null> => {
  const state = getState(desk, input);
  if (!state.ok) return state;
  notePaper(desk, role, input.dossier, {
    form: input.form,
    outcome: input.printed ? 'printed' : 'skipped',
    printer: '',
    paper: 'A5',
    copies: 0,
    reprint: false,
    detail: '',
  });
  return succeed(null);
};
