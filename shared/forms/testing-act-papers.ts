import type { Result } from '../faults.ts';
import { messagesIn } from '../messages/index.ts';
import { supplementsValues } from './supplements.ts';
import { askedForPapers, lived } from './testing-acts.ts';
import { birthDossier, hugeDossier, plainDossier } from './testing-samples.ts';
import type { PaperKind, PaperValues } from './values.ts';

const words = messagesIn('vi');
const extra = { witness: '3fa92c71be', copy: 'citizen', reprint: true, trial: true, words } as const;

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
  ];
};
