import type { Findings } from '../../shared/contract.ts';
import type { Messages } from '../../shared/messages/index.ts';
import { faultText } from '../words.ts';
import type { Found } from './use-find.ts';

/** Most rows main sends for one question. */
export const MOST_ROWS = 20;

/** What the text was taken for and how many dossiers that gave. */
export const countLine = ({ rows, taken }: Findings, words: Messages): string => {
  const say = words.dossiers.search;
  const count = { count: rows.length };
  return `${say.taken[taken]} · ${rows.length < MOST_ROWS ? say.count(count) : say.newest(count)}`;
};

/** One line for the ear: what the text was taken for and how much was found. */
export const foundSummary = (found: Found, words: Messages): string => {
  const say = words.dossiers.search;
  if (!found.result.ok) return `${say.failed}. ${faultText(words, found.result.fault)}`;
  const { rows, taken, forged } = found.result.value;
  if (forged) return `${say.forgedTitle}. ${say.forged}`;
  if (rows.length === 0) return `${say.taken[taken]}. ${say.nothing[taken]}`;
  return countLine(found.result.value, words);
};
