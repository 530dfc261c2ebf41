import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Dispatch } from 'react';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import { dossierId } from '../../../shared/dossier/id.ts';
import type { Fault } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { noteParams, useDesk } from '../../desk-store.ts';
import type { DraftSaver, SavedMark } from './draft-saver.ts';
import { changeIntake, isUntouched, openIntake, type IntakeAction, type IntakeState } from './intake-form.ts';
import { useDraft } from './use-draft.ts';

export interface Page {
  state: IntakeState;
  dispatch: Dispatch<IntakeAction>;
  saver: DraftSaver;
  mark: SavedMark;
  /** Why the procedure or the draft could not be opened. */
  fault: Fault | null;
  choose: (code: string) => Promise<boolean>;
  /** Asks for the sheet again: an amount was set. */
  refresh: () => Promise<void>;
  /** Keeps the page at hand as a draft and opens another. */
  openDraft: (id: string) => Promise<boolean>;
  /** Leaves the page at hand (kept, decided or dropped) for an empty one. */
  startNew: () => void;
}

const newDossierId = (): string => dossierId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

const getSheet = (code: string) => ask('catalogue.get', { code });

/** The page and its procedure's sheet: opened, changed, kept as a draft, put aside. */
export const usePage = (): Page => {
  const [state, dispatch] = useReducer(changeIntake, undefined, () => openIntake(newDossierId()));
  const [fault, setFault] = useState<Fault | null>(null);
  const { saver, mark } = useDraft(state.id, state.form, state.version);
  const turn = useRef(0);
  const { id, form, sheet } = state;
  const isBlank = isUntouched(form);

  const choose = useCallback(async (code: string): Promise<boolean> => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await getSheet(code);
    // Another procedure or another page was asked for meanwhile.
    if (mine !== turn.current) return false;
    setFault(answer.ok ? null : answer.fault);
    if (answer.ok) dispatch({ type: 'procedureChosen', sheet: answer.value });
    return answer.ok;
  }, []);

  const learn = useCallback(async (code: string): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await getSheet(code);
    if (mine !== turn.current) return;
    setFault(answer.ok ? null : answer.fault);
    if (answer.ok) dispatch({ type: 'sheetKnown', sheet: answer.value satisfies ProcedureSheet });
  }, []);

  const openDraft = useCallback(
    async (draft: string): Promise<boolean> => {
      await saver.flush();
      const answer = await ask('intake.openDraft', { id: draft });
      setFault(answer.ok ? null : answer.fault);
      if (!answer.ok) return false;
      turn.current += 1;
      dispatch({ type: 'opened', id: draft, form: answer.value.form });
      noteParams('intake', { draft });
      if (answer.value.form.procedure !== '') await learn(answer.value.form.procedure);
      return true;
    },
    [saver, learn],
  );

  const startNew = useCallback(() => {
    turn.current += 1;
    setFault(null);
    dispatch({ type: 'opened', id: newDossierId() });
    noteParams('intake', {});
  }, []);

  useEffect(() => {
    // The desk remembers which draft lies here, for a lock or another clerk in between; what it still asks for comes first.
    const { draft, procedure, card } = useDesk.getState().params.intake;
    if (!isBlank && draft !== id && procedure === undefined && card === undefined)
      noteParams('intake', { draft: id });
  }, [id, isBlank]);

  const code = sheet?.procedure.code ?? form.procedure;
  const refresh = useCallback(() => learn(code), [learn, code]);
  return { state, dispatch, saver, mark, fault, choose, refresh, openDraft, startNew };
};
