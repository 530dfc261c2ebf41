import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultOfficeHours } from '../../shared/calendar/office-hours.ts';
import { backUpInWorker } from './backup-worker.ts';
import type { BackupPlan } from './backup.ts';
import { listBackups } from './backup.ts';
import { closeDatabase } from './database.ts';
import type { WritableDatabase } from './database.ts';
import { vaultPaths } from './folder.ts';
import type { FoundedVault } from './found-vault.ts';
import { openVault } from './found-vault.ts';
import type { Signer } from './keys.ts';
import { chainRows, continueJournal, epochOpened, insertRows } from '../journal/journal.ts';
import { faultOf, makeFolder, makeVault, mountSmallDisk, removeFolder } from './testing.ts';
import { buildScript } from './testing-process.ts';

const script = pathToFileURL(buildScript('main/vault/backup.process.ts'));
let root = '';
let made: FoundedVault;

/** One epoch of a few rows signed by the founder, whose key the first of them tells. */
const write = (db: WritableDatabase, signer: Signer, rows: number): void => {
  const journal = continueJournal(db);
  const profile = {
    code: 'H55.242',
    name: 'UBND xã Mẫu',
    superior: '',
    address: '',
    phone: '',
    province: '',
    lookupBase: '',
  };
  const founder = {
    id: 'c1',
    name: 'Mẫu',
    username: 'mau',
    roles: [],
    publicKey: signer.publicKey,
    removed: false,
  };
  const desk = { number: 1, name: 'Quầy 1' };
  const lane = { from: 1, to: 999 };
  const hours = defaultOfficeHours();
  const founding = { profile, desk, lane, provinceNumbers: false, hours, trial: false, founder };
  const key = { type: 'officeFounded', v: 1, payload: founding } as const;
  const change = { type: 'officeChanged', v: 1, payload: { profile, desk } } as const;
  const first = journal.head.pos === 0 ? [{ subject: 'office', event: key } as const] : [];
  const changes = Array.from({ length: rows }, () => ({ subject: 'office', event: change }) as const);
  const author = { clerk: 'c1', signer, role: 'admin', office: profile.code, desk: 1 } as const;
  const stamp = {
    at: 1,
    recordedAt: 1,
    clock: 'ok',
    rules: { catalogue: '', calendar: '', forms: '' },
  } as const;
  insertRows(db, chainRows(journal, author, stamp, [epochOpened(journal, '0.1.0'), ...first, ...changes]));
};

beforeEach(async () => {
  root = makeFolder();
  mkdirSync(join(root, 'stick'));
  made = await makeVault(join(root, 'data'), (db, { signer }) => write(db, signer, 20));
});
afterEach(() => removeFolder(root));

const plan = (now: number, destination = join(root, 'stick')): BackupPlan => ({
  folder: join(root, 'data'),
  databaseKey: made.databaseKey,
  destination,
  now,
});
const change = (use: (db: WritableDatabase) => void): void => {
  const db = openVault(join(root, 'data'), made.databaseKey);
  use(db);
  closeDatabase(db);
};

describe('a backup in a worker', () => {
  it('proves the chain of the copy and leaves the key of the vault alone', async () => {
    const key = Buffer.from(made.databaseKey);
    const done = await backUpInWorker(plan(1_795_000_000_000), script);
    expect(done.backup).toMatchObject({ pos: 22, chainFaults: 0, number: 1 });
    expect(made.databaseKey.equals(key)).toBe(true);
    change((db) => write(db, made.signer, 5));
    expect((await backUpInWorker(plan(1_795_000_000_001), script)).backup).toMatchObject({
      pos: 28,
      chainFaults: 0,
    });
  });

  it('is made once when asked twice at a time', async () => {
    const both = [
      backUpInWorker(plan(1_795_000_000_000), script),
      backUpInWorker(plan(1_795_000_000_001), script),
    ];
    const [one, other] = await Promise.all(both);
    expect(one).toBe(other);
    expect(listBackups(join(root, 'stick'))).toHaveLength(1);
  });

  it('counts altered rows, and is kept all the same', async () => {
    change((db) => db.exec("UPDATE journal SET payload = CAST('{}' AS BLOB) WHERE pos = 9"));
    expect((await backUpInWorker(plan(1_795_000_000_000), script)).backup.chainFaults).toBe(1);
    // The one before proved nothing, so every signature is looked at again.
    change((db) => db.exec('UPDATE journal SET signature = zeroblob(64) WHERE pos = 5'));
    expect((await backUpInWorker(plan(1_795_000_000_001), script)).backup.chainFaults).toBe(2);
  });

  it('trusts an earlier backup only where the chain still runs through its newest row', async () => {
    await backUpInWorker(plan(1_795_000_000_000), script);
    change((db) => db.exec('DELETE FROM journal WHERE pos > 15'));
    change((db) => db.exec('UPDATE journal SET signature = zeroblob(64) WHERE pos = 5'));
    expect((await backUpInWorker(plan(1_795_000_000_001), script)).backup.chainFaults).toBe(1);
  });

  it('brings the fault back as it was', async () => {
    const nowhere = plan(1, join(root, 'unplugged'));
    expect(await faultOf(() => backUpInWorker(nowhere, script))).toBe('backupUnreachable/gone');
    renameSync(vaultPaths(join(root, 'data')).database, join(root, 'gone.db'));
    expect(await faultOf(() => backUpInWorker(plan(2), script))).toBe('vaultDamaged/missing');
  });
});

const stick = mountSmallDisk(1);

describe.skipIf(stick === undefined)('a full stick', () => {
  it('is told apart from a full disk, and keeps the backup it had', async () => {
    await backUpInWorker(plan(1_795_000_000_000, stick!.folder), script);
    change((db) => db.prepare('INSERT INTO setting VALUES (?, ?)').run(['a', 'x'.repeat(3_000_000)]));
    const next = plan(1_795_000_000_001, stick!.folder);
    expect(await faultOf(() => backUpInWorker(next, script))).toBe('backupUnreachable/full');
    expect(listBackups(stick!.folder).map(({ number }) => number)).toEqual([1]);
    stick!.unmount();
  });
});
