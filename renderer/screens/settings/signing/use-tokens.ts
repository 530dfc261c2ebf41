import { useEffect, useState } from 'react';
import type { TokensSeen } from '../../../../shared/contract.ts';
import type { Result } from '../../../../shared/faults.ts';
import { ask } from '../../../bridge.ts';

/** Milliseconds between an answer and the next question: a token put in shows within two seconds. */
const everyMs = 1_500;

/** The tokens plugged in, looked for again and again while the screen is in front; null until the first answer. */
export const useTokens = (): Result<TokensSeen> | null => {
  const [seen, setSeen] = useState<Result<TokensSeen> | null>(null);
  useEffect(() => {
    let timer: number | undefined;
    let over = false;
    const look = async () => {
      const answer = await ask('signing.tokens', {});
      if (over) return;
      setSeen(answer);
      timer = window.setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, []);
  return seen;
};
