import { listFields } from '../../../shared/catalogue/fields.ts';
import type { IntakePreview, ProcedureSheet } from '../../../shared/contract.ts';
import { isReceived } from '../../../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import type { SectionId } from './next-field.ts';

const joined = (...parts: (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(' · ');

/** Long enough to tell dossiers apart on one line, short enough not to be a burden to draw. */
const brief = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

const peopleSummary = ({ submitter, owner, relation }: IntakeForm, words: Messages): string => {
  const say = words.intake.people;
  return owner
    ? joined(
        brief(submitter.name),
        relation !== '' && brief(relation),
        `${say.owner}: ${brief(owner.name)}`,
        owner.idNumber,
      )
    : joined(brief(submitter.name), submitter.idNumber, submitter.phone);
};

const componentsSummary = ({ components, sets }: IntakeForm, words: Messages): string => {
  const say = words.intake.components;
  const held = components.filter((one) => one.held).length;
  return joined(
    say.summary({ received: components.filter(isReceived).length, total: components.length }),
    held > 0 && say.keeping({ count: held }),
    sets > 1 && `${say.sets}: ${sets}`,
  );
};

const answersSummary = ({ answers }: IntakeForm, sheet: ProcedureSheet | null, words: Messages): string => {
  if (!sheet?.schema) return '';
  const fields = listFields(sheet.schema, answers);
  const isFilled = (name: string): boolean => {
    const value = answers[name];
    return (
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
    );
  };
  return words.intake.answers.summary({
    filled: fields.filter(({ name }) => isFilled(name)).length,
    total: fields.length,
  });
};

const feesSummary = (preview: IntakePreview | null, words: Messages): string => {
  if (!preview) return '';
  const say = words.intake.fees;
  const isOpen = preview.fees.some((fee) => fee.state === 'toBeSet');
  return joined(
    preview.feeTotal > 0 && formatMoney(preview.feeTotal),
    isOpen && say.toBeSet,
    preview.feeTotal === 0 && !isOpen && say.none,
  );
};

const deliverySummary = ({ delivery, note }: IntakeForm, words: Messages): string =>
  joined(words.intake.delivery.methods[delivery.method], brief(delivery.address), brief(note));

/** What each section says when it is folded to one line. */
export const summariesOf = (
  form: IntakeForm,
  sheet: ProcedureSheet | null,
  preview: IntakePreview | null,
  words: Messages,
): Record<SectionId, string> => ({
  people: peopleSummary(form, words),
  procedure: sheet ? `${sheet.procedure.code} · ${sheet.procedure.name}` : form.procedure,
  components: componentsSummary(form, words),
  answers: answersSummary(form, sheet, words),
  fees: feesSummary(preview, words),
  delivery: deliverySummary(form, words),
});
