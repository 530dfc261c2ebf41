import { useEffect, useEffectEvent, useState } from 'react';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';

interface Opened {
  code: string;
  result: Result<ProcedureSheet>;
}

/** A procedure whole, again when the office changes (an amount set, a newer pack). null until the first answer for this code. */
export const useSheet = (code: string | null): Result<ProcedureSheet> | null => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const load = useEffectEvent(async (): Promise<Opened | null> =>
    code === null ? null : { code, result: await ask('catalogue.get', { code }) },
  );
  useEffect(() => {
    let wanted = true;
    const open = () => {
      void load().then((sheet) => {
        if (wanted && sheet !== null) setOpened(sheet);
      });
    };
    open();
    const stop = listen((telling) => {
      if (telling.kind === 'office') open();
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [code]);
  return opened !== null && opened.code === code ? opened.result : null;
};
