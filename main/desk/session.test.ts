import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { rowsToVerify } from '../journal/read.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { openTestDesk, samplePassword } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample, signInSample } from '../testing-intake.ts';
import { recoverVault } from '../vault/clerk-slots.ts';
import { salvageVault, replaceVault } from '../vault/rescue.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';
import { getCabinet } from './desk.ts';

/** A founded and used vault, copied for each test. */
let used = '';
let recoveryCode = '';
const opened: TestDesk[] = [];
const folders: string[] = [];
const newPassword = 'năm từ khác hẳn nhau';

beforeAll(async () => {
  used = makeFolder();
  const first = openTestDesk({ folder: used });
  ({ recoveryCode } = await foundSample(first));
  await acceptSample(first);
  first.close();
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
  folders.splice(0).forEach(removeFolder);
});
afterAll(() => removeFolder(used));

const copy = (): string => {
  const folder = makeFolder();
  folders.push(folder);
  cpSync(used, folder, { recursive: true });
  return folder;
};
const openDesk = (folder: string): TestDesk => {
  const desk = openTestDesk({ folder });
  opened.push(desk);
  return desk;
};
const slotIdOf = async (desk: TestDesk): Promise<string> => {
  const status = await desk.ask('app.status', {});
  return status.ok ? (status.value.clerks[0]?.slotId ?? '') : '';
};
const rowsOf = (desk: TestDesk) =>
  getCabinet(desk.desk)
    .db.prepare('SELECT type FROM journal ORDER BY pos')
    .all()
    .map((row) => row['type']);
const verified = (desk: TestDesk) =>
  verifyJournal(rowsToVerify(getCabinet(desk.desk).db, 0), chainCrypto, emptyCheckpoint()).report;

const firstDay = ['epochOpened', 'officeFounded', 'dossierAccepted'];

describe('an opening of the vault', () => {
  it('begins an epoch once, whoever signs in after', async () => {
    const desk = openDesk(copy());
    await signInSample(desk);
    await desk.ask('session.lock', {});
    await signInSample(desk);
    await acceptSample(desk);
    expect(rowsOf(desk)).toEqual([...firstDay, 'epochOpened', 'dossierAccepted']);
    expect(verified(desk).faults).toEqual([]);
  });

  it('that could not begin its epoch lets nobody work, and begins it at the next sign-in', async () => {
    const desk = openDesk(copy());
    await signInSample(desk);
    const { db } = getCabinet(desk.desk);
    // A disk that fills between the opening and its first row, as the vault sees it.
    db.exec("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END");
    getCabinet(desk.desk).journal.epoch = 'ab'.repeat(16);
    await desk.ask('session.lock', {});
    const refused = await desk.ask('session.signIn', {
      slotId: await slotIdOf(desk),
      password: samplePassword,
    });
    expect(refused.ok).toBe(false);
    const form = await desk.ask('intake.openDraft', { id: randomUUID() });
    expect(form).toMatchObject({ ok: false, fault: { code: 'notSignedIn' } });
    db.exec('DROP TRIGGER full');
    await signInSample(desk);
    await acceptSample(desk);
    expect(rowsOf(desk)).toEqual([...firstDay, 'epochOpened', 'epochOpened', 'dossierAccepted']);
    expect(verified(desk).faults).toEqual([]);
  });
});

