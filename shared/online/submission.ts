import * as z from 'zod';
import { component, intakeFormInput, person } from '../input.ts';
import { blankForm, componentsFor, feesFor } from '../dossier/blank-form.ts';
import type { ComponentEntry, IntakeForm } from '../dossier/form.ts';
import { prefillAnswers } from '../catalogue/fields.ts';
import type { FoundProcedure } from '../catalogue/find.ts';
import type { SetAmount } from '../office/profile.ts';

/** Rows about what was filed online: of the office, of no dossier until a counter takes one in. */
export const onlineSubject = 'online';

/**
 * What a citizen filed online (hồ sơ nộp trực tuyến), as the province hands it to the office's counters. `dossier` is the id the intake
 * begun from it will have: taken in at two counters it is one dossier with a conflict, never two dossiers.
 */
export const submissionReceived = z.object({
  dossier: z.string(),
  /** The provincial system's account and its own id for it. */
  system: z.string(),
  reference: z.string(),
  /** Epoch milliseconds. */
  submittedAt: z.number(),
  procedure: z.string(),
  case: z.string(),
  submitter: person,
  owner: person.nullable(),
  relation: z.string(),
  components: z.array(component.pick({ index: true, name: true, files: true })),
  answers: intakeFormInput.shape.answers,
  delivery: z.object({ method: z.enum(['counter', 'post', 'online']), address: z.string() }),
  note: z.string(),
});
export type SubmissionReceived = z.infer<typeof submissionReceived>;

/**
 * The page an intake of it begins with: everything the citizen typed in its place, and each paper she sent counted once, for the clerk to
 * check. `found` undefined: the catalogue here does not know the procedure, and the clerk chooses.
 */
export const formOfSubmission = (
  sent: SubmissionReceived,
  found: FoundProcedure | undefined,
  amounts: readonly SetAmount[],
): IntakeForm => {
  const { submitter, owner, relation, delivery, note, submittedAt: filedAt } = sent;
  const people = { submitter, owner, relation, delivery, note };
  const form: IntakeForm = { ...blankForm(), channel: 'online', filedAt, ...people };
  const papers = sent.components.map(({ index, name, files }): ComponentEntry => {
    const known = found?.procedure.components.find((one) => one.index === index);
    return {
      index: known?.index ?? null,
      name: known?.name ?? name,
      mode: known?.mode ?? 'submit',
      originals: 0,
      certified: 0,
      copies: files.length > 0 ? 1 : 0,
      pages: 0,
      held: false,
      files,
    };
  });
  if (!found) return { ...form, components: papers };
  const { procedure, schema } = found;
  const chosen = procedure.cases.some(({ id }) => id === sent.case) ? sent.case : '';
  return {
    ...form,
    procedure: procedure.code,
    case: chosen,
    components: componentsFor(procedure, chosen, papers),
    answers: { ...(schema ? prefillAnswers(schema, { owner, submitter }) : {}), ...sent.answers },
    fees: feesFor(procedure, chosen, amounts, [], 'online'),
  };
};
