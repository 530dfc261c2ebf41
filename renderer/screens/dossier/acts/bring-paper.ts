import type { ActDone } from '../../../../shared/contract.ts';
import { isPaperSettled } from '../../../../shared/dossier/summary.ts';
import { paperOfAct } from '../../../../shared/dossier/papers.ts';
import type { PaperName } from '../../../../shared/dossier/papers.ts';
import { ask } from '../../../bridge.ts';
import { noteLastPaper } from '../../../desk-store.ts';
import { tellPaper } from '../../../paper/tell-paper.ts';

/**
 * The paper an act brings: printed at once where this machine prints what it accepts, else shown, so that Enter prints it and Esc
 * leaves it for F9. An act without a paper brings none.
 */
export const bringPaper = async (
  { page: { state }, events }: ActDone,
  show: (paper: PaperName) => void,
): Promise<void> => {
  const paper = events.map((event) => paperOfAct(state, event)).find((found) => found !== undefined);
  if (!paper) return;
  noteLastPaper(state.id, paper.form, paper.about);
  // Signed before the act was recorded.
  if (isPaperSettled(state, paper.form, paper.about)) return;
  const settings = await ask('settings.get', {});
  if (!settings.ok) return;
  const { printOnAccept, printer, layout } = settings.value.machine;
  if (!printOnAccept || printer === '') {
    show(paper);
    return;
  }
  const source = { kind: 'dossier', dossier: state.id, ...paper } as const;
  tellPaper(source, await ask('paper.print', { dossier: state.id, ...paper, layout, printer }));
};