describe('the printed recovery code', () => {
  it('gives a new key that vouches for the opening it made: the journal verifies, an auditor is told', async () => {
    const desk = openDesk(copy());
    const slotId = await slotIdOf(desk);
    const recovered = await desk.ask('session.recover', { code: recoveryCode, slotId, newPassword });
    expect(recovered.ok).toBe(true);
    await acceptSample(desk);
    expect(rowsOf(desk)).toEqual([...firstDay, 'epochOpened', 'clerkKeyReplaced', 'dossierAccepted']);
    expect(verified(desk)).toMatchObject({ faults: [], recoveries: [{ pos: 5 }] });
    await desk.ask('session.lock', {});
    await signInSample(desk, newPassword);
    expect(rowsOf(desk)).toHaveLength(6);
  });

  it('used while the vault stands open replaces the key without a new epoch', async () => {
    const desk = openDesk(copy());
    await signInSample(desk);
    await desk.ask('session.lock', {});
    await desk.ask('session.recover', { code: recoveryCode, slotId: await slotIdOf(desk), newPassword });
    await acceptSample(desk);
    expect(rowsOf(desk)).toEqual([...firstDay, 'epochOpened', 'clerkKeyReplaced', 'dossierAccepted']);
    expect(verified(desk)).toMatchObject({ faults: [], recoveries: [{ pos: 5 }] });
  });

  it('cut off before the journal heard of the key is made good at the next sign-in', async () => {
    const folder = copy();
    const before = openDesk(folder);
    const slotId = await slotIdOf(before);
    before.close();
    // All that a power cut leaves: the slot has its new key, the journal knows only the old one.
    await recoverVault(`${folder}/vault`, { code: recoveryCode, slotId, newPassword }, Date.now());
    const desk = openDesk(folder);
    await signInSample(desk, newPassword);
    await acceptSample(desk);
    expect(rowsOf(desk)).toEqual([...firstDay, 'epochOpened', 'clerkKeyReplaced', 'dossierAccepted']);
    expect(verified(desk).faults).toEqual([]);
  });
});

describe('a clerk’s password reset by an administrator', () => {
  it('is signed by the administrator, and her own rows verify from then on', async () => {
    const desk = openDesk(copy());
    await signInSample(desk);
    const enrol = {
      name: 'Trần Thị Thí Dụ',
      username: 'thidu',
      roles: ['reception' as const],
      password: newPassword,
    };
    expect(await desk.ask('clerks.enrol', enrol)).toMatchObject({ ok: true });
    const clerk = getCabinet(desk.desk).office.clerks.find(({ username }) => username === 'thidu')!;
    const reset = 'sáu từ nữa cho lần sau';
    expect(await desk.ask('clerks.resetPassword', { clerk: clerk.id, password: reset })).toMatchObject({
      ok: true,
    });
    await desk.ask('session.lock', {});
    const status = await desk.ask('app.status', {});
    const slot = status.ok ? status.value.clerks.find(({ username }) => username === 'thidu') : undefined;
    expect(await desk.ask('session.signIn', { slotId: slot?.slotId ?? '', password: reset })).toMatchObject({
      ok: true,
    });
    await acceptSample(desk, await readySample(desk));
    expect(rowsOf(desk)).toEqual([
      ...firstDay,
      'epochOpened',
      'clerkEnrolled',
      'clerkKeyReplaced',
      'dossierAccepted',
    ]);
    expect(verified(desk)).toMatchObject({ faults: [], recoveries: [] });
  });
});

describe('a salvaged vault', () => {
  it('opens with its office, and has its dossiers again soon after', async () => {
    const folder = copy();
    const before = openDesk(folder);
    await signInSample(before);
    const { databaseKey } = getCabinet(before.desk);
    const key = Buffer.from(databaseKey);
    before.close();
    replaceVault(`${folder}/vault`, (target) => salvageVault(`${folder}/vault`, key, target), Date.now());
    const desk = openDesk(folder);
    await signInSample(desk);
    // A snapshot is asked for: the numbers of the deltas have a gap.
    await expect
      .poll(() => desk.told.flatMap((telling) => (telling.kind === 'delta' ? [telling.version] : [])))
      .toEqual([2]);
    const found = await desk.ask('dossier.find', { text: 'nguyen thi mau' });
    expect(found.ok && found.value.rows.map(({ code }) => code)).toEqual(['H55.242-261123-0001']);
    expect(verified(desk).faults).toEqual([]);
  });
});
