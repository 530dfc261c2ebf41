import type { PromiseInQuestion } from '../../shared/contract.ts';
import { marks } from '../../shared/dossier/marks.ts';
import { findNoticeEffect } from '../../shared/dossier/acts/notice.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { logFailure } from '../log.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { markedWith } from './marked.ts';
import { tellRows } from './working-set.ts';

/** Dossiers of one vault whose promise was counted by another calendar than the one in force. */
interface Watch {
  /** Hash of the calendar in force. */
  calendar: string;
  /** Rows of the dossier table still to be looked at; empty once all have been. */
  ahead: number[];
  /** By row of the dossier table: as last judged, and after which row of the journal. */
  judged: Map<number, { changedPos: number; effect: PromiseInQuestion | null }>;
}

const watches = new WeakMap<Cabinet, Watch>();

/** Dossiers looked at between two turns of the counter: some 4 ms of work. */
const atOnce = 100;
/** For each millisecond of it so many are everybody else's, on a slow PC as on a fast one. */
const othersShare = 9;

/** Still promised to somebody: at the counter, with an officer, or waiting for papers. */
const promised = marks.counter | marks.officer | marks.papers;

/** When the newest notice was installed: who was told after it need not be told again. 0 for the shipped calendar. */
const noticeAt = (db: ReadableDatabase): number =>
  db.prepare("SELECT max(installed_at) AS at FROM pack WHERE kind = 'calendar'").get<{ at: number | null }>()
    ?.at ?? 0;

/** Of these rows, the ones accepted under another calendar: only their promises can differ. */
const underAnother = (db: ReadableDatabase, rows: readonly number[], calendar: string): number[] =>
  db
    .prepare(
      `SELECT pos FROM json_each(?) AS wanted JOIN journal ON journal.pos = wanted.value
       WHERE json_extract(journal.header, '$.rules.calendar') <> ?`,
    )
    .all<{ pos: number }>([JSON.stringify(rows), calendar])
    .map(({ pos }) => pos);

const judge = (cabinet: Cabinet, id: string): PromiseInQuestion | null => {
  const state = findDossierState(cabinet.db, id);
  const effect = state ? findNoticeEffect(state, cabinet.calendar) : undefined;
  if (!state || !effect) return null;
  const since = noticeAt(cabinet.db);
  const isTold = state.notices.some(({ at, reached }) => reached && at >= since);
  // Given a new date by form 04 she has it in writing, unless that day too has become a day off.
  return isTold ? null : effect;
};

const rowNow = (db: ReadableDatabase, rowid: number): { id: string; changedPos: number } | undefined =>
  db
    .prepare(`SELECT id, changed_pos AS changedPos FROM dossier WHERE rowid = ? AND marks & ${promised}`)
    .get<{ id: string; changedPos: number }>([rowid]);

/** Judges a row anew where something has happened since; forgets one that is promised to nobody any more. */
const look = (cabinet: Cabinet, watch: Watch, rowid: number): PromiseInQuestion | null => {
  const row = rowNow(cabinet.db, rowid);
  if (!row) {
    watch.judged.delete(rowid);
    return null;
  }
  const before = watch.judged.get(rowid);
  if (before?.changedPos === row.changedPos) return before.effect;
  const effect = judge(cabinet, row.id);
  watch.judged.set(rowid, { changedPos: row.changedPos, effect });
  return effect;
};

/** One step of the look through what is open; true when there is no more. */
export const watchOn = (cabinet: Cabinet, watch: Watch): boolean => {
  const rows = watch.ahead.splice(0, atOnce);
  for (const rowid of underAnother(cabinet.db, rows, watch.calendar)) look(cabinet, watch, rowid);
  return watch.ahead.length === 0;
};

const startWatch = (cabinet: Cabinet): Watch => {
  const watch: Watch = {
    calendar: cabinet.rules.used.calendar,
    ahead: cabinet.db
      // In the order of the index, which is small: in their own order they would be read from the table itself.
      .prepare(`SELECT rowid AS at FROM dossier INDEXED BY dossier_marks WHERE ${markedWith(promised)}`)
      .all<{ at: number }>([])
      .map(({ at }) => at),
    judged: new Map(),
  };
  watches.set(cabinet, watch);
  return watch;
};

/** Goes through what is open in idle turns, and tells the windows when it has found somebody. */
const goOn = (desk: Desk, cabinet: Cabinet, watch: Watch): void => {
  const step = (): void => {
    if (desk.cabinet !== cabinet || watches.get(cabinet) !== watch) return;
    const begun = performance.now();
    try {
      if (!watchOn(cabinet, watch)) setTimeout(step, (performance.now() - begun) * othersShare);
      else if ([...watch.judged.values()].some(({ effect }) => effect !== null)) tellRows(desk, []);
    } catch (error) {
      logFailure('promises', error);
    }
  };
  setTimeout(step);
};

/**
 * Printed dates a later calendar has put in question and nobody has settled: soonest first. No date is moved; a dossier leaves the list
 * when its citizen was told or given a new date, or its result is here. What is open is looked through once per calendar, in the
 * background; while that lasts, what has been found so far.
 */
export const promisesInQuestion = (desk: Desk): PromiseInQuestion[] => {
  const cabinet = getCabinet(desk);
  let watch = watches.get(cabinet);
  if (watch?.calendar !== cabinet.rules.used.calendar) {
    watch = startWatch(cabinet);
    if (watch.ahead.length > 0) goOn(desk, cabinet, watch);
  }
  const found = watch;
  return [...found.judged.keys()]
    .flatMap((rowid) => look(cabinet, found, rowid) ?? [])
    .sort((one, other) => one.promised - other.promised);
};
