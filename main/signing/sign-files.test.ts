import { rmSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import { getCabinet } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { pinBytes } from '../token/testing-desk.ts';
import { loadTrust } from './trust.ts';
import { stampWaiting } from './stamp-queue.ts';
import { openTsa } from './testing-tsa.ts';
import { makePdf, nssStore, openBench } from './testing-pdf.ts';
import { testPki } from './testing-pki.ts';
import { openSigningDesk, papers } from './testing-signing-desk.ts';
import type { SigningDesk } from './testing-signing-desk.ts';
import { verifyPdf } from './verify-pdf.ts';

let desk: SigningDesk;
afterEach(() => desk.end());
const bench = openBench();
const nss = nssStore(bench.folder);
afterAll(() => rmSync(bench.folder, { recursive: true, force: true }));

const wishes = (taken: { dossier: string; files: readonly { hash: string }[] }) =>
  taken.files.map(({ hash }) => ({ dossier: taken.dossier, hash }));

const sign = (
  files: { dossier: string; hash: string }[],
  pin: Uint8Array | null,
  place: 'person' | 'agency' | 'copy' = 'person',
) => desk.ask('signing.sign', { files, place, pin, evenIfLast: false });

const stateOf = (dossier: string) => findDossierState(getCabinet(desk.desk).db, dossier)!;

describe('a round of signing', () => {
  it('signs what waits with one login; each signed file is journalled in the place of the one it grew from', async () => {
    desk = await openSigningDesk();
    const taken = await desk.takeIn(await papers(4));
    await desk.choose('ALICE-RSA');
    expect(await desk.ask('signing.unsigned', {})).toMatchObject({ ok: true, value: { total: 4 } });
    // Wrong: sent once, nothing signed.
    expect(await sign(wishes(taken), pinBytes('000000'))).toMatchObject({
      ok: false,
      fault: { code: 'pinIncorrect' },
    });
    expect(desk.count('logins')).toBe(1);
    const pin = desk.pin('ALICE-RSA');
    expect(await sign(wishes(taken), pin)).toMatchObject({
      ok: true,
      value: { stopped: null, left: 0, results: [1, 2, 3, 4].map(() => ({ fault: null })) },
    });
    expect([...pin]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(desk.count('logins')).toBe(2);
    expect(await desk.ask('signing.unsigned', {})).toMatchObject({
      ok: true,
      value: { files: [], total: 0 },
    });

    const [first] = filesOf(stateOf(taken.dossier));
    expect(first).toMatchObject({
      paper: expect.any(String) as string,
      stampedAt: null,
      signings: [
        {
          place: 'person',
          source: taken.files[0]!.hash,
          signer: { name: 'Nguyễn Thị Mẫu', agency: 'Ủy ban nhân dân xã Mẫu', software: false },
        },
      ],
    });
    const bytes = await desk.read(first!.file.hash);
    expect(bytes.subarray(0, taken.files[0]!.size)).toEqual(await desk.read(taken.files[0]!.hash));
    const told = bench.run('pdfsig', '-no-ocsp', '-nssdir', nss, bench.write('a.pdf', bytes));
    expect(told).toContain('Signature is Valid.');
    expect(told).toContain('Certificate is Trusted.');

    // The line comes back: stamped in the background, without the token, which is out by now.
    desk.fault('removed');
    await desk.ask('signing.setAuthority', { url: 'http://127.0.0.1:9/' });
    expect(await stampWaiting(desk.desk)).toMatchObject({ code: 'tsaUnreachable' });
    const tsa = await openTsa();
    await desk.ask('signing.setAuthority', { url: tsa.url });
    expect(await stampWaiting(desk.desk).finally(tsa.close)).toBeUndefined();
    desk.mend('removed');
    const [stamped] = filesOf(stateOf(taken.dossier));
    expect(stamped!.stampedAt).toBeGreaterThan(Date.parse('2026-01-01'));
    expect(await desk.ask('signing.setup', {})).toMatchObject({ ok: true, value: { unstamped: 0 } });
    const later = await verifyPdf(
      await desk.read(stamped!.file.hash),
      loadTrust(testPki().folder, new Date()),
    );
    expect(later).toMatchObject([{ valid: true, coverage: 'whole', time: 'proved' }]);

    // The copy's line and the seal come after; the person's signature still stands.
    expect(
      await sign([{ dossier: taken.dossier, hash: stamped!.file.hash }], desk.pin('ALICE-RSA'), 'copy'),
    ).toMatchObject({
      ok: true,
      value: { results: [{ fault: null }] },
    });
    const [again] = filesOf(stateOf(taken.dossier));
    expect(again!.signings.map(({ place }) => place)).toEqual(['person', 'copy']);
    const verdicts = await verifyPdf(
      await desk.read(again!.file.hash),
      loadTrust(testPki().folder, new Date()),
    );
    expect(verdicts.map(({ valid, coverage }) => [valid, coverage])).toEqual([
      [true, 'signaturesAdded'],
      [true, 'whole'],
    ]);
  });

  it('ends with the token or at her word: what is signed stays, the rest is signed after one PIN; one bad file holds up nobody', async () => {
    desk = await openSigningDesk();
    const bad = (await makePdf()).subarray(0, 300);
    const taken = await desk.takeIn({ ...(await papers(4)), 'thiếu.pdf': bad });
    await desk.choose('BOB-EC');
    desk.fault('sign_delay_ms', 300);
    const interrupted = async (how: () => unknown) => {
      const waiting = await desk.ask('signing.unsigned', {});
      const files = waiting.ok ? waiting.value.files : [];
      const before = desk.told.length;
      const under = sign(wishes({ ...taken, files }), desk.pin('BOB-EC'));
      const isUnderWay = () =>
        desk.told.slice(before).some((one) => one.kind === 'signing' && one.work?.done === 1);
      await vi.waitFor(() => expect(isUnderWay()).toBe(true), { timeout: 50_000, interval: 10 });
      how();
      return under;
    };
    expect(await interrupted(() => desk.fault('removed'))).toMatchObject({
      ok: true,
      value: { stopped: { code: 'tokenRemoved' } },
    });
    desk.mend('removed');
    expect(await interrupted(() => void desk.ask('signing.stop', {}))).toMatchObject({
      ok: true,
      value: { stopped: { code: 'cancelled' } },
    });
    desk.mend('sign_delay_ms');
    const left = await desk.ask('signing.unsigned', {});
    const files = left.ok ? left.value.files : [];
    expect(files.length).toBeLessThan(5);
    const over = await sign(wishes({ ...taken, files }), desk.pin('BOB-EC'));
    expect(over).toMatchObject({ ok: true, value: { stopped: null, left: 0 } });
    expect(over.ok && over.value.results.filter(({ fault }) => fault !== null)).toMatchObject([
      { name: 'thiếu.pdf', fault: { code: 'pdfTruncated' } },
    ]);
    expect(await desk.ask('signing.unsigned', {})).toMatchObject({ ok: true, value: { total: 1 } });
    expect(desk.count('logins')).toBe(3);
    // Signed since: the old version is not signed again beside the new one.
    expect(await sign(wishes(taken).slice(0, 1), desk.pin('BOB-EC'))).toMatchObject({
      ok: true,
      value: { results: [{ fault: { code: 'fileSuperseded' } }] },
    });
    await desk.ask('session.lock', {});
    expect(await sign(wishes(taken), desk.pin('BOB-EC'))).toMatchObject({
      ok: false,
      fault: { code: 'notSignedIn' },
    });
  });

  it('asks for the PIN at each signature where the key wants it; a key in a file is named as such', async () => {
    desk = await openSigningDesk();
    const taken = await desk.takeIn(await papers(3));
    await desk.choose('MOI-LAN');
    const wanted = (): number =>
      desk.told.filter((one) => one.kind === 'signing' && one.work?.wantsPin === true).length;
    const under = sign(wishes(taken).slice(0, 2), desk.pin('MOI-LAN'));
    for (const time of [1, 2]) {
      await vi.waitFor(() => expect(wanted()).toBe(time), { timeout: 50_000, interval: 10 });
      await desk.ask('signing.givePin', { pin: desk.pin('MOI-LAN') });
    }
    expect(await under).toMatchObject({ ok: true, value: { stopped: null, left: 0 } });

    desk.pick(testPki().file('bob.p12'));
    await desk.ask('signing.chooseFile', {});
    expect(await desk.ask('signing.ready', {})).toMatchObject({ ok: true, value: { software: true } });
    const last = wishes(taken).slice(2);
    expect(await sign(last, new TextEncoder().encode('sai'))).toMatchObject({
      ok: false,
      fault: { code: 'p12WrongPassword' },
    });
    expect(await sign(last, new TextEncoder().encode('mật khẩu'), 'agency')).toMatchObject({
      ok: true,
      value: { results: [{ fault: null }] },
    });
    expect(stateOf(taken.dossier).signings.at(-1)).toMatchObject({
      place: 'agency',
      signer: { software: true },
    });
    desk.pick('/khong/co.p12');
    await desk.ask('signing.chooseFile', {});
    expect(await desk.ask('signing.ready', {})).toMatchObject({ ok: false, fault: { code: 'p12Missing' } });
  });
});
