import type { Result } from '../faults.ts';
import { messagesIn } from '../messages/index.ts';
import { supplementsValues } from './supplements.ts';
import { cashSlipValues } from './cash-slip.ts';
import { controlSlipValues } from './control-slip.ts';
import { feeReceiptValues } from './fee-receipt.ts';
import { extensionValues, stopValues } from './head-letters.ts';
import { transferSlipValues } from './transfer-slip.ts';
import { returnedValues } from './returned.ts';
import { withdrawalValues } from './withdrawal.ts';
import {
  acted,
  arrived,
  askedForPapers,
  collected,
  extended,
  lived,
  matched,
  moves,
  returned,
  stopped,
} from './testing-acts.ts';
import { birthDossier, hugeDossier, plainDossier } from './testing-samples.ts';
import type { PaperKind, PaperValues } from './values.ts';

const words = messagesIn('vi');
const account = {
  bin: '970405',
  number: '8500201000123',
  holder: 'Trung tâm Phục vụ hành chính công xã Mẫu',
};
const extra = { witness: '3fa92c71be', copy: 'citizen', reprint: true, trial: true, words } as const;

const ownSeries = { form: '01BLP', series: 'AB-26P', kind: 'selfPrinted' } as const;

export interface SamplePaper {
  name: string;
  form: PaperKind;
  sheets: readonly ('A4' | 'A5')[];
  values: PaperValues & { readonly title: string };
}

/** The values of a paper that must not be refused. */
export const madeOf = <V>(result: Result<V>): V => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.fault)}`);
  return result.value;
};

/** Every paper of the acts, as a usual day makes it and with as little and as much as there can be. */
export const samplePapers = (): SamplePaper[] => {
  const born = lived(birthDossier, { type: 'supplementsRequested', v: 1, payload: askedForPapers });
  const either = ['A4', 'A5'] as const;
  const moved = lived(
    birthDossier,
    { type: 'handedOver', v: 1, payload: moves[0] },
    { type: 'handedOver', v: 1, payload: moves[1] },
    { type: 'takenBack', v: 1, payload: moves[2] },
  );
  const paid = lived(plainDossier, { type: 'feeCollected', v: 1, payload: collected });
  const transferred = lived(plainDossier, { type: 'transferMatched', v: 1, payload: matched });
  const ready = lived(birthDossier, { type: 'resultArrived', v: 1, payload: arrived });
  return [
    {
      name: 'form 02 while processing',
      form: 'supplements',
      sheets: either,
      values: madeOf(supplementsValues(born, askedForPapers, extra)),
    },
    {
      name: 'form 02 without a list or a day',
      form: 'supplements',
      sheets: either,
      values: madeOf(
        supplementsValues(lived(plainDossier), { ...askedForPapers, missing: [], respondBy: null }, extra),
      ),
    },
    {
      name: 'form 02 with far too much',
      form: 'supplements',
      sheets: ['A4'],
      values: madeOf(
        supplementsValues(
          lived(hugeDossier),
          {
            ...askedForPapers,
            missing: hugeDossier.components.map(({ name }) => ({ name, count: 2, what: name })),
            reason: hugeDossier.note,
          },
          extra,
        ),
      ),
    },
    { name: 'form 06', form: 'control', sheets: ['A4'], values: madeOf(controlSlipValues(moved, extra)) },
    {
      name: 'form 06 with far too much',
      form: 'control',
      sheets: ['A4'],
      values: madeOf(
        controlSlipValues(
          lived(
            hugeDossier,
            { type: 'handedOver', v: 1, payload: { ...moves[0], note: hugeDossier.note.slice(0, 2000) } },
            { type: 'handedOver', v: 1, payload: moves[1] },
          ),
          extra,
        ),
      ),
    },
    {
      name: 'form 04',
      form: 'extension',
      sheets: either,
      values: madeOf(extensionValues(lived(birthDossier), extended, extra)),
    },
    {
      name: 'form 05',
      form: 'stop',
      sheets: either,
      values: madeOf(stopValues(lived(plainDossier), stopped, extra)),
    },
    {
      name: 'the cash slip',
      form: 'cash',
      sheets: either,
      values: madeOf(cashSlipValues(paid, { ...collected, event: 'event-1' }, extra)),
    },
    {
      name: 'the cash slip with the code of what is left',
      form: 'cash',
      sheets: either,
      values: madeOf(cashSlipValues(paid, { ...collected, event: 'event-1' }, { ...extra, account })),
    },
    {
      name: 'the slip of a transfer',
      form: 'cash',
      sheets: ['A5'],
      values: madeOf(cashSlipValues(transferred, { ...matched, event: 'event-1' }, extra)),
    },
    {
      name: 'the transfer slip',
      form: 'transfer',
      sheets: either,
      values: madeOf(transferSlipValues(lived(plainDossier), collected.at, { ...extra, account })),
    },
    {
      name: 'the biên lai of three leaves',
      form: 'feeReceipt',
      sheets: ['A5'],
      values: madeOf(
        feeReceiptValues(
          paid,
          {
            event: 'event-1',
            kind: 'cash',
            amount: 16_000,
            at: collected.at,
            businessDay: collected.businessDay,
            clerkName: collected.clerkName,
            receipt: { ...ownSeries, number: '0000021', date: '2026-11-23' },
          },
          [{ ...ownSeries, from: 1, to: 50, assignedOn: '2026-11-02', assignedBy: 'Lê Thị Ví Dụ' }],
          extra,
        ),
      ),
    },
    {
      name: 'the result-taken slip',
      form: 'returned',
      sheets: either,
      values: madeOf(returnedValues(ready, returned, extra)),
    },
    {
      name: 'a request to withdraw',
      form: 'withdrawal',
      sheets: either,
      values: madeOf(
        withdrawalValues(
          lived(plainDossier),
          {
            ...acted('2026-11-25', 600),
            to: { kind: 'owner', name: plainDossier.owner.name },
            reason: 'Tôi không còn nhu cầu.',
            originals: [{ position: 0, name: 'Giấy tờ chứng minh ly hôn' }],
          },
          { ...extra, witness: '' },
        ),
      ),
    },
  ];
};
