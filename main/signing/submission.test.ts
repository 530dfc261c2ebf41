import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import type { ActInputs, ActKind } from '../../shared/dossier/acts/commands.ts';
import { isActCommand } from '../../shared/dossier/acts/commands.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import { standingOf } from '../../shared/signing/verdicts.ts';
import type { Role } from '../../shared/journal/row.ts';
import { getCabinet } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { sampleMoment, samplePassword } from '../testing-desk.ts';
import { makePdf, nssStore, openBench } from './testing-pdf.ts';
import { testPki } from './testing-pki.ts';
import { openSigningDesk, papers } from './testing-signing-desk.ts';
import type { SigningDesk } from './testing-signing-desk.ts';

let desk: SigningDesk;
afterEach(() => desk.end());
const bench = openBench();
const nss = nssStore(bench.folder);
afterAll(() => rmSync(bench.folder, { recursive: true, force: true }));

const signInAs = async (username: string): Promise<void> => {
  const status = await desk.ask('app.status', {});
  const slotId = status.ok
    ? (status.value.clerks.find((one) => one.username === username)?.slotId ?? '')
    : '';
  expect(await desk.ask('session.signIn', { slotId, password: samplePassword })).toMatchObject({ ok: true });
};

const enrol = async (username: string, roles: Role[]): Promise<void> => {
  const clerk = { name: `Cán bộ ${username}`, username, roles, password: samplePassword };
  expect(await desk.ask('clerks.enrol', clerk)).toMatchObject({ ok: true });
};

let commands = 0;
const act = <K extends ActKind>(dossier: string, kind: K, input: ActInputs[K]) => {
  const made: object = { kind, command: `command-${(commands += 1)}`, ...input };
  if (!isActCommand(made)) throw new Error('no command');
  const command: ActCommand = made;
  return desk.ask('act.do', { dossier, act: command });
};

const stateOf = (dossier: string) => findDossierState(getCabinet(desk.desk).db, dossier)!;

const waiting = async () => {
  const answer = await desk.ask('signing.unsigned', {});
  if (!answer.ok) throw new Error('no list');
  return answer.value;
};

const submission = (files: ActInputs['submitResult']['files']): ActInputs['submitResult'] => ({
  to: { unit: 'Lãnh đạo UBND xã', person: 'Nguyễn Thị Mẫu' },
  way: 'token',
  approved: true,
  summary: 'Giấy xác nhận tình trạng hôn nhân',
  files,
  note: '',
});

