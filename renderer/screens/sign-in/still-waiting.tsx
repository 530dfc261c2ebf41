import { useState } from 'react';
import { useDesk } from '../../desk-store.ts';
import { ageText, countText } from '../../frame/age.ts';
import { useLobbyWords } from '../../lobby-words.ts';

/** Said to whoever locks the counter and goes: what has not reached the province goes on by itself while the PC is on. */
export const StillWaiting = () => {
  const words = useLobbyWords();
  const strip = useDesk((desk) => desk.strip);
  const language = useDesk((desk) => desk.language);
  const [now] = useState(() => Date.now());
  if (strip === null || !strip.joined || strip.waiting === 0) return null;
  const age = ageText(strip.oldestWaitingAt === null ? 0 : now - strip.oldestWaitingAt, words);
  return (
    <p className="fault wait">
      {words.common.lobby.signIn.waiting({ count: countText(strip.waiting, language), age })}
    </p>
  );
};
