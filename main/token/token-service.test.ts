import { createHash, verify, X509Certificate } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tokenPins } from '../signing/testing-tokens.ts';
import { SigningFault } from './faults.ts';
import { openTestTokens, pinBytes } from './testing-desk.ts';
import type { TestTokens } from './testing-desk.ts';
import type { TokenList } from './token-service.ts';

let desk: TestTokens;
const opened = (settings: Parameters<typeof openTestTokens>[0] = {}): TestTokens =>
  (desk = openTestTokens(settings));
afterEach(() => desk.close());

const codeOf = async (job: Promise<unknown>): Promise<unknown> =>
  job.then(
    () => 'none',
    (error: unknown) => (error instanceof SigningFault ? error.code : error),
  );

const message = Buffer.from('nội dung cần ký');
const isSignatureOf = (certificate: Buffer, signature: Buffer): boolean =>
  verify('sha256', message, new X509Certificate(certificate).publicKey, signature);

describe('a token that works', () => {
  it('is listed with its certificates before any PIN, known by serial and label', async () => {
    const { find, pki } = opened();
    const token = await find('ALICE-RSA');
    const alice = createHash('sha256')
      .update(readFileSync(pki.file('alice.der')))
      .digest('hex');
    expect(token).toMatchObject({ label: 'ALICE-RSA', pin: 'ok', protectedPath: false, loggedIn: false });
    expect(token.serial).toMatch(/^[0-9a-f]{16}$/);
    expect(token.certificates.map(({ fingerprint }) => fingerprint)).toContain(alice);
  });

  it.each(['ALICE-RSA', 'BOB-EC'] as const)('%s signs a batch with one login', async (label) => {
    const { logIn, service, count } = opened();
    const { token, fingerprint } = await logIn(label);
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    const signatures = await Promise.all([1, 2, 3, 4].map(() => signer.sign(message)));
    expect(signatures.map((one) => isSignatureOf(signer.certificate, one))).toEqual([true, true, true, true]);
    expect(count('logins')).toBe(1);
    // The issuing authority's certificate travels along; a root never does.
    expect(signer.chain.map((der) => new X509Certificate(der).subject)).toEqual([
      expect.stringContaining('Cấp dưới thử'),
    ]);
  });

  it('wants the PIN at each signature where the key says so', async () => {
    const { logIn, service } = opened();
    const { token, fingerprint, alwaysAuthenticate } = await logIn('MOI-LAN');
    expect(alwaysAuthenticate).toBe(true);
    const key = { ...token, fingerprint };
    expect(await codeOf(service.signer(token.driver, key).then((signer) => signer.sign(message)))).toBe(
      'pinEachTime',
    );
    const asked: Uint8Array[] = [];
    const signer = await service.signer(token.driver, key, () => {
      const pin = pinBytes(tokenPins['MOI-LAN']);
      asked.push(pin);
      return Promise.resolve(pin);
    });
    expect(isSignatureOf(signer.certificate, await signer.sign(message))).toBe(true);
    expect(isSignatureOf(signer.certificate, await signer.sign(message))).toBe(true);
    expect(asked.map((pin) => [...pin])).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  it('forgets the login when told to, and by itself when idle', async () => {
    const { logIn, service } = opened({ idleMs: 200 });
    const { token, fingerprint } = await logIn('ALICE-RSA');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    await service.forgetLogins();
    expect(await codeOf(signer.sign(message))).toBe('tokenNotLoggedIn');
    await logIn('ALICE-RSA');
    await vi.waitFor(
      async () => expect((await service.list()).tokens.map(({ loggedIn }) => loggedIn)).not.toContain(true),
      20_000,
    );
    expect(await codeOf(signer.sign(message))).toBe('tokenNotLoggedIn');
  });

  it('is not started again for a paper that was in hand when the driver was let go of', async () => {
    const { logIn, service } = opened();
    const { token, fingerprint } = await logIn('ALICE-RSA');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    await service.use([]);
    expect(await codeOf(signer.sign(message))).toBe('tokenSessionLost');
    expect((await service.list()).tokens).toEqual([]);
    // Looked at anew it is there again.
    await service.use([token.driver]);
    expect((await service.list()).tokens.length).toBeGreaterThan(0);
  });
});

describe('the PIN', () => {
  it('wrong: said once, sent once, wiped', async () => {
    const { find, service, count } = opened();
    const token = await find('ALICE-RSA');
    const pin = pinBytes('000000');
    expect(await codeOf(service.login(token.driver, token, pin))).toBe('pinIncorrect');
    expect(count('logins')).toBe(1);
    expect([...pin]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is not sent at the last try until she agrees, and never to a locked token', async () => {
    const { find, service, fault, count } = opened();
    fault('max_pin', 3);
    const token = await find('ALICE-RSA');
    const tryPin = (pin: string, evenIfLast = false): Promise<unknown> =>
      service.login(token.driver, token, pinBytes(pin), { evenIfLast });
    const left = async (): Promise<unknown> => (await find('ALICE-RSA')).pin;
    await expect(tryPin('000000')).rejects.toMatchObject({ code: 'pinIncorrect', params: { left: 'low' } });
    expect(await left()).toBe('low');
    await expect(tryPin('000000')).rejects.toMatchObject({ code: 'pinIncorrect', params: { left: 'last' } });
    expect(await codeOf(tryPin('123456'))).toBe('pinLastTry');
    expect(count('logins')).toBe(2);
    expect(await codeOf(tryPin('000000', true))).toBe('pinLocked');
    expect(await left()).toBe('locked');
    expect(await codeOf(tryPin('123456', true))).toBe('pinLocked');
    expect(count('logins')).toBe(3);
  });

  it('of an unfit length is told as such', async () => {
    const { find, service } = opened();
    const token = await find('ALICE-RSA');
    expect(await codeOf(service.login(token.driver, token, pinBytes('1')))).toMatch(/^pin(Unfit|Incorrect)$/);
  });

  it('is in no argument, environment or file of the token process', async () => {
    const { logIn, service } = opened();
    const { token, fingerprint } = await logIn('BOB-EC');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    await signer.sign(message);
    const children = readdirSync('/proc').filter((name) => {
      try {
        return (
          /^\d+$/.test(name) &&
          readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(process.pid)
        );
      } catch {
        return false;
      }
    });
    expect(children.length).toBeGreaterThan(0);
    for (const child of children)
      for (const file of ['cmdline', 'environ'])
        expect(readFileSync(join('/proc', child, file)).includes('48151623')).toBe(false);
  });
});

describe('a token that goes away', () => {
  it('pulled out in a batch: what is done stays done, and it goes on after one PIN', async () => {
    const { logIn, service, fault, mend, count } = opened();
    const { token, fingerprint } = await logIn('ALICE-RSA');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    await signer.sign(message);
    fault('removed');
    expect(await codeOf(signer.sign(message))).toBe('tokenRemoved');
    mend('removed');
    expect(await codeOf(signer.sign(message))).toBe('tokenNotLoggedIn');
    await logIn('ALICE-RSA');
    expect(isSignatureOf(signer.certificate, await signer.sign(message))).toBe(true);
    expect(count('logins')).toBe(2);
  });

  it('session lost as after sleep: told from a token pulled out', async () => {
    const { logIn, service, fault, mend } = opened();
    const { token, fingerprint } = await logIn('ALICE-RSA');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    fault('stale_session');
    expect(await codeOf(signer.sign(message))).toBe('tokenSessionLost');
    mend('stale_session');
    expect(await codeOf(signer.sign(message))).toBe('tokenNotLoggedIn');
  });

  it('is noticed by polling, both ways', async () => {
    const { find, service, fault, mend } = opened({ pollMs: 20 });
    await find('ALICE-RSA');
    const seen: number[] = [];
    const stop = service.watch(({ tokens }: TokenList) => void seen.push(tokens.length));
    await vi.waitFor(() => expect(seen).toEqual([3]), 20_000);
    fault('removed');
    await vi.waitFor(() => expect(seen).toEqual([3, 0]), 20_000);
    mend('removed');
    await vi.waitFor(() => expect(seen).toEqual([3, 0, 3]), 20_000);
    stop();
  });

  it('another one in its place is not signed with', async () => {
    const { find, service } = opened();
    const token = await find('ALICE-RSA');
    const other = { serial: '0000000000000000', label: 'KHÁC' };
    expect(await codeOf(service.login(token.driver, other, pinBytes('123456')))).toBe('tokenOther');
    expect(await codeOf(service.signer(token.driver, { ...token, fingerprint: 'ab' }))).toBe(
      'tokenKeyMissing',
    );
  });

  it('used by another program is busy', async () => {
    const { find, service, fault } = opened();
    const token = await find('ALICE-RSA');
    fault('busy');
    expect(await codeOf(service.login(token.driver, token, pinBytes('123456')))).toBe('tokenBusy');
  });
});

describe('a driver that misbehaves', () => {
  it('crashing while it signs kills its own process alone; the next login works', async () => {
    const { logIn, service, fault, mend } = opened();
    const { token, fingerprint } = await logIn('ALICE-RSA');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    fault('crash_sign');
    expect(await codeOf(signer.sign(message))).toBe('driverCrashed');
    mend('crash_sign');
    expect(await codeOf(signer.sign(message))).toBe('tokenNotLoggedIn');
    await logIn('ALICE-RSA');
    expect(isSignatureOf(signer.certificate, await signer.sign(message))).toBe(true);
  });

  it('crashing at its start gets one more chance', async () => {
    const { find, fault } = opened();
    fault('crash_init');
    expect((await find('ALICE-RSA')).label).toBe('ALICE-RSA');
  });

  it('hanging is killed at its deadline; the next login works', async () => {
    const { logIn, service, fault, mend } = opened({ deadlines: { sign: 1_000 } });
    const { token, fingerprint } = await logIn('ALICE-RSA');
    const signer = await service.signer(token.driver, { ...token, fingerprint });
    fault('sign_delay_ms', 600_000);
    await expect(signer.sign(message)).rejects.toMatchObject({
      code: 'driverTimeout',
      params: { seconds: 1 },
    });
    mend('sign_delay_ms');
    await logIn('ALICE-RSA');
    // The deadline is for a driver that hangs, not for a busy machine.
    expect(await codeOf(signer.sign(message))).toMatch(/none|driverTimeout/);
  });

  it('hanging at its end is killed all the same, and may be started again', async () => {
    const { find, service, fault, mend } = opened({ deadlines: { close: 200 } });
    const { driver } = await find('ALICE-RSA');
    fault('end_delay_ms', 600_000);
    await service.use([]);
    expect(await service.list()).toEqual({ tokens: [], faults: [] });
    mend('end_delay_ms');
    await service.use([driver]);
    expect((await find('ALICE-RSA')).label).toBe('ALICE-RSA');
  });

  it('slow at its start leaves this process free', async () => {
    const { find, fault } = opened();
    fault('init_delay_ms', 1_000);
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    await find('ALICE-RSA');
    clearInterval(ticking);
    // A process blocked for that second would have ticked a few times only.
    expect(ticks).toBeGreaterThan(20);
  });
});
