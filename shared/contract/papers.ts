import * as z from 'zod';
import { intakeFormInput } from '../input.ts';
import { answers, none, id, text, paperForm, layout } from './method.ts';

/** A paper of a dossier; `about`: the event an act's paper tells of, left out for the intake's own. */
const paper = { dossier: id, form: paperForm, about: text(64).optional() };
import type { PrintAnswer, UnsurePaper, PrinterRow } from './shapes.ts';

export const papersMethods = {
  'paper.preview': answers<{ url: string; pages: number }>()(z.strictObject({ ...paper, layout }), 'any'),
  /** The receipt as it would be, from a draft that is not accepted yet; marked as a draft. */
  'paper.previewDraft': answers<{ url: string; pages: number }>()(
    z.strictObject({ id, form: intakeFormInput, layout }),
    ['reception'],
  ),
  'paper.print': answers<PrintAnswer>()(z.strictObject({ ...paper, layout, printer: text(200) }), 'any'),
  'paper.save': answers<PrintAnswer>()(z.strictObject({ ...paper, layout }), 'any'),
  /** Dossiers accepted without a known print result: asked about first at the next start. */
  'paper.unsure': answers<UnsurePaper[]>()(none, 'any'),
  'paper.settle': answers<null>()(z.strictObject({ ...paper, printed: z.boolean() }), ['reception']),
  'paper.previewSheet': answers<{ url: string; pages: number }>()(
    z.strictObject({ procedure: text(40) }),
    'any',
  ),
  'paper.printSheet': answers<PrintAnswer>()(
    z.strictObject({ procedure: text(40), printer: text(200) }),
    'any',
  ),
  'paper.saveSheet': answers<PrintAnswer>()(z.strictObject({ procedure: text(40) }), 'any'),
  'paper.printRecovery': answers<PrintAnswer>()(z.strictObject({ code: text(100), printer: text(200) }), [
    'admin',
  ]),
  'printers.list': answers<PrinterRow[]>()(none, 'any'),
  'printers.test': answers<PrintAnswer>()(
    z.strictObject({ printer: text(200), paper: z.enum(['A4', 'A5']) }),
    'any',
  ),
} as const;
