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

const textOf = (area: unknown, code: string): MessageText | undefined => {
  if (typeof area !== 'object' || area === null) return undefined;
  const texts: Record<string, MessageText | undefined> = { ...area };
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
};

const problemsOf = (area: object): unknown => ('problems' in area ? area.problems : undefined);

/** What to mend in one field: common problems first, then those of the law's own areas. */
export const problemText = (words: Messages, problem: Problem): string => {
  const areas = [words.faults, words.citizen, words.fees, words.catalogue, words.calendar, words.intake];
  for (const area of areas) {
    const text = textOf(problemsOf(area), problem.code);
    if (text !== undefined) return sayMessage(text, problem.params);
  }
  return sayMessage(words.faults.problems.unknown, problem.params);
};
