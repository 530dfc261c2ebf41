import type { Mark } from './marks.ts';

/** The lists a clerk works from, in the order they are offered. */
export const workLists = [
  'counter',
  'officer',
  'toSign',
  'toIssue',
  'papers',
  'dueToday',
  'dueSoon',
  'late',
  'untold',
  'told',
  'owed',
  'claimed',
  'held',
  'conflict',
  'unprinted',
] as const satisfies readonly (Mark | 'dueToday' | 'dueSoon' | 'late')[];

export type WorkList = (typeof workLists)[number];

/** Every way the list of dossiers may be asked for: by what became of the intake, or by what is still to be done. */
export const listKinds = ['all', 'accepted', 'guided', 'refused', ...workLists] as const;

export type ListKind = (typeof listKinds)[number];

/** Lists by the clock alone, which no mark can say. */
export type TimedList = 'dueToday' | 'dueSoon' | 'late';

export const isTimed = (list: WorkList): list is TimedList =>
  list === 'dueToday' || list === 'dueSoon' || list === 'late';

/** Most dossiers marked for one act: a day's hand-over, and few enough to look over beforehand. */
export const mostMarked = 200;
