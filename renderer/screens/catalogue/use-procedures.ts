import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ProcedureHit } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';

/** More than any commune has. */
const LIMIT = 500;

/** The catalogue as it answers what was typed, at every keystroke; the latest question wins. '' asks for everything. */
export const useProcedures = (text: string): Result<ProcedureHit[]> | null => {
  const [answer, setAnswer] = useState<Result<ProcedureHit[]> | null>(null);
  const latest = useRef(0);
  const find = useEffectEvent(async () => {
    latest.current += 1;
    const turn = latest.current;
    const result = await ask('catalogue.find', { text: text.slice(0, 200), limit: LIMIT });
    return latest.current === turn ? result : null;
  });
  useEffect(() => {
    void find().then((result) => {
      if (result !== null) setAnswer(result);
    });
  }, [text]);
  return answer;
};
