import type { CertificationPaperWish, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import type { CertificationPaper, RegisterPlace } from '../../shared/certification/events.ts';
import { certificationSubject, isCertificationEvent } from '../../shared/certification/events.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { attestationTestValues, attestationValues } from '../../shared/forms/certification/attestation.ts';
import { certificationBookValues } from '../../shared/forms/certification/book.ts';
import { custodyValues } from '../../shared/forms/certification/custody.ts';
import { certificationFeeValues } from '../../shared/forms/certification/fee-slip.ts';
import type { Role } from '../../shared/journal/row.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { rowsAbout } from '../journal/read.ts';
import type { PrintJob } from '../print/index.ts';
import { noteAccess } from '../desk/access-log.ts';
import { getCabinet, stampOf } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { previewPaper, printPaper } from '../desk/print-paper.ts';
import { saveBytes } from '../desk/save-bytes.ts';
import { certificationPage, isMonth, linesOfMonth } from './book.ts';
import { readCertificationSettings } from './certification-settings.ts';
import { findPile } from './piles.ts';
import { findRegister } from './projection.ts';
import { recordCertification } from './settle.ts';

/** Papers speak Vietnamese whatever the screen speaks: they are the law's. */
const words = messagesIn('vi');
const onA4 = { paper: 'A4', twoOnOne: false, copies: ['file'] } satisfies CertificationPaperWish['layout'];
/** One page a copy: more at once is no job for a tray. */
const mostAttestations = 300;

interface Made {
  job: PrintJob;
  reprint: boolean;
}

const slipJob = (desk: Desk, { of, layout }: CertificationPaperWish): Result<Made> => {
  const cabinet = getCabinet(desk);
  const { office, db } = cabinet;
  const pile = findPile(db, of);
  if (!pile) return fail('pileUnknown');
  const reprint = pile.slips > 0;
  const extra = {
    witness: pile.witness,
    reprint,
    trial: office.trial,
    words,
    office: office.profile,
    desk: office.desk.number,
    at: stampOf(desk, cabinet).at,
  };
  const values = layout.copies.map((copy) => certificationFeeValues(pile.body, { ...extra, copy }));
  return succeed({ job: { form: 'certificationFee', layout, values }, reprint });
};

const attestationJob = (desk: Desk, { of, numbers }: CertificationPaperWish): Result<Made> => {
  const { db, office } = getCabinet(desk);
  const pile = findPile(db, of);
  if (!pile) return fail('pileUnknown');
  const { body } = pile;
  if (!('year' in body)) return fail('nothingToPrint');
  const { place } = readCertificationSettings(db);
  const wanted = body.entries.filter(({ number }) => numbers.length === 0 || numbers.includes(number));
  const values = wanted.flatMap((entry) =>
    Array.from({ length: entry.copies }, () =>
      attestationValues(body, entry, { place, trial: office.trial, words }),
    ),
  );
  if (values.length === 0) return fail('nothingToPrint');
  if (values.length > mostAttestations)
    return fail('tooManyAttestations', { count: values.length, limit: mostAttestations });
  return succeed({ job: { form: 'attestation', layout: onA4, values }, reprint: false });
};

/** The closing line of a year, for the book of its last month. */
const closingOf = ({ db }: Cabinet, month: string): RegisterPlace | null => {
  if (!month.endsWith('-12')) return null;
  const year = Number(month.slice(0, 4));
  for (const { event } of rowsAbout(db, certificationSubject).reverse())
    if (isCertificationEvent(event) && event.type === 'yearClosed' && event.payload.place.year === year)
      return event.payload.place;
  return null;
};

const bookJob = (desk: Desk, { of: month }: CertificationPaperWish): Result<Made> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  if (!isMonth(month)) return fail('nothingToPrint');
  const lines = linesOfMonth(db, month);
  if (lines.length === 0) return fail('nothingToPrint');
  const values = certificationBookValues(lines, {
    month,
    office: office.profile,
    at: stampOf(desk, cabinet).at,
    closed: closingOf(cabinet, month),
    trial: office.trial,
    words,
  });
  return succeed({ job: { form: 'certificationBook', layout: onA4, values: [values] }, reprint: false });
};

