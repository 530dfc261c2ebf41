import type { InputOf, PaperPage, PrintAnswer, SealRow, SealsPage } from '../../shared/contract.ts';
import type { PaperOutcome } from '../../shared/dossier/events.ts';
import { formNumber } from '../../shared/dossier/form-number.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { daySealValues } from '../../shared/forms/day-seal.ts';
import type { Role } from '../../shared/journal/row.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { sealSubject } from '../../shared/seals/events.ts';
import type { DaysSealed, SealPrinted } from '../../shared/seals/events.ts';
import { noteAccess } from '../desk/access-log.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getCabinet, getSession, recordEvents, stampOf } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { previewPaper, printPaper } from '../desk/print-paper.ts';
import { saveBytes } from '../desk/save-bytes.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import { findNextFormNumber, takeFormNumber } from '../intake/numbering.ts';
import type { PrintJob } from '../print/index.ts';
import { bytesOf } from '../signing/record-file.ts';
import { drawSeal } from './draw-seal.ts';
import { findOpenDays } from './find-open.ts';
import { findSeal, newestSeals, sealedUpTo } from './projection.ts';
import type { KeptSeal } from './projection.ts';

/** Papers speak Vietnamese whatever the screen speaks: they are the office's. */
const words = messagesIn('vi');
const form = 'daySeal';
/** Some months'; older ones are found in the journal. */
const mostListed = 100;

/** What would be sealed now; nothing is recorded. */
export const drawNow = (desk: Desk, seal: string): Result<DaysSealed> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  const content = drawSeal(db, sealedUpTo(db));
  if (!content) return fail('nothingToSeal');
  const { day } = dayOf(desk, cabinet);
  const year = Number(day.slice(0, 4));
  return succeed({
    ...content,
    seal,
    number: findNextFormNumber(db, form, year, office.desk.number),
    year,
    ofDesk: office.desk.number,
    at: stampOf(desk, cabinet).at,
    businessDay: day,
    office: office.profile,
    desk: office.desk.number,
    lanes: office.lanes,
    clerkName: getSession(desk).name,
    signed: null,
    files: [],
  });
};

/** The page as paper: a register for the office's own shelf, on A4, once. */
export const jobOf = (
  desk: Desk,
  sealed: DaysSealed,
  look: { electronic: boolean; reprint: boolean },
): Result<PrintJob> => {
  const { trial } = getCabinet(desk).office;
  const values = daySealValues(sealed, { ...look, trial, words });
  return values.ok
    ? succeed({ form, layout: { paper: 'A4', twoOnOne: false, copies: ['file'] }, values: [values.value] })
    : values;
};

/** As it was sealed, or as it would be. */
const prepare = (desk: Desk, seal: string): Result<{ kept: KeptSeal | undefined; job: PrintJob }> => {
  const kept = findSeal(getCabinet(desk).db, seal);
  const drawn = kept ? succeed(kept.sealed) : drawNow(desk, seal);
  if (!drawn.ok) return drawn;
  const job = jobOf(desk, drawn.value, {
    electronic: drawn.value.signed !== null,
    reprint: kept?.settled ?? false,
  });
  return job.ok ? succeed({ kept, job: job.value }) : job;
};

/** The seal is in the journal, with its number, before its page goes anywhere. What was sealed meanwhile in another window is not sealed twice. */
export const recordSeal = (desk: Desk, role: Role, sealed: DaysSealed): Result<null> => {
  const cabinet = getCabinet(desk);
  const { db } = cabinet;
  const day = dayOf(desk, cabinet);
  const hindered = findDayFault(day);
  if (hindered) return { ok: false, fault: hindered };
  if (sealedUpTo(db) !== sealed.from - 1) return fail('sealOvertaken');
  const stamp = stampOf(desk, cabinet, day);
  recordEvents(
    desk,
    role,
    [{ subject: sealSubject, event: { type: 'daysSealed', v: 1, payload: sealed } }],
    () => {
      takeFormNumber(db, form, sealed.year, sealed.desk, sealed.number);
      keepAttachments(db, sealSubject, sealed.files, stamp.recordedAt);
    },
    stamp,
  );
  afterCommit(desk, cabinet, () => desk.tell({ kind: 'seals' }));
  return succeed(null);
};

