import { afterEach, describe, expect, it } from 'vitest';
import { foundSample } from '../testing-intake.ts';
import { openTestDesk, sampleMoment } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { removeFolder } from '../vault/testing.ts';
import { findDueCheck } from './check-vault.ts';
import { getCabinet } from './desk.ts';
import { readMachineSettings, saveLastCheck, saveMachineSettings } from './settings-store.ts';

const day = 24 * 60 * 60_000;
const opened: TestDesk[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) {
    one.close();
    removeFolder(one.folder);
  }
});
const found = async () => {
  const desk = openTestDesk({ clock: { now: () => sampleMoment } });
  opened.push(desk);
  await foundSample(desk);
  return { desk, db: getCabinet(desk.desk).db };
};
const seen = {
  full: false,
  sound: true,
  brokenPages: 0,
  findings: 0,
  pages: 30,
  strayFiles: 0,
  strayBytes: 0,
  fullTook: 0,
  fullPages: 0,
};

describe('what an idle moment owes the vault', () => {
  it('is a first look a day, and all of it each week where there is no backup', async () => {
    const { desk, db } = await found();
    const due = (at: number, fullAt: number) => {
      saveLastCheck(db, { ...seen, at, fullAt });
      return findDueCheck(desk.desk);
    };
    expect(findDueCheck(desk.desk)).toBe('full');
    expect(due(sampleMoment - day / 2, sampleMoment - day)).toBeUndefined();
    expect(due(sampleMoment - day - 1, sampleMoment - day - 1)).toBe('quick');
    expect(due(sampleMoment - day / 2, sampleMoment - 8 * day)).toBe('full');
    // A clock years ahead when it was last looked through.
    expect(due(sampleMoment + 900 * day, sampleMoment - day)).toBe('quick');
    saveMachineSettings(db, { ...readMachineSettings(db), backupFolder: '/stick' });
    expect(due(sampleMoment - day / 2, 0)).toBeUndefined();
    expect(due(sampleMoment - 2 * day, 0)).toBe('quick');
  });

  it('opens the ways out only after damage was found', async () => {
    const { desk, db } = await found();
    expect(await desk.ask('vault.openWaysOut', {})).toMatchObject({ fault: { code: 'vaultExists' } });
    saveLastCheck(db, { ...seen, at: 1, fullAt: 1, sound: false, brokenPages: 1 });
    expect(await desk.ask('vault.openWaysOut', {})).toEqual({ ok: true, value: null });
    const status = await desk.ask('app.status', {});
    expect(status.ok && status.value.phase).toBe('damaged');
  });
});
