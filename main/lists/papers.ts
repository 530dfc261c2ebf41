import type { InputOf, ListRow, ListWish, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import type { PaperOutcome } from '../../shared/dossier/events.ts';
import { formNumber } from '../../shared/dossier/form-number.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { listValues } from '../../shared/forms/list-papers.ts';
import type { Role } from '../../shared/journal/row.ts';
import { drawList } from '../../shared/lists/draw.ts';
import { listSubject } from '../../shared/lists/events.ts';
import type { ListDrawn, ListPrinted } from '../../shared/lists/events.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { noteAccess } from '../desk/access-log.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getCabinet, getSession, recordEvents, stampOf } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { previewPaper, printPaper } from '../desk/print-paper.ts';
import { saveBytes } from '../desk/save-bytes.ts';
import { findNextFormNumber, takeFormNumber } from '../intake/numbering.ts';
import type { NewEvent } from '../journal/journal.ts';
import { findDossierState, findSummary } from '../journal/projections.ts';
import { tellRows } from '../lookup/working-set.ts';
import type { PrintJob } from '../print/index.ts';
import { findList, listsOfDays } from './projection.ts';
import type { KeptList } from './projection.ts';

/** Papers speak Vietnamese whatever the screen speaks: they are the law's. */
const words = messagesIn('vi');

/** The list as it was drawn, or as it would be now; nothing is recorded. */
const drawnNow = (desk: Desk, { list, form, dossiers }: ListWish): Result<KeptList> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  const kept = findList(db, list);
  if (kept) return succeed(kept);
  const states: DossierState[] = [];
  for (const dossier of new Set(dossiers)) {
    const state = findDossierState(db, dossier);
    if (!state) return fail('unknownDossier');
    if (state.parked) return fail('dossierParked');
    states.push(state);
  }
  const content = drawList(form, states, messagesIn(desk.language));
  if (!content.ok) return content;
  const { day } = dayOf(desk, cabinet);
  const year = Number(day.slice(0, 4));
  return succeed({
    drawn: {
      list,
      number: findNextFormNumber(db, form, year, office.desk.number),
      year,
      ofDesk: office.desk.number,
      at: stampOf(desk, cabinet).at,
      businessDay: day,
      office: office.profile,
      desk: office.desk.number,
      clerkName: getSession(desk).name,
      content: content.value,
    },
    witness: '',
    outcome: null,
    settled: false,
  });
};

const jobOf = (desk: Desk, kept: KeptList, { layout }: ListWish): Result<PrintJob> => {
  const { form } = kept.drawn.content;
  const values: PrintJob['values'][number][] = [];
  // Nobody but the counter keeps what it telephones from.
  for (const copy of form === 'readyList' ? (['file'] as const) : layout.copies) {
    const one = listValues(kept.drawn, {
      copy,
      witness: kept.witness,
      reprint: kept.settled,
      trial: getCabinet(desk).office.trial,
      words,
    });
    if (!one.ok) return one;
    values.push(one.value);
  }
  return succeed({ form, layout: { paper: 'A4', twoOnOne: false, copies: layout.copies }, values });
};

const prepare = (desk: Desk, wish: ListWish): Result<{ kept: KeptList; job: PrintJob }> => {
  const kept = drawnNow(desk, wish);
  if (!kept.ok) return kept;
  const job = jobOf(desk, kept.value, wish);
  return job.ok ? succeed({ kept: kept.value, job: job.value }) : job;
};

/** The list is in the journal, with its number, before anything is sent to a printer. */
const recordDrawn = (desk: Desk, role: Role, drawn: ListDrawn): Result<KeptList> => {
  const cabinet = getCabinet(desk);
  const hindered = findDayFault(dayOf(desk, cabinet));
  if (hindered) return { ok: false, fault: hindered };
  const { db } = cabinet;
  recordEvents(
    desk,
    role,
    [{ subject: listSubject, event: { type: 'listDrawn', v: 1, payload: drawn } }],
    () => takeFormNumber(db, drawn.content.form, drawn.year, drawn.desk, drawn.number),
  );
  afterCommit(desk, cabinet, () => desk.tell({ kind: 'lists' }));
  const kept = findList(db, drawn.list);
  return kept ? succeed(kept) : fail('nothingToPrint');
};

