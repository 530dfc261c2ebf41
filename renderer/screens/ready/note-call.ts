import type { ReadyGroup } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { wordsNow } from '../../words.ts';

export type CallOutcome = 'reached' | 'silent' | 'wrong';

/** Writes one call down for every dossier it told of; null when it is written, else why one of them was refused. */
export const noteCall = async (
  { phone, dossiers }: ReadyGroup,
  outcome: CallOutcome,
): Promise<Fault | null> => {
  const say = wordsNow().day.ready;
  const notes = { reached: '', silent: say.silentNote, wrong: say.wrongNote };
  const answer = await ask('act.doMany', {
    dossiers: dossiers.map(({ id }) => id),
    act: {
      kind: 'notifyCitizen',
      command: crypto.randomUUID(),
      how: 'phone',
      reached: outcome === 'reached',
      to: phone,
      note: notes[outcome],
    },
  });
  if (!answer.ok) return answer.fault;
  return answer.value.find(({ fault }) => fault !== null)?.fault ?? null;
};
