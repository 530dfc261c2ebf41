import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Fault } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';
import { missingPages, noPages, PAGE_ROWS, pagesOver, withPage, withOnly } from './list-pages.ts';
import type { ListFilter } from './list-view.ts';

/**
 * The dossiers one filter finds, a page at a time as `show` says which rows are on screen; asked anew after every change main
 * tells of, the old rows staying until the new ones are here. For another filter mount it anew.
 */
export const useDossierPages = (filter: ListFilter) => {
  const [list, setList] = useState(noPages);
  const [fault, setFault] = useState<Fault | null>(null);
  const range = useRef({ first: 0, last: 0 });
  /** Pages asked for, and whether they changed meanwhile and must be asked for once more. */
  const asking = useRef(new Map<number, boolean>());
  const mounted = useRef(true);

  const load = async (page: number, anew: boolean): Promise<void> => {
    const pending = asking.current;
    if (pending.has(page)) {
      if (anew) pending.set(page, true);
      return;
    }
    pending.set(page, false);
    const answer = await ask('dossier.list', { filter, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
    const changed = pending.get(page) === true;
    pending.delete(page);
    if (!mounted.current) return;
    if (answer.ok) setList((now) => withPage(now, page, answer.value.rows, answer.value.total));
    setFault(answer.ok ? null : answer.fault);
    if (changed) void load(page, false);
  };

  /** Says which rows are on screen, both ends included. */
  const show = (first: number, last: number) => {
    range.current = { first, last };
    for (const page of missingPages(list, pagesOver(first, last))) void load(page, false);
  };

  const refresh = useEffectEvent(() => {
    const { first, last } = range.current;
    const visible = pagesOver(first, last);
    setList((now) => withOnly(now, visible));
    for (const page of visible) void load(page, true);
  });

  useEffect(() => {
    mounted.current = true;
    // Also when the screen comes back to the front: what was told meanwhile was not heard.
    refresh();
    const stop = listen((telling) => {
      if (telling.kind === 'delta') refresh();
    });
    return () => {
      mounted.current = false;
      stop();
    };
  }, []);

  return { list, fault, show, retry: () => void load(0, true) };
};
