import { ask } from '../bridge.ts';
import { printPaper } from './paper-source.ts';
import type { PaperSource } from './paper-source.ts';
import { tellPaper } from './tell-paper.ts';

/** Prints at once as this machine prints, and says how it went. */
export const printHere = async (source: Exclude<PaperSource, { kind: 'draft' }>): Promise<void> => {
  const settings = await ask('settings.get', {});
  if (!settings.ok) {
    tellPaper(source, settings);
    return;
  }
  const { printer, layout } = settings.value.machine;
  tellPaper(
    source,
    printer === '' ? { ok: false, fault: { code: 'noPrinter' } } : await printPaper(source, layout, printer),
  );
};