const custodyJob = (desk: Desk, { layout }: CertificationPaperWish): Result<Made> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  const page = certificationPage(desk);
  if (!page.ok) return page;
  const { custody } = page.value;
  const state = findRegister(db);
  if (!custody || !state) return fail('nothingToPrint');
  const values = custodyValues(
    { ...custody, fromDesk: office.desk.number, place: state.place },
    { office: office.profile, at: stampOf(desk, cabinet).at, trial: office.trial, words },
  );
  return succeed({
    job: { form: 'custody', layout: { ...layout, copies: ['file'] }, values: [values] },
    reprint: false,
  });
};

const testJob = (desk: Desk): Result<Made> => {
  const { db, office } = getCabinet(desk);
  const { place } = readCertificationSettings(db);
  const values = attestationTestValues(place, { trial: office.trial, words });
  return succeed({ job: { form: 'attestation', layout: onA4, values: [values] }, reprint: false });
};

const jobOf = (desk: Desk, wish: CertificationPaperWish): Result<Made> => {
  switch (wish.paper) {
    case 'certificationFee':
      return slipJob(desk, wish);
    case 'attestation':
      return attestationJob(desk, wish);
    case 'certificationBook':
      return bookJob(desk, wish);
    case 'custody':
      return custodyJob(desk, wish);
    case 'attestationTest':
      return testJob(desk);
  }
};

/** Papers of the register that are journalled: the test page is nobody's. */
const journalled = (paper: CertificationPaperWish['paper']): paper is CertificationPaper =>
  paper !== 'attestationTest';

const notePrint = (
  desk: Desk,
  role: Role,
  wish: CertificationPaperWish,
  made: Made,
  answer: PrintAnswer,
): void => {
  noteAccess(desk, answer.outcome === 'saved' ? 'save' : 'print', wish.of, answer.outcome);
  if (!journalled(wish.paper)) return;
  recordCertification(desk, role, [
    {
      type: 'certificationPrinted',
      v: 1,
      payload: {
        paper: wish.paper,
        of: wish.of,
        outcome: answer.outcome,
        printer: answer.printer,
        sheets: made.job.values.length,
        reprint: made.reprint,
        detail: answer.detail,
      },
    },
  ]);
};

export const previewCertification = async (
  desk: Desk,
  wish: CertificationPaperWish,
): Promise<Result<PaperPage>> => {
  const made = jobOf(desk, wish);
  return made.ok ? previewPaper(desk, made.value.job) : made;
};

/** Prints on the named printer; whatever happens is journalled, and what is safe is safe already. */
export const printCertification = async (
  desk: Desk,
  role: Role,
  wish: CertificationPaperWish,
  printer: string,
): Promise<Result<PrintAnswer>> => {
  const made = jobOf(desk, wish);
  if (!made.ok) return made;
  return printPaper(desk, made.value.job, printer, (done) => notePrint(desk, role, wish, made.value, done));
};

export const saveCertification = async (
  desk: Desk,
  role: Role,
  wish: CertificationPaperWish,
): Promise<Result<PrintAnswer>> => {
  const made = jobOf(desk, wish);
  if (!made.ok) return made;
  const title = made.value.job.values[0]?.title ?? wish.paper;
  const saved = await saveBytes(desk, `${title.replaceAll('/', '-')}.pdf`, async () =>
    (await desk.printing()).pdf(made.value.job),
  );
  if (!saved.ok) return saved;
  const answer: PrintAnswer = { outcome: 'saved', printer: '', detail: '' };
  notePrint(desk, role, wish, made.value, answer);
  return succeed(answer);
};
