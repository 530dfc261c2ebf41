import { useState } from 'react';
import { ask } from '../../bridge.ts';
import { noteRescued, noteStatus } from '../../desk-store.ts';
import { faultText, useLobbyWords } from '../../lobby-words.ts';
import type { Way } from './ways-out.ts';

interface Told {
  look: 'fault' | 'fault good' | 'fault wait';
  text: string;
}

/** A way out being gone: which one is under way, and what came of it. */
export const useRescue = () => {
  const words = useLobbyWords();
  const say = words.common.lobby.damaged;
  const [busy, setBusy] = useState<Way | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const run = async (way: Way, wish: { slotId?: string; password?: string; backup?: string } = {}) => {
    setBusy(way);
    setTold(null);
    const answer = await ask('app.rescue', { way, slotId: '', password: '', backup: '', ...wish });
    setBusy(null);
    if (answer.ok) {
      const { done } = answer.value;
      if (way === 'retry') setTold({ look: 'fault wait', text: say.done.retry });
      else if (way === 'diagnostic') setTold({ look: 'fault good', text: `${say.done.diagnostic} ${done}` });
      // Another screen stands here by now.
      else noteRescued(`${say.done[way]} ${done === '' ? '' : say.kept({ folder: done })}`.trim());
    }
    // A closed dialog is no failure worth a sentence.
    else if (answer.fault.code !== 'cancelled')
      setTold({ look: 'fault', text: faultText(words, answer.fault) });
    const now = await ask('app.status', {});
    if (now.ok) noteStatus(now.value);
  };
  return { busy, told, run };
};
