import { isLocalDate } from '../../calendar/vietnam-time.ts';
import type { LocalDate } from '../../calendar/vietnam-time.ts';
import { fail } from '../../faults.ts';
import type { Result } from '../../faults.ts';
import { maxAmount } from '../../fees/money.ts';
import { cleanText } from '../../text/hygiene.ts';
import type { MessageParams, Problem } from '../../text/problem.ts';

/** What can be wrong with a field of an act; words in shared/messages/<language>/acts.ts. */
export type ActProblemCode =
  | 'actAmount'
  | 'actAmountTooLarge'
  | 'actAmountOverOwed'
  | 'actAmountOverHeld'
  | 'actDate'
  | 'actDatePast'
  | 'actDateFuture'
  | 'actDateTooFar'
  | 'actDateNotLater'
  | 'actDeskClosed'
  | 'actNothingListed'
  | 'actNoDraft'
  | 'actDraftNotPdf'
  | 'actSameHolder'
  | 'actUnknownLine'
  | 'actLineNotChargeable'
  | 'actLineNotToBeSet'
  | 'actUnknownClaim'
  | 'actUnknownPayment'
  | 'actReceiptNumber'
  | 'actReceiptTwice'
  | 'actReceiptNotNext'
  | 'actUnknownOriginal'
  | 'actOriginalsNotTicked'
  | 'actCardDiffers'
  | 'actCardNotProxy'
  | 'actCardUnknown'
  | 'actSatisfaction'
  | 'actUnknownField'
  | 'actUnchanged'
  | 'actFieldTwice'
  | 'actRuling'
  | 'actSignature'
  | 'actWaybill';

/** Longest texts, in characters. */
export const longest = { line: 300, name: 200, note: 2000, reason: 4000, number: 100 } as const;

/** Reads the fields of one command, remembering all that is wrong with them in the order they were read. */
export interface Checks {
  readonly problems: Problem[];
  add: (field: string, code: ActProblemCode, params?: MessageParams) => void;
  /** The text as it may be kept; a problem when it may not, or when it is needed and empty. */
  text: (field: string, value: string, max: number, need?: 'needed' | 'optional') => string;
  paragraph: (field: string, value: string, need?: 'needed' | 'optional') => string;
  /** A real day; '' with a problem otherwise. */
  date: (field: string, value: string) => LocalDate;
  /** Whole đồng above nought. */
  amount: (field: string, value: number) => boolean;
  refuse: () => Result<never>;
}

export const startChecks = (): Checks => {
  const problems: Problem[] = [];
  const add: Checks['add'] = (field, code, params = {}) => {
    problems.push({ field, code, params });
  };
  const read = (field: string, value: string, max: number, needed: boolean, multiline: boolean): string => {
    const clean = cleanText(value, { max, multiline });
    if (!clean.ok) {
      problems.push({ field, code: clean.fault.code, params: clean.fault.params });
      return '';
    }
    if (needed && clean.text === '') problems.push({ field, code: 'required', params: {} });
    return clean.text;
  };
  return {
    problems,
    add,
    text: (field, value, max, need = 'needed') => read(field, value, max, need === 'needed', false),
    paragraph: (field, value, need = 'needed') => read(field, value, longest.reason, need === 'needed', true),
    date: (field, value) => {
      if (isLocalDate(value)) return value;
      add(field, 'actDate');
      return '';
    },
    amount: (field, value) => {
      if (value > maxAmount) add(field, 'actAmountTooLarge');
      else if (!Number.isSafeInteger(value) || value <= 0) add(field, 'actAmount');
      else return true;
      return false;
    },
    refuse: () => fail('invalidInput', undefined, problems),
  };
};
