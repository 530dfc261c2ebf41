import { useCallback, useEffect, useRef, useState } from 'react';
import type { IntakeAnswer, InputOf, MachineSettings } from '../../../shared/contract.ts';
import type { PaperForm } from '../../../shared/dossier/events.ts';
import type { IntakeForm } from '../../../shared/dossier/form.ts';
import type { Fault, Result } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';
import { noteLastPaper, useDesk } from '../../desk-store.ts';
import type { DraftSaver } from './draft-saver.ts';
import { noteOutcome, notePaper } from './last-outcome.ts';

/** How the page at hand is closed. */
export type Settlement =
  | { kind: 'accept' }
  | ({ kind: 'guide' } & Pick<InputOf<'intake.guide'>, 'missing' | 'reason'>)
  | { kind: 'refuse'; reason: string };

const paperOf: Record<IntakeAnswer['outcome'], PaperForm> = {
  accepted: 'receipt',
  guided: 'guidance',
  refused: 'refusal',
};

const send = (id: string, form: IntakeForm, settlement: Settlement): Promise<Result<IntakeAnswer>> => {
  switch (settlement.kind) {
    case 'accept':
      return ask('intake.accept', { id, form });
    case 'guide': {
      const { missing, reason } = settlement;
      return ask('intake.guide', { id, form, missing, reason });
    }
    case 'refuse':
      return ask('intake.refuse', { id, form, reason: settlement.reason });
  }
};

/** This machine's printer and paper, asked again whenever the office's settings change. */
export const useMachine = (): MachineSettings | null => {
  const [machine, setMachine] = useState<MachineSettings | null>(null);
  useEffect(() => {
    let isWanted = true;
    const learn = () =>
      void ask('settings.get', {}).then((answer) => {
        if (isWanted && answer.ok) setMachine(answer.value.machine);
      });
    learn();
    const stop = listen((telling) => {
      if (telling.kind === 'office') learn();
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  return machine;
};

/** Prints the paper of an outcome on this machine's printer; the page is free meanwhile. */
const printOutcome = async (dossier: string, form: PaperForm): Promise<void> => {
  const settings = await ask('settings.get', {});
  if (!settings.ok) {
    notePaper(dossier, { state: 'told', printer: '', result: settings });
    return;
  }
  const { printOnAccept, printer, layout } = settings.value.machine;
  if (!printOnAccept) {
    notePaper(dossier, { state: 'off' });
    return;
  }
  const result: Result<never> | null = printer === '' ? { ok: false, fault: { code: 'noPrinter' } } : null;
  notePaper(dossier, {
    state: 'told',
    printer,
    result: result ?? (await ask('paper.print', { dossier, form, layout, printer })),
  });
};

interface Settling {
  id: string;
  form: IntakeForm;
  saver: DraftSaver;
  /** The outcome is durable: the page may be emptied. */
  onSettled: (answer: IntakeAnswer) => void;
  onFault: (fault: Fault) => void;
}

/** Closes the page once: however often the key is pressed, one command is under way, and the draft's id makes it one dossier. */
export const useSettle = ({ id, form, saver, onSettled, onFault }: Settling) => {
  const [isBusy, setBusy] = useState(false);
  const underWay = useRef(false);

  const settle = useCallback(
    async (settlement: Settlement): Promise<void> => {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(true);
      // What was typed last is in the vault before anything is decided, and no late save follows the decision.
      await saver.flush();
      await saver.forget(id);
      const answer = await send(id, form, settlement);
      if (answer.ok) {
        const clerk = useDesk.getState().session?.clerk.id ?? '';
        const { dossier, outcome } = answer.value;
        const paper = paperOf[outcome];
        noteOutcome({ clerk, answer: answer.value, form: paper, paper: { state: 'printing' } });
        noteLastPaper(dossier, paper);
        onSettled(answer.value);
        void printOutcome(dossier, paper);
      } else onFault(answer.fault);
      underWay.current = false;
      setBusy(false);
    },
    [id, form, saver, onSettled, onFault],
  );

  return { isBusy, settle };
};
