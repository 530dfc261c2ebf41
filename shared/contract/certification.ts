import * as z from 'zod';
import { answers, none, id, text, layout } from './method.ts';
import type { PaperPage, PrintAnswer } from './paper-shapes.ts';
import type {
  CertificationAnswer,
  CertificationPage,
  CertificationSettings,
  RegisterMonth,
} from './certification-shapes.ts';

const words = text(100_000);
const pileForm = z.strictObject({
  requester: z.strictObject({ name: words, idNumber: words, address: words }),
  papers: z.array(z.strictObject({ kind: words, pages: z.number(), copies: z.number() })).max(500),
  exemption: words,
  note: words,
});

const millimetres = z.number().min(0).max(420);
const settings = z.strictObject({
  place: z.strictObject({
    shape: z.enum(['page', 'stamp']),
    left: millimetres,
    top: millimetres,
    width: millimetres,
  }),
  printSlip: z.boolean(),
  printAttestations: z.boolean(),
});

/** Papers of the register; `of`: the pile, or 'YYYY-MM' of the book. */
export const certificationPaper = z.strictObject({
  paper: z.enum(['attestation', 'attestationTest', 'certificationFee', 'certificationBook', 'custody']),
  of: text(64),
  /** Entries whose lời chứng is wanted; none named: all of the pile. */
  numbers: z.array(z.number().int()).max(200),
  layout,
});
export type CertificationPaperWish = z.infer<typeof certificationPaper>;

const entry = z.strictObject({ year: z.number().int(), number: z.number().int() });
const writers = ['reception'] as const;
const keepers = ['reception', 'registrar', 'admin'] as const;

export const certificationMethods = {
  'certification.page': answers<CertificationPage>()(none, writers),
  'certification.saveDraft': answers<{ savedAt: number }>()(z.strictObject({ id, form: pileForm }), writers),
  'certification.dropDraft': answers<null>()(z.strictObject({ id }), writers),
  /** Numbers the pile where the book is held; elsewhere it waits for its numbers. */
  'certification.accept': answers<CertificationAnswer>()(z.strictObject({ id, form: pileForm }), writers),
  'certification.numberWaiting': answers<CertificationAnswer[]>()(none, writers),
  'certification.withdraw': answers<null>()(z.strictObject({ pile: id, reason: words }), writers),
  'certification.open': answers<null>()(z.strictObject({ volume: z.number(), next: z.number() }), keepers),
  'certification.showKey': answers<{ key: string }>()(none, keepers),
  'certification.join': answers<null>()(z.strictObject({ key: text(200) }), keepers),
  'certification.setSigner': answers<null>()(z.strictObject({ name: words, title: words }), keepers),
  'certification.openVolume': answers<null>()(none, keepers),
  'certification.closeYear': answers<null>()(none, keepers),
  'certification.handOver': answers<{ line: string }>()(z.strictObject({ toDesk: z.number() }), keepers),
  'certification.take': answers<null>()(z.strictObject({ line: text(500) }), keepers),
  'certification.reconcile': answers<null>()(
    z.strictObject({ volume: z.number(), last: z.number(), holding: z.boolean() }),
    keepers,
  ),
  'certification.month': answers<RegisterMonth>()(z.strictObject({ month: text(7) }), 'any'),
  'certification.strike': answers<null>()(z.strictObject({ entry, reason: words }), writers),
  'certification.correct': answers<null>()(
    z.strictObject({
      entry,
      name: words,
      paper: words,
      parts: z.array(z.strictObject({ pages: z.number(), copies: z.number() })).max(100),
      reason: words,
    }),
    writers,
  ),
  'certification.setSettings': answers<CertificationSettings>()(settings, writers),
  'certification.previewPaper': answers<PaperPage>()(certificationPaper, 'any'),
  'certification.printPaper': answers<PrintAnswer>()(
    z.strictObject({ wish: certificationPaper, printer: text(200) }),
    writers,
  ),
  'certification.savePaper': answers<PrintAnswer>()(certificationPaper, writers),
} as const;
