import { create } from 'zustand';
import type { IntakeAnswer, PrintAnswer } from '../../../shared/contract.ts';
import type { PaperForm } from '../../../shared/dossier/events.ts';
import type { Result } from '../../../shared/faults.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { faultText } from '../../words.ts';

/** How the paper of the last intake fared. 'off': this machine prints nothing by itself. */
export type PaperMark =
  | { state: 'off' }
  | { state: 'printing' }
  | { state: 'told'; printer: string; result: Result<PrintAnswer> };

export interface LastOutcome {
  /** Whose it is: another clerk at the same desk does not find it. */
  clerk: string;
  answer: IntakeAnswer;
  form: PaperForm;
  paper: PaperMark;
}

/** The last code stays on top of the empty page, also when she has been elsewhere meanwhile. */
export const useLastOutcome = create<{ last: LastOutcome | null }>()(() => ({ last: null }));

export const noteOutcome = (last: LastOutcome | null): void => {
  useLastOutcome.setState({ last });
};

/** The paper's fate, if its intake is still the last one. */
export const notePaper = (dossier: string, paper: PaperMark): void => {
  useLastOutcome.setState(({ last }) =>
    last?.answer.dossier === dossier ? { last: { ...last, paper } } : {},
  );
};

/** What happened to the paper, what is safe, what to do; the code always in it when something is left to do. */
export const paperText = (
  last: LastOutcome,
  words: Messages,
): { tone: 'plain' | 'good' | 'bad'; text: string } => {
  const say = words.intake.outcome;
  const { code } = last.answer;
  if (last.paper.state === 'printing') return { tone: 'plain', text: say.printing };
  if (last.paper.state === 'off') return { tone: 'plain', text: say.skipped };
  const { printer: chosen, result } = last.paper;
  const notPrinted = (reason: string) => ({ tone: 'bad' as const, text: say.notPrinted({ reason, code }) });
  if (!result.ok) {
    const { fault } = result;
    if (fault.code === 'noPrinter' && chosen === '') return { tone: 'bad', text: say.noPrinter({ code }) };
    if (fault.code === 'noPrinter' || fault.code === 'printerGone')
      return notPrinted(say.silent({ printer: chosen }));
    const detail = fault.params?.['detail'];
    // Main says why in the words of the print system's troubles.
    if (typeof detail === 'string' && detail !== '') return notPrinted(`${detail} (${chosen})`);
    return { tone: 'bad', text: `${faultText(words, fault)} (${code})` };
  }
  const { outcome, printer, detail } = result.value;
  switch (outcome) {
    case 'printed':
      return { tone: 'good', text: say.printed({ printer }) };
    case 'saved':
      return { tone: 'good', text: say.saved };
    case 'unsure':
      return { tone: 'bad', text: say.unsure({ printer, code }) };
    case 'skipped':
      return { tone: 'plain', text: say.skipped };
    case 'failed':
      return notPrinted(detail === '' ? say.silent({ printer }) : detail);
  }
};