/** Drawn, recorded and drawn up as a paper; a value it lacks is a refusal, and then no number is taken. */
const prepareForGood = (
  desk: Desk,
  role: Role,
  wish: ListWish,
): Result<{ kept: KeptList; job: PrintJob }> => {
  const prepared = prepare(desk, wish);
  if (!prepared.ok || findList(getCabinet(desk).db, wish.list)) return prepared;
  const recorded = recordDrawn(desk, role, prepared.value.kept.drawn);
  return recorded.ok ? prepare(desk, wish) : recorded;
};

/** Journals what became of a list's paper; a joint receipt is the receipt of each of its dossiers too. */
export const noteList = (
  desk: Desk,
  role: Role,
  { drawn }: KeptList,
  printed: Omit<ListPrinted, 'list'>,
): void => {
  const cabinet = getCabinet(desk);
  const { content } = drawn;
  const { outcome, printer, copies, reprint, detail } = printed;
  const receipts = content.form === 'jointReceipt' ? content.lines : [];
  recordEvents(desk, role, [
    { subject: listSubject, event: { type: 'listPrinted', v: 1, payload: { list: drawn.list, ...printed } } },
    ...receipts.map(({ dossier }): NewEvent => ({
      subject: dossier,
      event: {
        type: 'paperPrinted',
        v: 2,
        payload: { form: 'receipt', about: '', outcome, printer, paper: 'A4', copies, reprint, detail },
      },
    })),
  ]);
  afterCommit(desk, cabinet, () => {
    desk.tell({ kind: 'lists' });
    const rows = receipts.flatMap(({ dossier }) => findSummary(cabinet.db, dossier) ?? []);
    if (rows.length > 0) tellRows(desk, rows);
  });
};

export const previewList = async (desk: Desk, wish: ListWish): Promise<Result<PaperPage>> => {
  const prepared = prepare(desk, wish);
  return prepared.ok ? previewPaper(desk, prepared.value.job) : prepared;
};

/** Prints on the named printer; whatever happens is journalled, and the list is safe already. */
export const printList = async (
  desk: Desk,
  role: Role,
  { wish, printer }: InputOf<'lists.print'>,
): Promise<Result<PrintAnswer>> => {
  const prepared = prepareForGood(desk, role, wish);
  if (!prepared.ok) return prepared;
  const { kept, job } = prepared.value;
  return printPaper(desk, job, printer, (done) => {
    noteList(desk, role, kept, { ...done, reprint: kept.settled });
    noteAccess(desk, 'print', kept.drawn.list, job.values[0]?.title ?? '');
  });
};

/** Saves the same pages as a PDF where the clerk's dialog says. */
export const saveList = async (desk: Desk, role: Role, wish: ListWish): Promise<Result<PrintAnswer>> => {
  const prepared = prepareForGood(desk, role, wish);
  if (!prepared.ok) return prepared;
  const { kept, job } = prepared.value;
  const title = job.values[0]?.title ?? wish.form;
  const saved = await saveBytes(desk, `${title.replaceAll('/', '-')}.pdf`, async () =>
    (await desk.printing()).pdf(job),
  );
  if (!saved.ok) return saved;
  noteList(desk, role, kept, {
    outcome: 'saved',
    printer: '',
    copies: job.values.length,
    reprint: kept.settled,
    detail: '',
  });
  noteAccess(desk, 'save', kept.drawn.list, title);
  return succeed({ outcome: 'saved', printer: '', detail: saved.value.file });
};

export const listRowOf = ({ drawn, outcome }: KeptList): ListRow => ({
  id: drawn.list,
  form: drawn.content.form,
  number: formNumber(drawn.content.form, drawn),
  at: drawn.at,
  count: drawn.content.lines.length,
  clerkName: drawn.clerkName,
  outcome,
});

/** As many as a month of a busy counter. */
const atMost = 500;

export const listsDrawn = (desk: Desk, { from, to }: InputOf<'lists.of'>): Result<ListRow[]> =>
  succeed(listsOfDays(getCabinet(desk).db, from, to, atMost).map(listRowOf));

/** The clerk's answer about a list's paper: it did come out, or none is wanted. */
export const settleList = (desk: Desk, role: Role, id: string, outcome: PaperOutcome): Result<null> => {
  const kept = findList(getCabinet(desk).db, id);
  if (!kept) return fail('nothingToPrint');
  noteList(desk, role, kept, { outcome, printer: '', copies: 0, reprint: false, detail: '' });
  return succeed(null);
};