/** Journals what became of a seal's page. */
const notePage = (desk: Desk, role: Role, payload: SealPrinted): void => {
  recordEvents(desk, role, [{ subject: sealSubject, event: { type: 'sealPrinted', v: 1, payload } }]);
  afterCommit(desk, getCabinet(desk), () => desk.tell({ kind: 'seals' }));
};

export const previewSeal = async (
  desk: Desk,
  { seal }: InputOf<'seals.preview'>,
): Promise<Result<PaperPage>> => {
  const prepared = prepare(desk, seal);
  return prepared.ok ? previewPaper(desk, prepared.value.job) : prepared;
};

/** Prints on the named printer. Days not sealed under this id are sealed first, by hand: the row says so before the printer is asked. */
export const printSeal = async (
  desk: Desk,
  role: Role,
  { seal, printer }: InputOf<'seals.print'>,
): Promise<Result<PrintAnswer>> => {
  const { db } = getCabinet(desk);
  if (!findSeal(db, seal)) {
    const drawn = drawNow(desk, seal);
    if (!drawn.ok) return drawn;
    const drawable = jobOf(desk, drawn.value, { electronic: false, reprint: false });
    if (!drawable.ok) return drawable;
    const recorded = recordSeal(desk, role, drawn.value);
    if (!recorded.ok) return recorded;
  }
  const prepared = prepare(desk, seal);
  if (!prepared.ok) return prepared;
  const { kept, job } = prepared.value;
  return printPaper(desk, job, printer, (done) => {
    notePage(desk, role, { seal, ...done, reprint: kept?.settled ?? false });
    noteAccess(desk, 'print', seal, job.values[0]?.title ?? '');
  });
};

/** Saves the signed page, byte for byte; of what a hand signs there is only paper. */
export const saveSeal = async (
  desk: Desk,
  role: Role,
  { seal }: InputOf<'seals.save'>,
): Promise<Result<PrintAnswer>> => {
  const kept = findSeal(getCabinet(desk).db, seal);
  if (!kept || kept.hash === '') return fail('nothingToPrint');
  const { sealed, hash, settled } = kept;
  const name = `${formNumber(form, sealed)}.pdf`;
  const saved = await saveBytes(desk, name.replaceAll('/', '-'), () => bytesOf(desk, hash));
  if (!saved.ok) return saved;
  notePage(desk, role, { seal, outcome: 'saved', printer: '', copies: 1, reprint: settled, detail: '' });
  noteAccess(desk, 'save', seal, name);
  return succeed({ outcome: 'saved', printer: '', detail: saved.value.file });
};

/** The clerk's answer about a page nobody knew the end of. */
export const settleSeal = (desk: Desk, role: Role, seal: string, outcome: PaperOutcome): Result<null> => {
  if (!findSeal(getCabinet(desk).db, seal)) return fail('nothingToPrint');
  notePage(desk, role, { seal, outcome, printer: '', copies: 0, reprint: false, detail: '' });
  return succeed(null);
};

export const sealRowOf = ({ sealed, stampedAt, outcome }: KeptSeal): SealRow => ({
  id: sealed.seal,
  number: formNumber(form, sealed),
  days: sealed.days.map(({ day }) => day),
  papers: sealed.days.reduce((sum, { lines }) => sum + lines.length, 0),
  at: sealed.at,
  clerkName: sealed.clerkName,
  signer: sealed.signed?.signer.name ?? '',
  stampedAt,
  outcome,
});

export const sealsPage = (desk: Desk): Result<SealsPage> => {
  const { db } = getCabinet(desk);
  return succeed({ ...findOpenDays(db), sealed: newestSeals(db, mostListed).map(sealRowOf) });
};
