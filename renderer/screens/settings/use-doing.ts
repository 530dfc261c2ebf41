import { useState } from 'react';
import type { Fault, Problem, Result } from '../../../shared/faults.ts';
import { faultText, useWords } from '../../words.ts';

/** Something being asked of main: busy while it runs, and what came of it. */
export const useDoing = () => {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const run = async <T>(asking: Promise<Result<T>>): Promise<T | undefined> => {
    setBusy(true);
    const answer = await asking;
    setBusy(false);
    setFault(answer.ok ? null : answer.fault);
    return answer.ok ? answer.value : undefined;
  };
  const problems: readonly Problem[] = fault?.problems ?? [];
  /** A closed dialog is no failure worth a sentence. */
  const told = fault === null || fault.code === 'cancelled' ? '' : faultText(words, fault);
  return { busy, problems, told, run, forget: () => setFault(null) };
};
