import type { Problem } from '../text/problem.ts';
import { cleanText } from '../text/hygiene.ts';
import type { AnswerValue, Answers, IntakeForm } from './form.ts';

/** Longest text per kind of field, in characters; beyond it is a paste gone wrong, refused at the field with nothing lost. */
const longest = { line: 300, name: 600, address: 300, note: 2000, answer: 2000 } as const;

type Clean = (field: string, text: string, max: number, multiline?: boolean) => string;

const cleanAnswer = (value: AnswerValue, at: string, clean: Clean): AnswerValue => {
  if (typeof value === 'string') return clean(at, value, longest.answer, true);
  if (Array.isArray(value)) return value.map((item, index) => cleanAnswer(item, `${at}.${index}`, clean));
  if (typeof value === 'object' && value !== null) return cleanAnswers(value, at, clean);
  return value;
};

const cleanAnswers = (answers: Answers, at: string, clean: Clean): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, cleanAnswer(value, `${at}.${key}`, clean)]),
  );

/**
 * Every text of a form but its persons' (citizen/person.ts) as it may be kept: NFC, trimmed, nothing invisible. What no field accepts (controls, direction overrides,
 * broken characters, ten thousand of them) is named by its field; the rest of the form is cleaned all the same.
 */
export const cleanForm = (form: IntakeForm): { form: IntakeForm; problems: Problem[] } => {
  const problems: Problem[] = [];
  const clean: Clean = (field, text, max, multiline = false) => {
    const result = cleanText(text, { max, multiline });
    if (result.ok) return result.text;
    problems.push({ field, code: result.fault.code, params: result.fault.params });
    return '';
  };
  const cleaned: IntakeForm = {
    ...form,
    relation: clean('relation', form.relation, longest.line),
    components: form.components.map((component, index) => ({
      ...component,
      name: clean(`components.${index}.name`, component.name, longest.name),
      files: component.files.map((file, order) => {
        if (!file.paper) return file;
        const at = (field: string) => `components.${index}.files.${order}.${field}`;
        const { paper } = file;
        return {
          ...file,
          paper: {
            ...paper,
            symbol: clean(at('symbol'), paper.symbol, longest.line),
            issuedOn: clean(at('issuedOn'), paper.issuedOn, longest.line),
            issuer: clean(at('issuer'), paper.issuer, longest.line),
            validTo: clean(at('validTo'), paper.validTo, longest.line),
            scope: clean(at('scope'), paper.scope, longest.line),
            other: clean(at('other'), paper.other, longest.note, true),
          },
        };
      }),
    })),
    answers: cleanAnswers(form.answers, 'answers', clean),
    fees: form.fees.map((fee, index) => ({
      ...fee,
      label: clean(`fees.${index}.label`, fee.label, longest.name),
    })),
    delivery: {
      ...form.delivery,
      address: clean('delivery.address', form.delivery.address, longest.address),
    },
    note: clean('note', form.note, longest.note, true),
  };
  return { form: cleaned, problems };
};
