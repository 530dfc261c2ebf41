import type { Till } from '../../shared/contract.ts';
import { ask } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

const askTill = () => ask('money.till', {});

/** Books and account as they stand; null until main has said. */
export const useTill = (): { till: Till | null; again: () => void } => {
  const { value, again } = useAnswer(askTill);
  return { till: value, again };
};
