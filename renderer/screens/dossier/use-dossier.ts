import { useEffect, useEffectEvent, useState } from 'react';
import type { DossierPage } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';

interface Opened {
  id: string;
  result: Result<DossierPage>;
}

/**
 * One dossier whole, and again after every change main tells of it and only then: each opening is noted in the access log. null until
 * the first answer for this id.
 */
export const useDossier = (id: string) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const load = useEffectEvent(async (): Promise<Opened> => ({
    id,
    result: await ask('dossier.get', { id }),
  }));
  useEffect(() => {
    let wanted = true;
    const open = () => {
      void load().then((answer) => {
        if (wanted) setOpened(answer);
      });
    };
    open();
    const stop = listen((telling) => {
      if (telling.kind !== 'delta') return;
      if (telling.gone.includes(id) || telling.rows.some((row) => row.id === id)) open();
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [id]);
  return opened?.id === id ? opened.result : null;
};
