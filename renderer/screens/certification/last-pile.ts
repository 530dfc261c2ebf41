import { create } from 'zustand';
import type { CertificationAnswer, PrintAnswer } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/faults.ts';
import { numbersText, volumeText } from '../../../shared/certification/numbers.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { ask } from '../../bridge.ts';
import { faultText } from '../../words.ts';

/** How the papers of the last pile fared. 'off': this machine prints none by itself. */
type PaperMark = { state: 'off' } | { state: 'printing' } | { state: 'told'; result: Result<PrintAnswer> };

export interface LastPile {
  clerk: string;
  answer: CertificationAnswer;
  paper: PaperMark;
}

/** The last numbers stay on top of the empty page, also when she has been elsewhere meanwhile. */
export const useLastPile = create<{ last: LastPile | null }>()(() => ({ last: null }));

const notePaper = (pile: string, paper: PaperMark): void => {
  useLastPile.setState(({ last }) => (last?.answer.pile === pile ? { last: { ...last, paper } } : {}));
};

/** Prints the fee slip, and lời chứng where this machine does; the page is free meanwhile. */
export const printPile = async (
  { pile, state }: Pick<CertificationAnswer, 'pile' | 'state'>,
  wish: { slip: boolean; attestations: boolean },
): Promise<void> => {
  if (!wish.slip && !wish.attestations) {
    notePaper(pile, { state: 'off' });
    return;
  }
  notePaper(pile, { state: 'printing' });
  const settings = await ask('settings.get', {});
  if (!settings.ok) {
    notePaper(pile, { state: 'told', result: settings });
    return;
  }
  const { printer, layout } = settings.value.machine;
  if (printer === '') {
    notePaper(pile, { state: 'told', result: { ok: false, fault: { code: 'noPrinter' } } });
    return;
  }
  const send = (paper: 'certificationFee' | 'attestation') =>
    ask('certification.printPaper', { wish: { paper, of: pile, numbers: [], layout }, printer });
  const slip = wish.slip ? await send('certificationFee') : null;
  const stopped = slip !== null && !slip.ok;
  const attestations =
    wish.attestations && state === 'certified' && !stopped ? await send('attestation') : null;
  const result = attestations ?? slip;
  notePaper(pile, result ? { state: 'told', result } : { state: 'off' });
};

/** What was written, and how its paper fared: what is safe first, what to do last. */
export const lastPileText = (
  { answer, paper }: LastPile,
  words: Messages,
): { tone: 'good' | 'bad'; text: string } => {
  const say = words.certification.screen.done;
  const { name, from, to } = answer;
  const total = formatMoney(answer.total);
  const written =
    answer.state === 'certified'
      ? say.certified({ numbers: numbersText(from, to), volume: volumeText(answer), name, total })
      : say.waiting({ name, total });
  switch (paper.state) {
    case 'off':
      return { tone: 'good', text: written };
    case 'printing':
      return { tone: 'good', text: `${written} ${say.printing}` };
    case 'told': {
      const { result } = paper;
      if (!result.ok) return { tone: 'bad', text: `${written} ${faultText(words, result.fault)}` };
      const { outcome, printer } = result.value;
      return outcome === 'printed'
        ? { tone: 'good', text: `${written} ${say.printed({ printer })}` }
        : { tone: 'bad', text: `${written} ${say.notPrinted}` };
    }
  }
};