it('a result is submitted, sent back, submitted again, signed by its leader, numbered, sealed and at the counter, all on one PC', async () => {
  let now = sampleMoment;
  desk = await openSigningDesk({ clock: { now: () => now } });
  await enrol('lanhdao', ['leader', 'admin']);
  await enrol('vanthu', ['registrar', 'admin']);
  const { dossier, files: own } = await desk.takeIn(await papers(1));
  const { files: drafts } = await desk.takeIn({
    'nhap.pdf': await makePdf(2),
    'du-thao.pdf': await makePdf(1),
  });
  const [wrong, draft] = drafts;
  const sign = (hash: string, place: 'person' | 'agency', label: 'ALICE-RSA' | 'BOB-EC') =>
    desk.ask('signing.sign', { files: [{ dossier, hash }], place, pin: desk.pin(label), evenIfLast: false });

  expect(await act(dossier, 'submitResult', submission([wrong!]))).toMatchObject({ ok: true });
  expect((await waiting()).files.map(({ hash }) => hash)).toContain(own[0]!.hash);
  expect((await waiting()).files.filter((one) => one.dossier === dossier)).toHaveLength(1);
  expect((await waiting()).drafts).toMatchObject([
    { dossier, step: 'signature', files: [{ hash: wrong!.hash }] },
  ]);
  // Her own certificate, and still not hers to sign. Two drivers here see each card, and it is told once.
  await desk.choose('ALICE-RSA');
  const setup = await desk.ask('signing.setup', {});
  expect(setup.ok && setup.value.drivers.length).toBeGreaterThan(1);
  const seen = await desk.ask('signing.tokens', {});
  const labels = seen.ok ? seen.value.tokens.map(({ label }) => label) : [];
  expect(labels).toContain('ALICE-RSA');
  expect(new Set(labels).size).toBe(labels.length);
  expect(await sign(wrong!.hash, 'person', 'ALICE-RSA')).toMatchObject({
    ok: true,
    value: { results: [{ fault: { code: 'draftOfLeader' } }] },
  });
  expect(await act(dossier, 'numberResult', { number: '', symbol: 'GXN-UBND', signer: '' })).toMatchObject({
    ok: false,
    fault: { code: 'notAllowed' },
  });

  await signInAs('lanhdao');
  expect(await act(dossier, 'sendBackResult', { reason: 'Sai họ tên' })).toMatchObject({ ok: true });
  expect((await waiting()).drafts).toEqual([]);
  await desk.ask('session.lock', {});

  const status = await desk.ask('app.status', {});
  const [founder] = status.ok ? status.value.clerks : [];
  await signInAs(founder!.username);
  expect(await act(dossier, 'submitResult', submission([draft!]))).toMatchObject({ ok: true });

  await signInAs('vanthu');
  await desk.choose('BOB-EC');
  const number = { number: '', symbol: 'GXN-UBND', signer: '' };
  expect(await act(dossier, 'numberResult', number)).toMatchObject({
    ok: false,
    fault: { code: 'notSignedYet' },
  });

  await signInAs('lanhdao');
  await desk.choose('ALICE-RSA');
  expect(await sign(draft!.hash, 'person', 'ALICE-RSA')).toMatchObject({
    ok: true,
    value: { results: [{ fault: null }] },
  });
  expect((await waiting()).drafts).toMatchObject([{ dossier, step: 'number' }]);

  await signInAs('vanthu');
  const signed = (await waiting()).drafts[0]!.files[0]!.hash;
  expect(await sign(signed, 'agency', 'BOB-EC')).toMatchObject({
    ok: true,
    value: { results: [{ fault: { code: 'draftUnnumbered' } }] },
  });
  expect(await act(dossier, 'numberResult', number)).toMatchObject({ ok: true });
  expect(await act(dossier, 'sendBackResult', { reason: 'x' })).toMatchObject({
    ok: false,
    fault: { code: 'numberedAlready' },
  });
  expect(stateOf(dossier).result).toBeNull();
  expect(await sign(signed, 'agency', 'BOB-EC')).toMatchObject({
    ok: true,
    value: { results: [{ fault: null }] },
  });

  const state = stateOf(dossier);
  const sealed = filesOf(state).find(({ about }) => about === 'result')!;
  expect(state.result).toMatchObject({
    number: '01/GXN-UBND',
    signer: 'Nguyễn Thị Mẫu',
    summary: 'Giấy xác nhận tình trạng hôn nhân',
    files: [{ hash: sealed.file.hash }],
  });
  expect(sealed.signings.map(({ place }) => place)).toEqual(['person', 'agency']);
  expect(await waiting()).toMatchObject({ drafts: [] });
  expect(await desk.ask('day.morning', {})).toMatchObject({ ok: true, value: { toSign: 3 } });

  // As the counter checks it: nobody vouches for the signers until a root is trusted, and unknown is not valid.
  // The test authority's certificates were made today.
  now = Date.now();
  const check = async () => {
    const answer = await desk.ask('signing.check', { dossier, hash: sealed.file.hash });
    if (!answer.ok) throw new Error(answer.fault.code);
    return answer.value.map((one) => [one.name, one.chain, one.revocation, standingOf(one)]);
  };
  const names = ['Nguyễn Thị Mẫu', sealed.signings[1]!.signer.name];
  expect(await check()).toEqual(names.map((name) => [name, 'untrusted', 'unknown', 'unknown']));
  const given = (name: string): string => testPki().file(name);
  const chain = join(desk.folder, 'chain.p7b');
  bench.run(
    'openssl',
    'crl2pkcs7',
    '-nocrl',
    '-certfile',
    given('chain.pem'),
    '-outform',
    'DER',
    '-out',
    chain,
  );
  // One at a time or several at once; a root that is trusted already is not noted again.
  for (const [files, after] of [
    [[given('root.pem')], 'unknown'],
    [[chain, given('root-list.crl')], 'unknown'],
    [[given('sub-list.crl')], 'valid'],
  ] as const) {
    const name = files.join(' ');
    desk.pick(...files);
    expect(await desk.ask('signing.addTrust', {}), name).toMatchObject({ ok: true });
    expect(
      (await check()).map((one) => one.at(-1)),
      name,
    ).toEqual([after, after]);
  }
  desk.pick(given('foreign.pem'), given('bob.p12'));
  expect(await desk.ask('signing.addTrust', {})).toMatchObject({
    ok: false,
    fault: { code: 'trustUnreadable', params: { name: 'bob.p12' } },
  });
  expect(await desk.ask('signing.setup', {})).toMatchObject({
    ok: true,
    value: { trust: { anchors: [{ name: expect.any(String) as string }], lists: [{}, {}] } },
  });

  // What the desk loads and whom it trusts are matters of record.
  const { db } = getCabinet(desk.desk);
  const noted = [...rowsAfter(db, 0)].map(({ header, payload }) => `${header} ${payload ?? ''}`);
  expect(noted.filter((row) => row.includes('driverChosen') && row.includes('sha256'))).not.toEqual([]);
  expect(noted.filter((row) => row.includes('anchorTrusted'))).toHaveLength(1);

  const bytes = await desk.read(sealed.file.hash);
  const file = bench.write('sealed.pdf', bytes);
  const told = bench.run('pdfsig', '-no-ocsp', '-nssdir', nss, file);
  expect(told.match(/Signature is Valid\./g)).toHaveLength(2);
  expect(told.match(/Certificate is Trusted\./g)).toHaveLength(2);
  expect(told.match(/Not total document signed/g)).toHaveLength(1);
  expect(bench.run('pdftotext', file, '-')).toContain('Số: 01/GXN-UBND');
});
