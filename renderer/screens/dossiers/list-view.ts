import { create } from 'zustand';
import type { InputOf } from '../../../shared/contract.ts';

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
}

/** How she left the list; she finds it so when she comes back from a dossier. Holds no citizen's data. */
export const useListView = create<ListView>()(() => ({
  filter: noFilter,
  active: 0,
  activeId: null,
  scrollTop: 0,
}));

/** Another question begins at its first row. */
export const setFilter = (part: Partial<ListFilter>): void => {
  useListView.setState(({ filter }) => ({
    filter: { ...filter, ...part },
    active: 0,
    activeId: null,
    scrollTop: 0,
  }));
};

export const setActive = (active: number, id: string | null): void => {
  useListView.setState({ active, activeId: id });
};
