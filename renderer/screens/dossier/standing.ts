import { sayStanding } from '../../../shared/dossier/acts/say-standing.ts';
import type { DossierPage } from '../../../shared/contract.ts';
import { isPaperSettled, mainPaper } from '../../../shared/dossier/summary.ts';
import type { Messages } from '../../../shared/messages/index.ts';

/** The dossier's four axes in one line, and whether the citizen has her paper. */
export const standingLine = (
  { state, sync }: Pick<DossierPage, 'state' | 'sync'>,
  now: number,
  words: Messages,
): string => {
  const say = words.dossiers.page.standing;
  const line = sayStanding(state, now, sync, words);
  const form = mainPaper(state);
  if (isPaperSettled(state, form)) return line;
  const last = state.papers.findLast((paper) => paper.form === form);
  if (last?.outcome === 'unsure') return `${line} ${say.unsurePaper}`;
  return state.accepted ? `${line} ${say.unprinted}` : line;
};
