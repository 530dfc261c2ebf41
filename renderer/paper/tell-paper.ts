import { notifications } from '@mantine/notifications';
import type { PrintAnswer } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';
import { noteLastPaper } from '../desk-store.ts';
import { faultText, wordsNow } from '../words.ts';
import { outcomeText } from './paper-source.ts';
import type { PaperSource } from './paper-source.ts';

/** Good news leaves by itself; what needs a hand stays until it is closed. Milliseconds. */
const GOOD_NEWS_MS = 5_000;

/** Tells the clerk how a print or save went, and lets F9 print that dossier's paper again. */
export const tellPaper = (source: PaperSource, result: Result<PrintAnswer>): void => {
  const words = wordsNow();
  if (source.kind === 'dossier') noteLastPaper(source.dossier, source.form);
  if (!result.ok) {
    // Closing main's file dialog is an answer, not a failure.
    if (result.fault.code !== 'cancelled')
      notifications.show({ color: 'red', autoClose: false, message: faultText(words, result.fault) });
    return;
  }
  const { outcome } = result.value;
  const good = outcome === 'printed' || outcome === 'saved';
  notifications.show({
    color: good ? 'green' : outcome === 'skipped' ? 'gray' : 'red',
    autoClose: good || outcome === 'skipped' ? GOOD_NEWS_MS : false,
    message: outcomeText(source, result.value, words),
  });
};
