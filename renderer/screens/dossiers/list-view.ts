import { create } from 'zustand';
import { mostMarked } from '../../../shared/dossier/lists.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';
import { onOtherClerk } from '../../desk-store.ts';

export type ListFilter = InputOf<'dossier.list'>['filter'];

export const noFilter: ListFilter = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' };

export const isFiltered = (filter: ListFilter): boolean =>
  filter.status !== 'all' ||
  filter.procedure !== '' ||
  filter.receivedFrom !== '' ||
  filter.receivedTo !== '';

interface ListView {
  filter: ListFilter;
  /** Row the keyboard stands on. */
  active: number;
  /** Id of the dossier on that row, so that she stays on it when rows above come or go. */
  activeId: string | null;
  /** CSS pixels. */
  scrollTop: number;
  /** Ids marked for one act on all of them; with why the last one was refused, or null. */
  marked: ReadonlyMap<string, Fault | null>;
  /** Row a stretch of marks began at. */
  anchor: number | null;
}

const untouched: ListView = {
  filter: noFilter,
  active: 0,
  activeId: null,
  scrollTop: 0,
  marked: new Map(),
  anchor: null,
};

/** How she left the list; she finds it so when she comes back from a dossier. Holds no citizen's data. */
export const useListView = create<ListView>()(() => untouched);

// Marks above all: an act of the next clerk never reaches what another marked.
onOtherClerk(() => useListView.setState(untouched));

/** Another question begins at its first row, with nothing marked: an act never reaches what is out of sight. */
export const setFilter = (part: Partial<ListFilter>): void => {
  useListView.setState(({ filter }) => ({ ...untouched, filter: { ...filter, ...part } }));
};

export const setActive = (active: number, id: string | null): void => {
  useListView.setState({ active, activeId: id });
};

export const toggleMark = (id: string, at: number): void => {
  useListView.setState(({ marked }) => {
    const next = new Map(marked);
    if (!next.delete(id)) next.set(id, null);
    return { marked: next, anchor: at };
  });
};

/** Marks these as well, up to the number one act may have. */
export const markAlso = (ids: readonly string[], anchor: number | null): void => {
  useListView.setState(({ marked }) => {
    const next = new Map(marked);
    for (const id of ids) if (next.size < mostMarked && !next.has(id)) next.set(id, null);
    return { marked: next, anchor };
  });
};

export const clearMarks = (): void => {
  useListView.setState({ marked: new Map(), anchor: null });
};

/** What was done is unmarked; what was refused stays, with its reason. */
export const settleMarks = (answers: readonly { dossier: string; fault: Fault | null }[]): void => {
  useListView.setState(({ marked }) => {
    const next = new Map(marked);
    for (const { dossier, fault } of answers) {
      if (fault === null) next.delete(dossier);
      else next.set(dossier, fault);
    }
    return { marked: next };
  });
};
