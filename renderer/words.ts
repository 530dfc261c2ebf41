import { messagesIn } from '../shared/messages/index.ts';
import type { Messages } from '../shared/messages/index.ts';
import type { Problem } from '../shared/faults.ts';
import { sayMessage } from '../shared/text/problem.ts';
import type { MessageText } from '../shared/text/problem.ts';
import { useDesk } from './desk-store.ts';

export { faultText } from './lobby-words.ts';

/** The messages in the clerk's language; redraws when she changes it. */
export const useWords = (): Messages => messagesIn(useDesk((desk) => desk.language));

/** The same outside a component: for toasts and the like. */
export const wordsNow = (): Messages => messagesIn(useDesk.getState().language);

/** Where a problem's words may stand: common ones first, then each area of the law in its own file. */
const problemTexts = ({ faults, intake, citizen, fees, catalogue, calendar, money }: Messages) => [
  faults.problems,
  intake.problems,
  citizen.problems,
  fees.problems,
  money.problems,
  catalogue.problems,
  calendar.hoursProblems,
  calendar.deadlineFaults,
  calendar.packProblems,
];

const findText = (texts: object, code: string): MessageText | undefined => {
  const named: Record<string, MessageText | undefined> = { ...texts };
  return Object.hasOwn(named, code) ? named[code] : undefined;
};

/** What to mend in one field. */
export const problemText = (words: Messages, problem: Problem): string => {
  for (const texts of problemTexts(words)) {
    const text = findText(texts, problem.code);
    if (text !== undefined) return sayMessage(text, problem.params);
  }
  return sayMessage(words.faults.problems.unknown, problem.params);
};
