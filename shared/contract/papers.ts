import * as z from 'zod';
import { intakeFormInput } from '../input.ts';
import { actInput } from './act-input.ts';
import { answers, none, id, text, paperForm, layout } from './method.ts';

/** A paper of a dossier; `about`: the event an act's paper tells of, left out for the intake's own. */
const paper = { dossier: id, form: paperForm, about: text(64).optional() };
import type { PaperPage, PrintAnswer, UnsurePaper, PrinterRow } from './paper-shapes.ts';

export const papersMethods = {
  'paper.preview': answers<PaperPage>()(z.strictObject({ ...paper, layout }), 'any'),
  /** The receipt as it would be, from a draft that is not accepted yet; marked as a draft. */
  'paper.previewDraft': answers<PaperPage>()(z.strictObject({ id, form: intakeFormInput, layout }), [
    'reception',
  ]),
  'paper.print': answers<PrintAnswer>()(z.strictObject({ ...paper, layout, printer: text(200) }), 'any'),
  'paper.save': answers<PrintAnswer>()(z.strictObject({ ...paper, layout }), 'any'),
  /** The citizen's own request (đơn xin rút), filled in from an act that is being typed: to be signed before the act is recorded. */
  'paper.previewRequest': answers<PaperPage>()(z.strictObject({ dossier: id, act: actInput, layout }), 'any'),
  'paper.printRequest': answers<PrintAnswer>()(
    z.strictObject({ dossier: id, act: actInput, layout, printer: text(200) }),
    ['reception'],
  ),
  'paper.saveRequest': answers<PrintAnswer>()(z.strictObject({ dossier: id, act: actInput, layout }), [
    'reception',
  ]),
  /** Papers without a known print result: asked about first at the next start. */
  'paper.unsure': answers<UnsurePaper[]>()(none, 'any'),
  'paper.settle': answers<null>()(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('dossier'), ...paper, printed: z.boolean() }),
      z.strictObject({ kind: z.literal('list'), list: id, printed: z.boolean() }),
      z.strictObject({ kind: z.literal('seal'), seal: id, printed: z.boolean() }),
      z.strictObject({ kind: z.literal('pile'), pile: id, printed: z.boolean() }),
    ]),
    ['reception'],
  ),
  'paper.previewSheet': answers<PaperPage>()(z.strictObject({ procedure: text(40) }), 'any'),
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
