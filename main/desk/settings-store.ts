import type { LastCheck, MachineSettings } from '../../shared/contract.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

const defaults: MachineSettings = {
  printer: '',
  layout: { paper: 'A5', twoOnOne: false, copies: ['file', 'citizen'] },
  idleMinutes: 10,
  printOnAccept: true,
  backupFolder: '',
};

const isMachine = withKeys<MachineSettings>(
  'printer',
  'layout',
  'idleMinutes',
  'printOnAccept',
  'backupFolder',
);

export const findSetting = (db: ReadableDatabase, name: string): string | undefined =>
  db.prepare('SELECT body FROM setting WHERE name = ?').get<{ body: string }>([name])?.body;

/** Writes a setting; its own small transaction unless the caller has one open. */
export const saveSetting = (db: WritableDatabase, name: string, body: string): void => {
  db.prepare(
    'INSERT INTO setting (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
  ).run([name, body]);
};

/** Set while a new vault that took another PC's place has not been told the newest number on paper. */
export const replacesAnother = 'replacesAnother';

export const removeSetting = (db: WritableDatabase, name: string): void => {
  db.prepare('DELETE FROM setting WHERE name = ?').run([name]);
};

/** What belongs to this PC and not to the office: its printer and papers, its idle lock, its backup folder. */
export const readMachineSettings = (db: ReadableDatabase): MachineSettings => {
  const body = findSetting(db, 'machine');
  return body === undefined ? defaults : readJson(body, isMachine);
};

export const saveMachineSettings = (db: WritableDatabase, settings: MachineSettings): void => {
  saveSetting(db, 'machine', JSON.stringify(settings));
};

/** The desk's look-up key, made at the founding and never changed: receipts already handed out depend on it. */
export const getLookupKey = (db: ReadableDatabase): Buffer => {
  const body = findSetting(db, 'lookupKey');
  if (body === undefined) throw new Error('settings: the vault has no look-up key');
  return Buffer.from(body, 'hex');
};

export const saveLookupKey = (db: WritableDatabase, key: Buffer): void => {
  saveSetting(db, 'lookupKey', key.toString('hex'));
};

export const findLastBackup = (
  db: ReadableDatabase,
): { at: number; folder: string; bytes: number } | null => {
  const body = findSetting(db, 'lastBackup');
  return body === undefined
    ? null
    : readJson(body, withKeys<{ at: number; folder: string; bytes: number }>('at', 'folder', 'bytes'));
};

export const saveLastBackup = (
  db: WritableDatabase,
  backup: { at: number; folder: string; bytes: number },
): void => {
  saveSetting(db, 'lastBackup', JSON.stringify(backup));
};

const isLastCheck = withKeys<LastCheck>(
  'full',
  'sound',
  'brokenPages',
  'findings',
  'pages',
  'strayFiles',
  'strayBytes',
  'at',
  'fullAt',
  'fullTook',
  'fullPages',
);

/** What the last look through the vault found; null before the first. */
export const findLastCheck = (db: ReadableDatabase): LastCheck | null => {
  const body = findSetting(db, 'lastCheck');
  return body === undefined ? null : readJson(body, isLastCheck);
};

export const saveLastCheck = (db: WritableDatabase, check: LastCheck): void => {
  saveSetting(db, 'lastCheck', JSON.stringify(check));
};
