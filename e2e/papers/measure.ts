import type { PaperLayout } from '../../shared/contract.ts';
import type { DossierAccepted } from '../../shared/dossier/events.ts';
import { receiptValues } from '../../shared/forms/receipt.ts';
import { plainDossier } from '../../shared/forms/testing-samples.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import type { PrintJob } from '../../main/print/index.ts';
import { startPrintHost } from './print-host.ts';

const layout: PaperLayout = { paper: 'A5', twoOnOne: false, copies: ['citizen'] };
const extra = { witness: '3fa92c71be', reprint: false, trial: false, words: messagesIn('vi') } as const;

const receiptOf = (dossier: DossierAccepted): PrintJob => ({
  form: 'receipt',
  layout,
  values: [receiptValues(dossier, { ...extra, copy: 'citizen', stage: 'accepted' })],
});

/**
 * One receipt after another, each of another dossier, from its values to the bytes of its PDF, in turns with the limit: the finished body
 * put into a kept window with JavaScript on, and printed. Milliseconds of each turn.
 */
export const measureReceipts = async (
  rounds: number,
  env: NodeJS.ProcessEnv,
): Promise<{ app: number[]; limit: number[] }> => {
  const host = await startPrintHost({ env });
  try {
    const others = Array.from({ length: 20 }, (_, place) =>
      receiptOf({ ...plainDossier, code: `H55.242-261123-${String(place + 1).padStart(4, '0')}` }),
    );
    return await host.ask({ do: 'measure', rounds, job: receiptOf(plainDossier), others });
  } finally {
    await host.end();
  }
};
