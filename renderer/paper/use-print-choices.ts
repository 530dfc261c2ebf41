import { useEffect, useState } from 'react';
import type { PaperLayout, PrinterRow } from '../../shared/contract.ts';
import { ask } from '../bridge.ts';
import { offerPrinter } from './offer-printer.ts';

export interface PrintChoices {
  layout: PaperLayout;
  /** '' while none is chosen. */
  printer: string;
  printers: PrinterRow[];
}

/** Only until this machine's own is known. */
const usualLayout: PaperLayout = { paper: 'A4', twoOnOne: false, copies: ['file', 'citizen'] };

/** This machine's usual layout and printer, to begin with; what the clerk changes here is for this paper only. */
export const usePrintChoices = () => {
  const [choices, setChoices] = useState<PrintChoices | null>(null);
  useEffect(() => {
    let wanted = true;
    void Promise.all([ask('settings.get', {}), ask('printers.list', {})]).then(([settings, list]) => {
      if (!wanted) return;
      const printers = list.ok ? list.value : [];
      const machine = settings.ok ? settings.value.machine : null;
      setChoices({
        layout: machine?.layout ?? usualLayout,
        printer: offerPrinter(printers, machine?.printer ?? ''),
        printers,
      });
    });
    return () => {
      wanted = false;
    };
  }, []);

  const change = (part: Partial<PrintChoices>) =>
    setChoices((now) => (now === null ? null : { ...now, ...part }));
  return { choices, change };
};
