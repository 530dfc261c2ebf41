import { useEffect, useEffectEvent, useState } from 'react';
import type { Telling } from '../shared/contract.ts';
import type { Result } from '../shared/faults.ts';
import { listen } from './bridge.ts';

/**
 * What main answers, again whenever it tells of the given kind of change, when what it is asked `about` changes and when `reload` is
 * called. null until the first answer and while not `wanted`; the last answer stays while the next is on its way.
 */
export const useTold = <T>(
  question: () => Promise<Result<T>>,
  kind: Telling['kind'],
  wanted: boolean,
  about = '',
) => {
  const [answer, setAnswer] = useState<Result<T> | null>(null);
  const load = useEffectEvent(() => question());
  const reload = async (): Promise<Result<T>> => {
    const result = await question();
    setAnswer(result);
    return result;
  };
  useEffect(() => {
    if (!wanted) return undefined;
    let here = true;
    const take = () => {
      void load().then((result) => {
        if (here) setAnswer(result);
      });
    };
    take();
    const stop = listen((telling) => {
      if (telling.kind === kind) take();
    });
    return () => {
      here = false;
      stop();
    };
  }, [kind, wanted, about]);
  return { answer: wanted ? answer : null, reload };
};
