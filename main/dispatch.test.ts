import { afterEach, describe, expect, it } from 'vitest';
import { contract } from '../shared/contract.ts';
import { commands } from './commands.ts';
import { dispatch } from './dispatch.ts';
import { openTestDesk, sampleFounding, samplePassword } from './testing-desk.ts';
import type { TestDesk } from './testing-desk.ts';

const opened: TestDesk[] = [];
const openDesk = (): TestDesk => {
  const one = openTestDesk();
  opened.push(one);
  return one;
};
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const ask = (desk: TestDesk, method: string, input: unknown) =>
  dispatch(commands, desk.desk, 'counter', method, input);

describe('the door', () => {
  it.each(['', 'toString', '__proto__', 'constructor', 'intake', 'intake.accept ', 'app.status\u0000'])(
    'knows no method %j',
    async (method) => {
      expect(await ask(openDesk(), method, {})).toMatchObject({
        ok: false,
        fault: { code: 'malformedCall' },
      });
    },
  );

  it.each([
    null,
    undefined,
    1,
    'x',
    [],
    { extra: 1 },
    { slotId: 5, password: 'x' },
    { slotId: 'x'.repeat(65), password: 'x' },
  ])('refuses the payload %j', async (input) => {
    expect(await ask(openDesk(), 'session.signIn', input)).toMatchObject({
      ok: false,
      fault: { code: 'malformedCall' },
    });
  });

  it('answers nothing but the lobby while nobody is signed in', async () => {
    const desk = openDesk();
    for (const [method, { roles }] of Object.entries(contract)) {
      if (roles === 'lobby') continue;
      expect(await ask(desk, method, {}), method).toMatchObject({
        ok: false,
        fault: { code: 'notSignedIn' },
      });
    }
  });

  it('keeps each role to its own acts', async () => {
    const desk = openDesk();
    await ask(desk, 'setup.found', sampleFounding());
    await ask(desk, 'clerks.enrol', {
      name: 'Kiểm tra Mẫu',
      username: 'kiemtra',
      roles: ['auditor'],
      password: samplePassword,
    });
    const status = await desk.ask('app.status', {});
    const auditor = status.ok ? status.value.clerks.find((clerk) => clerk.username === 'kiemtra') : undefined;
    await ask(desk, 'session.lock', {});
    expect(
      await ask(desk, 'session.signIn', { slotId: auditor?.slotId, password: samplePassword }),
    ).toMatchObject({
      ok: true,
    });
    for (const [method, { roles }] of Object.entries(contract)) {
      if (roles === 'lobby' || roles === 'any' || (roles as readonly string[]).includes('auditor')) continue;
      expect(await ask(desk, method, {}), method).toMatchObject({ ok: false, fault: { code: 'notAllowed' } });
    }
    expect(await ask(desk, 'access.list', { before: 0, limit: 10 })).toMatchObject({ ok: true });
  });
});

describe('sign-in', () => {
  it('says no to a wrong password, makes the next tries wait, and survives a restart', async () => {
    const desk = openDesk();
    await ask(desk, 'setup.found', sampleFounding());
    const status = await desk.ask('app.status', {});
    const slotId = status.ok ? (status.value.clerks[0]?.slotId ?? '') : '';
    await ask(desk, 'session.lock', {});
    const codes: string[] = [];
    for (let i = 0; i < 8; i += 1) {
      const answer = await desk.ask('session.signIn', { slotId, password: 'không phải mật khẩu' });
      if (!answer.ok) codes.push(answer.fault.code);
    }
    expect(codes[0]).toBe('wrongPassword');
    expect(codes.at(-1)).toBe('lockedOut');
    desk.desk.close();
    const again = openTestDesk({ folder: desk.folder });
    opened.push(again);
    expect(await again.ask('session.signIn', { slotId, password: samplePassword })).toMatchObject({
      ok: false,
      fault: { code: 'lockedOut' },
    });
  });

  it('opens with the printed code, once, and gives a new one', async () => {
    const desk = openDesk();
    const founded = await desk.ask('setup.found', sampleFounding());
    const code = founded.ok ? founded.value.recoveryCode : '';
    const status = await desk.ask('app.status', {});
    const slotId = status.ok ? (status.value.clerks[0]?.slotId ?? '') : '';
    desk.desk.close();
    const later = openTestDesk({ folder: desk.folder });
    opened.push(later);
    const recovered = await later.ask('session.recover', { code, slotId, newPassword: 'một hai ba bốn năm' });
    expect(recovered).toMatchObject({ ok: true });
    expect(recovered.ok && recovered.value.recoveryCode).not.toBe(code);
    await later.ask('session.lock', {});
    expect(
      await later.ask('session.recover', { code, slotId, newPassword: 'năm bốn ba hai một' }),
    ).toMatchObject({
      ok: false,
      fault: { code: 'wrongRecoveryCode' },
    });
    expect(await later.ask('session.signIn', { slotId, password: 'một hai ba bốn năm' })).toMatchObject({
      ok: true,
    });
  });

  it('shows a second copy that the folder is taken, and opens once the first has gone', async () => {
    const desk = openDesk();
    await ask(desk, 'setup.found', sampleFounding());
    const second = openTestDesk({ folder: desk.folder });
    opened.push(second);
    const status = await second.ask('app.status', {});
    expect(status.ok && status.value.damage?.what.code).toBe('vaultInUse');
    desk.desk.close();
    const retried = await second.ask('app.rescue', { way: 'retry', slotId: '', password: '', backup: '' });
    expect(retried).toMatchObject({ ok: true });
    const after = await second.ask('app.status', {});
    expect(after.ok && after.value.phase).toBe('signIn');
  });

  it('opens no real vault under a trial clock', async () => {
    const real = openTestDesk({ trialOnly: false });
    opened.push(real);
    await ask(real, 'setup.found', sampleFounding({ trial: false }));
    const status = await real.ask('app.status', {});
    const slotId = status.ok ? (status.value.clerks[0]?.slotId ?? '') : '';
    real.desk.close();
    const trial = openTestDesk({ folder: real.folder, trialOnly: true });
    opened.push(trial);
    expect(await trial.ask('session.signIn', { slotId, password: samplePassword })).toMatchObject({
      ok: false,
      fault: { code: 'notAllowed' },
    });
  });
});
