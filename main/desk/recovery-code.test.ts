import { afterEach, describe, expect, it } from 'vitest';
import { foundSample, signInSample } from '../testing-intake.ts';
import { openTestDesk, samplePassword } from '../testing-desk.ts';
import type { TestDesk } from '../testing-desk.ts';
import { removeFolder } from '../vault/testing.ts';

const opened: TestDesk[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) {
    one.close();
    removeFolder(one.folder);
  }
});

const founded = async () => {
  const desk = openTestDesk();
  opened.push(desk);
  return { desk, ...(await foundSample(desk)) };
};
const isKept = async (desk: TestDesk) => {
  const status = await desk.ask('app.status', {});
  return status.ok ? status.value.session?.recoveryKept : undefined;
};
const newCode = async (desk: TestDesk): Promise<string> => {
  const answer = await desk.ask('recovery.newCode', { password: samplePassword });
  if (!answer.ok) throw new Error(answer.fault.code);
  return answer.value.recoveryCode;
};
const recoverWith = async (desk: TestDesk, code: string) => {
  const status = await desk.ask('app.status', {});
  const slotId = status.ok ? (status.value.clerks[0]?.slotId ?? '') : '';
  return desk.ask('session.recover', { code, slotId, newPassword: 'năm con chim sẻ' });
};

describe('the recovery code', () => {
  it('is kept once part of it is typed back', async () => {
    const { desk, recoveryCode } = await founded();
    expect(await isKept(desk)).toBe(false);
    expect(await desk.ask('recovery.prove', { typed: '0000' })).toMatchObject({
      fault: { code: 'invalidInput', problems: [{ field: 'typed', code: 'recoveryGroup' }] },
    });
    expect(await isKept(desk)).toBe(false);
    expect(await desk.ask('recovery.prove', { typed: recoveryCode.slice(-4).toLowerCase() })).toEqual({
      ok: true,
      value: null,
    });
    expect(await isKept(desk)).toBe(true);
    expect(await desk.ask('recovery.prove', { typed: recoveryCode })).toMatchObject({
      fault: { code: 'wrongRecoveryCode', params: { reason: 'lapsed' } },
    });
  });

  it('is replaced for an administrator who knows her password, and not before the new one is proved', async () => {
    const { desk, recoveryCode: old } = await founded();
    expect(await desk.ask('recovery.newCode', { password: 'không phải mật khẩu' })).toMatchObject({
      fault: { code: 'wrongPassword' },
    });
    const dropped = await newCode(desk);
    await desk.ask('recovery.drop', {});
    expect(await desk.ask('recovery.prove', { typed: dropped })).toMatchObject({ ok: false });
    const locked = await newCode(desk);
    await desk.ask('session.lock', {});
    await signInSample(desk);
    expect(await desk.ask('recovery.prove', { typed: locked })).toMatchObject({ ok: false });
    const code = await newCode(desk);
    await desk.ask('recovery.prove', { typed: code });
    for (const dead of [old, dropped, locked])
      expect(await recoverWith(desk, dead)).toMatchObject({ fault: { code: 'wrongRecoveryCode' } });
    const recovered = await recoverWith(desk, code);
    expect(recovered).toMatchObject({ ok: true, value: { session: { recoveryKept: false } } });
    expect(recovered.ok && recovered.value.recoveryCode).not.toBe(code);
    const log = await desk.ask('access.list', { before: 0, limit: 20 });
    expect(log.ok && log.value.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['showCode', 'keepCode', 'recover']),
    );
  });

  it('outlives a new one that nobody proved', async () => {
    const { desk, recoveryCode } = await founded();
    await newCode(desk);
    await desk.ask('session.lock', {});
    expect(await recoverWith(desk, recoveryCode)).toMatchObject({ ok: true });
  });
});
