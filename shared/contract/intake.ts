import * as z from 'zod';
import type { IntakeForm } from '../dossier/form.ts';
import { intakeFormInput } from '../input.ts';
import { answers, none, id, text } from './method.ts';
import type { DraftRow, IntakePreview, IntakeAnswer } from './intake-shapes.ts';

export const intakeMethods = {
  'intake.drafts': answers<DraftRow[]>()(none, ['reception']),
  'intake.openDraft': answers<{ id: string; form: IntakeForm }>()(z.strictObject({ id }), ['reception']),
  'intake.saveDraft': answers<{ savedAt: number }>()(z.strictObject({ id, form: intakeFormInput }), [
    'reception',
  ]),
  'intake.dropDraft': answers<null>()(z.strictObject({ id }), ['reception']),
  'intake.preview': answers<IntakePreview>()(z.strictObject({ id, form: intakeFormInput }), ['reception']),
  'intake.accept': answers<IntakeAnswer>()(z.strictObject({ id, form: intakeFormInput }), ['reception']),
  'intake.guide': answers<IntakeAnswer>()(
    z.strictObject({
      id,
      form: intakeFormInput,
      missing: z
        .array(z.strictObject({ name: text(500), count: z.number().int().min(0).max(1000), what: text(500) }))
        .max(100),
      reason: text(4000),
    }),
    ['reception'],
  ),
  'intake.refuse': answers<IntakeAnswer>()(
    z.strictObject({ id, form: intakeFormInput, reason: text(4000) }),
    ['reception'],
  ),
} as const;
