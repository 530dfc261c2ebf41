import * as z from 'zod';
import type { PaperOutcome } from '../dossier/events.ts';
import { answers, id, none, text } from './method.ts';
import { secret } from './signing.ts';
import type { PaperPage, PrintAnswer } from './paper-shapes.ts';

/** A seal as the list of sealed days shows it. */
export interface SealRow {
  id: string;
  /** "CS-0007/2026" */
  number: string;
  /** 'YYYY-MM-DD', oldest first. */
  days: string[];
  papers: number;
  at: number;
  clerkName: string;
  /** As on the certificate; '' where the hand signs. */
  signer: string;
  /** null: no authority has seen the signature. */
  stampedAt: number | null;
  /** Of the last attempt to print; null while nobody knows of one. */
  outcome: PaperOutcome | null;
}

export interface OpenDays {
  /** Days with papers since the last seal, oldest first; today among them. */
  open: { day: string; papers: number }[];
  /** There are more days than one seal takes in. */
  more: boolean;
}

export interface SealsPage extends OpenDays {
  /** Newest first. */
  sealed: SealRow[];
}

const sealers = ['reception', 'officer', 'leader', 'registrar'] as const;
/** `seal`: a random id made where it is asked for. */
const seal = z.strictObject({ seal: id });

export const sealsMethods = {
  'seals.open': answers<OpenDays>()(none, 'any'),
  'seals.page': answers<SealsPage>()(none, 'any'),
  'seals.preview': answers<PaperPage>()(seal, 'any'),
  /** Signs the page of the days with the chosen certificate, keeps and journals it. */
  'seals.sign': answers<null>()(
    z.strictObject({
      seal: id,
      /** null: typed on the reader. */
      pin: secret.nullable(),
      evenIfLast: z.boolean(),
    }),
    sealers,
  ),
  /** Seals the days to be signed by hand, unless they are sealed under this id; then prints the page. */
  'seals.print': answers<PrintAnswer>()(z.strictObject({ seal: id, printer: text(200) }), sealers),
  /** The signed page itself, where there is one. */
  'seals.save': answers<PrintAnswer>()(seal, sealers),
} as const;
