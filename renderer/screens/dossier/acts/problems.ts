import { createContext, use } from 'react';
import type { Problem } from '../../../../shared/faults.ts';
import { problemText, useWords } from '../../../words.ts';

/** What is wrong with the fields of the form in front, once she has tried to record it. */
export const Problems = createContext<readonly Problem[]>([]);

/** What to mend in a field, to be shown at it; undefined when nothing. */
export const useProblem = (field: string): string | undefined => {
  const words = useWords();
  const found = use(Problems).find((problem) => problem.field === field);
  return found && problemText(words, found);
};
