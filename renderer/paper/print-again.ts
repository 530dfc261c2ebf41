import type { PrintAnswer } from '../../shared/contract.ts';
import type { PaperForm } from '../../shared/dossier/events.ts';
import type { Result } from '../../shared/faults.ts';
import { ask } from '../bridge.ts';
import { tellPaper } from './tell-paper.ts';

/**
 * Prints a dossier's paper on this machine's printer in its usual layout and says how it went. null: no printer is chosen for
 * this machine, nothing was sent, and the caller shows the preview to choose one.
 */
export const printAgain = async (dossier: string, form: PaperForm): Promise<Result<PrintAnswer> | null> => {
  const source = { kind: 'dossier', dossier, form } as const;
  const settings = await ask('settings.get', {});
  if (!settings.ok) {
    tellPaper(source, settings);
    return settings;
  }
  const { printer, layout } = settings.value.machine;
  if (printer === '') return null;
  const answer = await ask('paper.print', { dossier, form, layout, printer });
  tellPaper(source, answer);
  return answer;
};
