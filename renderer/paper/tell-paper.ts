import type { PrintAnswer } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';
import { noteLastPaper } from '../desk-store.ts';
import { toast } from '../frame/toast.ts';
import { faultText, wordsNow } from '../words.ts';
import { outcomeText } from './paper-source.ts';
import type { PaperSource } from './paper-source.ts';

/** Tells the clerk how a print or save went, and lets F9 print that dossier's paper again. */
export const tellPaper = (source: PaperSource, result: Result<PrintAnswer>): void => {
  const words = wordsNow();
  if (source.kind === 'dossier') noteLastPaper(source.dossier, source.form, source.about);
  if (!result.ok) {
    // Closing main's file dialog is an answer, not a failure.
    if (result.fault.code !== 'cancelled') toast('fault', faultText(words, result.fault), 'paper');
    return;
  }
  const { outcome } = result.value;
  const tone =
    outcome === 'printed' || outcome === 'saved' ? 'good' : outcome === 'skipped' ? 'plain' : 'fault';
  toast(tone, outcomeText(source, result.value, words), 'paper');
};
