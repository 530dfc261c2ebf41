import type { InputOf } from '../../shared/contract.ts';
import { ask } from '../bridge.ts';
import { go, useDesk } from '../desk-store.ts';
import { faultText, wordsNow } from '../words.ts';
import { findNewestPrinted } from '../working-set.ts';
import { toast } from './toast.ts';

let printing = false;

// What of it she does not hear is over for her, too.
useDesk.subscribe(({ session }) => {
  if (session === null) printing = false;
});

/** The paper F9 means: the last one this clerk made, else the newest dossier at this desk. */
const findPaper = async (): Promise<
  Pick<InputOf<'paper.print'>, 'dossier' | 'form' | 'about'> | undefined
> => {
  const last = useDesk.getState().lastPaper;
  if (last !== null) return last;
  const newest = await findNewestPrinted();
  return newest && { dossier: newest.id, form: 'receipt' };
};

const print = async (): Promise<void> => {
  const words = wordsNow();
  const say = words.common.frame.reprint;
  const paper = await findPaper();
  if (paper === undefined) {
    toast('plain', say.none, 'reprint');
    return;
  }
  const [page, settings] = await Promise.all([
    ask('dossier.get', { id: paper.dossier }),
    ask('settings.get', {}),
  ]);
  if (!page.ok || !settings.ok) {
    toast('fault', faultText(words, page.ok ? { code: 'internal' } : page.fault), 'reprint');
    return;
  }
  const { code } = page.value.row;
  const { printer, layout } = settings.value.machine;
  if (printer === '') {
    toast('fault', faultText(words, { code: 'noPrinter' }), 'reprint');
    go('settings', { section: 'printers' });
    return;
  }
  toast('plain', say.printing({ code }), 'reprint');
  const answer = await ask('paper.print', { ...paper, layout, printer });
  if (!answer.ok) toast('fault', faultText(words, answer.fault), 'reprint');
  else if (answer.value.outcome === 'printed')
    toast('good', say.done({ code, printer: answer.value.printer }), 'reprint');
  else toast('fault', say.failed({ code }), 'reprint');
};

/** Prints the last paper again; a second F9 while it prints does nothing. */
export const reprintLast = async (): Promise<void> => {
  if (printing) return;
  printing = true;
  try {
    await print();
  } finally {
    printing = false;
  }
};
