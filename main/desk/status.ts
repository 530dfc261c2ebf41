import type { AppStatus, Strip } from '../../shared/contract.ts';
import { readLobby, waysOut } from '../vault/lobby.ts';
import type { VaultFault } from '../vault/faults.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { sessionInfo } from './desk.ts';
import type { Desk } from './desk.ts';
import { foundBackups } from './find-backups.ts';
import { findLastBackup, findLastCheck, readMachineSettings } from './settings-store.ts';

/** What keeps the vault shut; 'noVault' on a machine that has none yet. */
export const damageOf = (desk: Desk, lobby = readLobby(desk.places.data)): VaultFault | 'noVault' | 'none' =>
  lobby.state === 'empty' ? 'noVault' : ((lobby.state === 'damaged' ? lobby.fault : desk.damage) ?? 'none');

/** Where the application stands, as any window may know it before a password. */
export const statusOf = (desk: Desk): AppStatus => {
  const lobby = readLobby(desk.places.data);
  const common = {
    language: desk.language,
    highContrast: desk.highContrast,
    versions: desk.versions,
    backups: [],
  };
  const nobody = { office: null, desk: null, clerks: [], session: null, damage: null, trial: desk.trialOnly };
  const fault = damageOf(desk, lobby);
  if (fault === 'noVault') return { phase: 'setup', ...common, ...nobody, backups: foundBackups(desk) };
  const known =
    lobby.state === 'ready'
      ? { office: lobby.office, desk: lobby.desk, clerks: [...lobby.clerks], trial: lobby.trial }
      : { office: null, desk: null, clerks: [], trial: false };
  if (fault !== 'none')
    return {
      phase: 'damaged',
      ...common,
      ...known,
      session: null,
      damage: { what: { code: fault.code, params: fault.params } },
      backups: waysOut(fault).includes('restoreBackup') ? foundBackups(desk) : [],
    };
  const session = desk.session ? sessionInfo(desk) : null;
  return { phase: session ? 'open' : 'signIn', ...common, ...known, session, damage: null };
};

export const tellStatus = (desk: Desk): void => {
  desk.tell({ kind: 'status', status: statusOf(desk) });
  if (desk.session) tellStrip(desk);
};

const counted = new WeakMap<ReadableDatabase, { count: number; upTo: number }>();

/** How many dossiers there are. A new one's line always stands behind the others, so only those behind the last count are counted. */
const countDossiers = (db: ReadableDatabase): number => {
  const { count, upTo } = counted.get(db) ?? { count: 0, upTo: 0 };
  const more = db
    .prepare('SELECT count(*) AS n, max(rowid) AS last FROM dossier WHERE rowid > ?')
    .get<{ n: number; last: number | null }>([upTo]);
  const now = { count: count + (more?.n ?? 0), upTo: more?.last ?? upTo };
  counted.set(db, now);
  return now.count;
};

/** Lines were written or swept elsewhere than at the end: the next count begins anew. */
export const forgetCount = (db: ReadableDatabase): void => {
  counted.delete(db);
};

/** What is safe and what waits. Nothing has been sent while there is no line to the province, so everything saved waits. */
export const stripOf = (desk: Desk): Strip | null => {
  const { cabinet } = desk;
  if (!cabinet) return null;
  const count = (sql: string): number => cabinet.db.prepare(sql).get<{ n: number }>()?.n ?? 0;
  const saved = countDossiers(cabinet.db);
  return {
    saved,
    waiting: saved,
    oldestWaitingAt: saved === 0 ? null : count('SELECT min(received_at) AS n FROM dossier'),
    needsYou: count('SELECT count(*) AS n FROM dossier WHERE printed = 0 AND open = 1'),
    unsound: findLastCheck(cabinet.db)?.sound === false,
    printer: readMachineSettings(cabinet.db).printer,
    lastBackupAt: findLastBackup(cabinet.db)?.at ?? null,
  };
};

export const tellStrip = (desk: Desk): void => {
  const strip = stripOf(desk);
  if (strip) desk.tell({ kind: 'strip', strip });
};
