import type { AppStatus, Strip } from '../../shared/contract.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { logFailure } from '../log.ts';
import { getCabinet, sessionInfo } from './desk.ts';
import type { Desk } from './desk.ts';
import { findEnrolment } from '../sync/enrolment.ts';
import { syncState } from '../sync/state.ts';
import { countAside, countKeptAside, countWaiting } from '../sync/waiting.ts';
import { statusOf } from './lobby-status.ts';
import { findLastBackup, findLastCheck, readMachineSettings } from './settings-store.ts';

export const statusNow = (desk: Desk): AppStatus => statusOf(desk, desk.session ? sessionInfo(desk) : null);

export const tellStatus = (desk: Desk): void => {
  desk.tell({ kind: 'status', status: statusNow(desk) });
  tellStrip(desk);
};

const counted = new WeakMap<ReadableDatabase, { count: number; upTo: number }>();

const numbers = 'SELECT count(*) AS n, max(rowid) AS last FROM dossier WHERE';

/**
 * How many dossiers there are. A new one's line always stands behind the others, so only those behind the last count are counted. The
 * first count is of all: its `+` keeps SQLite in the smallest index, a fortieth of the pages the lines themselves fill.
 */
const countDossiers = (db: ReadableDatabase): number => {
  const before = counted.get(db);
  const { count, upTo } = before ?? { count: 0, upTo: 0 };
  const more = db
    .prepare(before ? `${numbers} rowid > ?` : `${numbers} +rowid > ?`)
    .get<{ n: number; last: number | null }>([upTo]);
  const now = { count: count + (more?.n ?? 0), upTo: more?.last ?? upTo };
  counted.set(db, now);
  return now.count;
};

/** Lines were written or swept elsewhere than at the end: the next count begins anew. */
export const forgetCount = (db: ReadableDatabase): void => {
  counted.delete(db);
};

/**
 * What is safe and what waits. A dossier waits until the province has shown it in its feed; where no province was ever joined,
 * everything saved does. What was written for practice is never sent and waits for nothing.
 */
export const stripOf = (desk: Desk): Strip | null => {
  if (!desk.cabinet) return null;
  const { db, office } = getCabinet(desk);
  const count = (sql: string): number => db.prepare(sql).get<{ n: number }>()?.n ?? 0;
  const saved = countDossiers(db);
  const joined = findEnrolment(db) !== undefined;
  const waits = joined ? countWaiting(db) : null;
  const aside = joined ? countAside(db) : 0;
  return {
    saved,
    joined,
    waiting: waits ? waits.things : office.trial ? 0 : saved,
    oldestWaitingAt: waits
      ? waits.since
      : office.trial || saved === 0
        ? null
        : count('SELECT min(received_at) AS n FROM dossier'),
    accepted: waits ? Math.max(0, saved - waits.dossiers - countKeptAside(db).dossiers) : 0,
    line: syncState(desk).phase,
    needsYou: count('SELECT count(*) AS n FROM dossier WHERE printed = 0 AND open = 1') + aside,
    aside,
    unsound: findLastCheck(db)?.sound === false,
    printer: readMachineSettings(db).printer,
    lastBackupAt: findLastBackup(db)?.at ?? null,
  };
};

export const tellStrip = (desk: Desk): void => {
  const strip = stripOf(desk);
  if (strip) desk.tell({ kind: 'strip', strip });
};

const soonMs = 100;
const due = new WeakMap<Desk, NodeJS.Timeout>();

/** The same a moment later, once for all that comes meanwhile: a backlog changes it dozens of times a second, and each telling counts anew. */
export const tellStripSoon = (desk: Desk): void => {
  if (due.has(desk)) return;
  const tell = (): void => {
    due.delete(desk);
    try {
      tellStrip(desk);
    } catch (error) {
      logFailure('strip', error);
    }
  };
  due.set(desk, setTimeout(tell, soonMs).unref());
};
