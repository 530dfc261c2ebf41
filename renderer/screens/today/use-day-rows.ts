import { useEffect, useState } from 'react';
import type { DossierRow } from '../../../shared/contract.ts';
import { ask, listen } from '../../bridge.ts';
import { useLiveRows, useWorkingSet } from '../../working-set.ts';

/** Without the counter top main is asked for this many of the newest. */
const ROWS_FROM_MAIN = 500;

const everything = {
  filter: { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' },
  offset: 0,
  limit: ROWS_FROM_MAIN,
} as const;

const useRowsFromMain = (wanted: boolean): DossierRow[] | undefined => {
  const [rows, setRows] = useState<DossierRow[]>();
  useEffect(() => {
    if (!wanted) return undefined;
    let here = true;
    const load = () => {
      void ask('dossier.list', everything).then((answer) => {
        if (here && answer.ok) setRows(answer.value.rows);
      });
    };
    load();
    const stop = listen((telling) => {
      if (telling.kind === 'delta') load();
    });
    return () => {
      here = false;
      stop();
    };
  }, [wanted]);
  return rows;
};

/** The open dossiers and the last ones, live; undefined until they are here. */
export const useDayRows = (): DossierRow[] | undefined => {
  const state = useWorkingSet((set) => set.state);
  const live = useLiveRows((dossiers) => dossiers.toArray(), []);
  const asked = useRowsFromMain(state === 'failed');
  if (state === 'failed') return asked;
  return state === 'ready' ? live : undefined;
};
