import type { IntakeRefused } from '../dossier/events.ts';
import { formNumber } from '../dossier/form-number.ts';
import type { PaperExtra } from './extra.ts';
import { outcomeValues } from './outcome.ts';
import type { OutcomeValues } from './outcome.ts';

export type RefusalValues = OutcomeValues;

/** Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ, with its ground. */
export const refusalValues = (refused: IntakeRefused, extra: PaperExtra): RefusalValues =>
  outcomeValues(refused, extra, {
    title: extra.words.print.titles.refusal,
    number: formNumber('refusal', refused),
  });
