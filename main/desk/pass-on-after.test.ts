import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultOfficeHours } from '../../shared/calendar/office-hours.ts';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';
import { openTestDesk } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';

const opened: TestDesk[] = [];
let folder = '';
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  removeFolder(folder);
});

const open = (): TestDesk => {
  const desk = openTestDesk({ folder, clock: { now: () => Date.parse('2026-11-25T15:40:00+07:00') } });
  opened.push(desk);
  return desk;
};
const hours = defaultOfficeHours();
const dueDay = async (desk: TestDesk): Promise<string> => {
  const preview = await desk.ask('intake.preview', { id: randomUUID(), form: await readySample(desk) });
  return localDateAt((preview.ok && preview.value.deadline?.dueAt) || 0);
};
const setting = async (desk: TestDesk): Promise<string | undefined> => {
  const settings = await desk.ask('settings.get', {});
  return settings.ok ? settings.value.passOnAfter : undefined;
};

describe('the hour after which a dossier counts from the next working day', () => {
  it('is the office’s own: off, set, kept over a start, and taken back; what was accepted keeps its date', async () => {
    folder = makeFolder();
    const desk = open();
    await foundSample(desk);
    expect(await setting(desk)).toBe('');
    const before = await acceptSample(desk);
    // Wednesday 15:40, three working days: to Monday 15:40, but to Tuesday's morning when it counts from Thursday.
    expect(await dueDay(desk)).toBe('2026-11-30');
    expect(await desk.ask('settings.setHours', { hours, passOnAfter: '15:00' })).toMatchObject({ ok: true });
    expect(await dueDay(desk)).toBe('2026-12-01');
    desk.desk.close();
    const again = open();
    await signInSample(again);
    expect(await setting(again)).toBe('15:00');
    expect(await dueDay(again)).toBe('2026-12-01');
    const page = await again.ask('dossier.get', { id: before.dossier });
    expect(page.ok && page.value.row.dueAt).toBe(before.dueAt);
    expect(await again.ask('settings.setHours', { hours, passOnAfter: '' })).toMatchObject({ ok: true });
    expect(await dueDay(again)).toBe('2026-11-30');
  });

  it('must be a time', async () => {
    folder = makeFolder();
    const desk = open();
    await foundSample(desk);
    expect(await desk.ask('settings.setHours', { hours, passOnAfter: '25:00' })).toMatchObject({
      fault: { code: 'invalidInput', problems: [{ field: 'passOnAfter', code: 'clockUnreadable' }] },
    });
    expect(await setting(desk)).toBe('');
  });
});
