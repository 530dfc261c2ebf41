import { useCallback, useEffect, useState } from 'react';
import type { Fault, Result } from '../shared/faults.ts';

/**
 * What main answers to `asking`, asked at once and by `again()`; the last good answer stays while a new one is on its way. `asking` must
 * stay the same function, else it is asked again.
 */
export const useAnswer = <T>(
  asking: () => Promise<Result<T>>,
): { value: T | null; fault: Fault | null; again: () => void } => {
  const [answer, setAnswer] = useState<{ value: T | null; fault: Fault | null }>({
    value: null,
    fault: null,
  });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  useEffect(() => {
    let wanted = true;
    void asking().then((now) => {
      if (!wanted) return;
      setAnswer((last) => (now.ok ? { value: now.value, fault: null } : { ...last, fault: now.fault }));
    });
    return () => {
      wanted = false;
    };
  }, [asking, turn]);
  return { ...answer, again };
};
