import { useEffect, useEffectEvent, useState } from 'react';
import type { DossierPage, Telling } from '../../../shared/contract.ts';
import type { SyncStanding } from '../../../shared/dossier/acts/say-standing.ts';
import { succeed } from '../../../shared/faults.ts';
import type { Result } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';

interface Opened {
  id: string;
  result: Result<DossierPage>;
}

/** The row up to which a page tells its dossier's life; 0 where there is no page. */
const toldUpTo = (result: Result<DossierPage>): number =>
  result.ok ? (result.value.history.at(-1)?.pos ?? 0) : 0;

/** Whether main tells of something the page does not show yet. */
const isNews = (telling: Telling, { id, result }: Opened): boolean =>
  telling.kind === 'delta' &&
  (telling.gone.includes(id) ||
    (telling.rows.some((row) => row.id === id) && telling.pos > toldUpTo(result)));

/** The same page where nothing changed: it is told of after every act, and would else be drawn a second time. */
const withSync = (opened: Opened | null, id: string, sync: SyncStanding): Opened | null =>
  opened?.id === id && opened.result.ok && opened.result.value.sync !== sync
    ? { id, result: succeed({ ...opened.result.value, sync }) }
    : opened;

/**
 * One dossier whole, and again after every change main tells of and only then: each opening is noted in the access log. What was sent
 * meanwhile changes its fourth axis alone. An act done here brings the page along (`show`), which main's word about that act then does
 * not ask for again. null until the first answer.
 */
export const useDossier = (id: string) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const load = useEffectEvent(async (): Promise<Opened> => ({
    id,
    result: await ask('dossier.get', { id }),
  }));
  const isWanted = useEffectEvent(
    (telling: Telling) => opened === null || opened.id !== id || isNews(telling, opened),
  );
  useEffect(() => {
    let wanted = true;
    const open = () => {
      void load().then((answer) => {
        if (wanted) setOpened(answer);
      });
    };
    const learnSync = () => {
      void ask('dossier.standing', { id }).then((answer) => {
        if (wanted && answer.ok) setOpened((now) => withSync(now, id, answer.value.sync));
      });
    };
    open();
    const stop = listen((telling) => {
      if (telling.kind === 'strip') learnSync();
      if (telling.kind === 'delta' && telling.rows.some((row) => row.id === id) && isWanted(telling)) open();
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [id]);
  return {
    opened: opened?.id === id ? opened.result : null,
    show: (page: DossierPage) => setOpened({ id, result: succeed(page) }),
  };
};
