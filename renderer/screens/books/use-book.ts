import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BookOpened } from '../../../shared/contract.ts';
import type { BookKind } from '../../../shared/books/kinds.ts';
import type { Period } from '../../../shared/books/period.ts';
import type { Cell } from '../../../shared/books/table.ts';
import type { Fault, Result } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';

/** Rows per question: three screens. */
const pageRows = 100;

type Pages = ReadonlyMap<number, readonly Cell[][]>;

interface Shelf {
  opened: BookOpened | null;
  fault: Fault | null;
  pages: Pages;
  /** Something was entered since. */
  stale: boolean;
}

const unread: Shelf = { opened: null, fault: null, pages: new Map(), stale: false };

/** The book of a period, its rows a page at a time as they come on screen. For another book mount it anew. */
export const useBook = (book: BookKind, { from, to }: Period) => {
  const [shelf, setShelf] = useState(unread);
  const asked = useRef(new Set<number>());
  const current = useRef('');

  const read = () => ask('books.open', { book, from, to });
  const take = (answer: Result<BookOpened>): void => {
    asked.current.clear();
    current.current = answer.ok ? answer.value.id : '';
    setShelf(answer.ok ? { ...unread, opened: answer.value } : { ...unread, fault: answer.fault });
  };

  const open = async (): Promise<void> => take(await read());

  const load = async (id: string, page: number): Promise<void> => {
    if (asked.current.has(page)) return;
    asked.current.add(page);
    const answer = await ask('books.rows', { id, offset: page * pageRows, limit: pageRows });
    if (current.current !== id) return;
    if (answer.ok) setShelf((now) => ({ ...now, pages: new Map(now.pages).set(page, answer.value) }));
    // Others were opened since, or the counter was locked in between.
    else if (answer.fault.code === 'bookClosed') await open();
    else setShelf((now) => ({ ...now, fault: answer.fault }));
  };

  const start = useEffectEvent(read);
  const keep = useEffectEvent(take);
  useEffect(() => {
    let wanted = true;
    // Also when the screen comes back to the front: what was told meanwhile was not heard.
    void start().then((answer) => {
      if (wanted) keep(answer);
    });
    const stop = listen((telling) => {
      if (telling.kind === 'delta') setShelf((now) => ({ ...now, stale: now.opened !== null }));
    });
    return () => {
      wanted = false;
      stop();
    };
  }, []);

  const show = (first: number, last: number): void => {
    const { opened } = shelf;
    if (opened === null || opened.count === 0) return;
    for (let page = Math.floor(first / pageRows); page <= Math.floor(last / pageRows); page += 1)
      void load(opened.id, page);
  };
  const rowAt = (index: number): readonly Cell[] | undefined =>
    shelf.pages.get(Math.floor(index / pageRows))?.[index % pageRows];

  return { ...shelf, rowAt, show, again: () => void open() };
};
