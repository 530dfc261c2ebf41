import type { InputOf, PaperPage, PrintAnswer, PrinterRow } from '../../shared/contract.ts';
import { weighIntake } from '../../shared/dossier/weigh.ts';
import { recoveryValues } from '../../shared/forms/recovery.ts';
import { testValues } from '../../shared/forms/test-page.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { getSheet } from '../catalogue.ts';
import { intakeContext } from '../intake/context.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';
import { draftJob, sheetJob } from './paper-jobs.ts';
import { previewPaper, printPaper } from './print-paper.ts';
import { saveBytes } from './save-bytes.ts';

/** The receipt as it would be: with no scannable code and no value until it is accepted. */
export const previewDraft = (
  desk: Desk,
  { form, layout }: InputOf<'paper.previewDraft'>,
): Promise<Result<PaperPage>> | Result<PaperPage> => {
  const { context } = intakeContext(desk, getCabinet(desk), form, null);
  const weighed = weighIntake(form, context);
  if ('fault' in weighed) return { ok: false, fault: weighed.fault };
  if (!weighed.deadline) return fail('invalidInput', undefined, weighed.problems);
  const { intake, accepted } = weighed.frozen;
  return previewPaper(
    desk,
    draftJob(
      desk,
      {
        ...intake,
        ...accepted,
        deadline: weighed.deadline,
        code: context.code,
        key: context.key,
        channel: 'counter',
        possibleDuplicates: [],
      },
      layout,
    ),
  );
};

export const previewSheet = async (desk: Desk, procedure: string): Promise<Result<PaperPage>> => {
  const sheet = getSheet(desk, procedure);
  return sheet.ok ? previewPaper(desk, sheetJob(desk, sheet.value)) : sheet;
};

export const printSheet = async (
  desk: Desk,
  { procedure, printer }: InputOf<'paper.printSheet'>,
): Promise<Result<PrintAnswer>> => {
  const sheet = getSheet(desk, procedure);
  return sheet.ok ? printPaper(desk, sheetJob(desk, sheet.value), printer) : sheet;
};

export const saveSheet = async (desk: Desk, procedure: string): Promise<Result<PrintAnswer>> => {
  const sheet = getSheet(desk, procedure);
  if (!sheet.ok) return sheet;
  const saved = await saveBytes(desk, `${procedure}.pdf`, async () =>
    (await desk.printing()).pdf(sheetJob(desk, sheet.value)),
  );
  return saved.ok ? succeed({ outcome: 'saved', printer: '', detail: '' }) : saved;
};

/** The recovery code on paper, for the safe. It is printed from the window that shows it and kept nowhere. */
export const printRecovery = (
  desk: Desk,
  { code, printer }: InputOf<'paper.printRecovery'>,
): Promise<Result<PrintAnswer>> => {
  const { office } = getCabinet(desk);
  noteAccess(desk, 'print', '', 'recovery');
  const values = recoveryValues(code, {
    profile: office.profile,
    desk: office.desk,
    trial: office.trial,
    at: desk.clock.now(),
    words: messagesIn('vi'),
  });
  return printPaper(
    desk,
    { form: 'recovery', layout: { paper: 'A5', twoOnOne: false, copies: ['file'] }, values: [values] },
    printer,
  );
};

export const listPrinters = async (desk: Desk): Promise<Result<PrinterRow[]>> =>
  succeed(await (await desk.printing()).printers());

export const testPrinter = (
  desk: Desk,
  { printer, paper }: InputOf<'printers.test'>,
): Promise<Result<PrintAnswer>> => {
  const { office } = getCabinet(desk);
  const values = testValues({
    profile: office.profile,
    printer,
    paper,
    trial: office.trial,
    at: desk.clock.now(),
    words: messagesIn('vi'),
  });
  return printPaper(
    desk,
    { form: 'test', layout: { paper, twoOnOne: false, copies: ['file'] }, values: [values] },
    printer,
  );
};
