import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../shared/contract.ts';
import { openTestDesk, sampleFounding, sampleMoment } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { backUp } from '../vault/backup.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';
import { getCabinet } from './desk.ts';
import { readMachineFile, rememberBackupFolder, saveMachineFile } from './machine-file.ts';

const opened: TestDesk[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  folders.splice(0).forEach(removeFolder);
});

const newFolder = (): string => {
  const folder = makeFolder();
  folders.push(folder);
  return folder;
};

const open = (options: Parameters<typeof openTestDesk>[0] = {}): TestDesk => {
  const desk = openTestDesk(options);
  opened.push(desk);
  return desk;
};

/** A founded counter with backups of its vault on a stick, one for each moment. */
const withBackups = async (stick: string, moments: readonly number[], name = 'Xã Mẫu'): Promise<TestDesk> => {
  const folder = newFolder();
  const desk = open({ folder });
  const { profile } = sampleFounding();
  const founded = await desk.ask('setup.found', sampleFounding({ profile: { ...profile, name } }));
  expect(founded.ok).toBe(true);
  const { databaseKey } = getCabinet(desk.desk);
  for (const now of moments) backUp({ folder: join(folder, 'vault'), databaseKey, destination: stick, now });
  return desk;
};

const rescue = (desk: TestDesk, way: InputOf<'app.rescue'>['way'], backup = '') =>
  desk.ask('app.rescue', { way, slotId: '', password: '', backup });
const backupsOf = async (desk: TestDesk) => {
  const status = await desk.ask('app.status', {});
  return status.ok ? status.value.backups : [];
};
const hour = 3_600_000;

describe('backups to restore', () => {
  it('are found where they were put, newest first, and only where there is nothing to sign in to', async () => {
    const stick = newFolder();
    // The second was made by a clock that had lost two hours.
    const desk = await withBackups(stick, [sampleMoment - hour, sampleMoment - 3 * hour]);
    const { settings } = desk.desk.places;
    rememberBackupFolder(settings, stick);
    expect(await backupsOf(desk)).toEqual([]);
    desk.desk.close();
    truncateSync(join(desk.folder, 'vault', 'vault.db'), 0);
    const again = open({ folder: desk.folder });
    const found = await backupsOf(again);
    expect(found.map(({ at }) => at)).toEqual([sampleMoment - 3 * hour, sampleMoment - hour]);
    expect(found[0]).toMatchObject({ folder: stick, office: 'Xã Mẫu', trial: true, faulty: false });
    expect(Math.round((found[0]?.age ?? 0) / hour)).toBe(3);
    expect(found.every(({ id }) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    rmSync(stick, { recursive: true });
    expect(await rescue(again, 'restoreBackup', found[0]?.id)).toMatchObject({
      fault: { code: 'backupUnreachable', params: { reason: 'gone' } },
    });
  });

  it('of other counters are not offered to one that knows its own, and are told apart on a new PC', async () => {
    const stick = newFolder();
    const desk = await withBackups(stick, [sampleMoment - hour], 'Xã Mẫu');
    await withBackups(stick, [sampleMoment - 2 * hour], 'Xã Thí Dụ');
    desk.desk.close();
    truncateSync(join(desk.folder, 'vault', 'vault.db'), 0);
    const again = open({ folder: desk.folder });
    rememberBackupFolder(again.desk.places.settings, stick);
    expect((await backupsOf(again)).map(({ office }) => office)).toEqual(['Xã Mẫu']);

    const fresh = open({ dialogs: { openFolder: () => Promise.resolve(stick) } });
    expect(await backupsOf(fresh)).toEqual([]);
    expect(await rescue(fresh, 'restoreBackup')).toMatchObject({
      fault: { code: 'backupInvalid', params: { what: 'several' } },
    });
    expect((await backupsOf(fresh)).map(({ office }) => office)).toEqual(['Xã Mẫu', 'Xã Thí Dụ']);
    const real = open({ trialOnly: false, dialogs: { openFolder: () => Promise.resolve(newFolder()) } });
    expect(await rescue(real, 'restoreBackup')).toMatchObject({
      fault: { code: 'backupInvalid', params: { what: 'manifest' } },
    });
  });

  it('of another vault alone are not put in this one’s place', async () => {
    const stick = newFolder();
    await withBackups(stick, [sampleMoment]);
    const desk = await withBackups(newFolder(), []);
    desk.desk.close();
    truncateSync(join(desk.folder, 'vault', 'vault.db'), 0);
    const again = open({ folder: desk.folder, dialogs: { openFolder: () => Promise.resolve(stick) } });
    expect(await rescue(again, 'restoreBackup')).toMatchObject({
      fault: { code: 'backupInvalid', params: { what: 'foreign' } },
    });
  });
});

describe('ways out', () => {
  const ways = ['restoreSlots', 'restoreBackup', 'salvage', 'setAside'] as const;

  it('are shut while the vault is sound, and while another copy has it open', async () => {
    const desk = await withBackups(newFolder(), []);
    for (const way of ways) expect(await rescue(desk, way)).toMatchObject({ fault: { code: 'vaultExists' } });
    const second = open({ folder: desk.folder });
    for (const way of ways)
      expect(await rescue(second, way)).toMatchObject({ fault: { code: 'vaultInUse' } });
    const empty = open();
    for (const way of ['restoreSlots', 'salvage', 'setAside'] as const)
      expect(await rescue(empty, way)).toMatchObject({ fault: { code: 'vaultMissing' } });
  });
});

describe('what a machine remembers in the clear', () => {
  it('survives a file that is none, and keeps the last three folders', () => {
    const folder = newFolder();
    const file = join(folder, 'deep', 'machine.json');
    expect(readMachineFile(file)).toEqual({ language: 'vi', highContrast: false, backupFolders: [] });
    saveMachineFile(file, { language: 'en' });
    for (const name of ['a', 'b', 'a', 'c', 'd']) rememberBackupFolder(file, name);
    expect(readMachineFile(file)).toEqual({
      language: 'en',
      highContrast: false,
      backupFolders: ['d', 'c', 'a'],
    });
    writeFileSync(file, '{"language":"fr","highContrast":true,"backupFolders":7}');
    expect(readMachineFile(file)).toEqual({ language: 'vi', highContrast: true, backupFolders: [] });
    mkdirSync(join(folder, 'other'));
    expect(readMachineFile(join(folder, 'other'))).toMatchObject({ language: 'vi' });
  });
});
