import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { personLines } from '../../shared/signing/appearance.ts';
import { forking } from '../processes/transport.ts';
import { openTokenDesk } from '../token/host/desk.ts';
import { openTokenService } from '../token/token-service.ts';
import { signData } from '../signing/cades.ts';
import { startSignProcess } from '../signing/sign-process.ts';
import { makePdf, makeScan } from '../signing/testing-pdf.ts';
import { testPki } from '../signing/testing-pki.ts';
import { softHsm, tokenPins, writeSoftHsmConfig } from '../signing/testing-tokens.ts';
import { lendAttachment, putAttachment } from '../vault/attachments.ts';

/**
 * Signing on a SoftHSM2 token through the product's own two processes, beside the bare token and beside iText 5 on the same token.
 * `bench-sign --assets DIR --main DIR [--java DIR]` prints a line of JSON a figure; without --java there is no peer.
 */
const { values: options } = parseArgs({
  options: {
    assets: { type: 'string' },
    main: { type: 'string' },
    java: { type: 'string' },
    times: { type: 'string', default: '100' },
    scans: { type: 'string', default: '200' },
  },
});
if (options.assets === undefined || options.main === undefined)
  throw new Error('bench-sign: --assets and --main are needed');
const main = options.main;
const times = Number(options.times);

const folder = mkdtempSync(join(tmpdir(), 'quay-bench-sign-'));
cpSync(testPki().file('tokens'), join(folder, 'tokens'), { recursive: true });
process.env['SOFTHSM2_CONF'] = writeSoftHsmConfig(folder);
const face = readFileSync(join(options.assets, 'fonts', 'tinos', 'tinos-signature.ttf'));
const pinBytes = (): Uint8Array => Uint8Array.from(Buffer.from(tokenPins['ALICE-RSA']));

const print = (figure: object): void => {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
};
const middle = (took: number[]): number =>
  [...took].sort((one, other) => one - other)[took.length >> 1] ?? Number.NaN;
const measure = async (count: number, job: () => unknown): Promise<number[]> => {
  const took: number[] = [];
  for (let turn = -5; turn < count; turn++) {
    const from = performance.now();
    await job();
    if (turn >= 0) took.push(performance.now() - from);
  }
  return took;
};

/** The bare token: C_Sign in this very process, no message in between. */
const bare = openTokenDesk();
bare({ do: 'open', path: softHsm, pauseMs: 0 });
const listed = bare({ do: 'list', fresh: true });
const token = Array.isArray(listed)
  ? listed.find((one) => 'label' in one && one.label === 'ALICE-RSA')
  : undefined;
if (!token || !('serial' in token)) throw new Error('bench-sign: no token');
const ref = { serial: token.serial, label: token.label };
const keys = bare({ do: 'login', token: ref, pin: pinBytes(), evenIfLast: false });
const [key] = Array.isArray(keys) ? keys : [];
if (!key || !('fingerprint' in key)) throw new Error('bench-sign: no key');
const { fingerprint } = key;
const digest = createHash('sha256').update('x').digest();

const service = openTokenService({ start: forking(join(main, 'token-desk.cjs')) });
await service.use([softHsm]);
const [found] = (await service.list()).tokens.filter(({ label }) => label === ref.label);
if (!found) throw new Error('bench-sign: no token');
await service.login(found.driver, ref, pinBytes());
const signer = await service.signer(found.driver, { ...ref, fingerprint });

/** In turns, so that what else the machine does falls on both. */
const rounds = 4;
const each = Math.ceil(times / rounds);
const inTurns = async (one: () => Promise<number[]>, other: () => Promise<number[]>) => {
  const took: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    took[0].push(...(await one()));
    took[1].push(...(await other()));
  }
  return took;
};

const at = new Date();
/** A rate of one or two milliseconds each wants more of them than a document does; what the first cost, while V8 warms up, is told apart. */
const many = each * 4;
const signOne = () => signData(Buffer.from('lô dữ liệu'), signer, at);
const [raw, cades] = await inTurns(
  () => measure(many, () => bare({ do: 'sign', key: { ...ref, fingerprint }, digest })),
  () => measure(many, signOne),
);
/** As a batch is signed: while the token works at one, the next is made ready. */
const together = 4;
const [rawAgain, batches] = await inTurns(
  () => measure(many, () => bare({ do: 'sign', key: { ...ref, fingerprint }, digest })),
  () => measure(Math.ceil(many / together), () => Promise.all(Array.from({ length: together }, signOne))),
);
/** Of the last minute: figures of a busy machine are told apart. */
const load = (): number => Number((loadavg()[0] ?? 0).toFixed(1));
const perSecond = (took: number[]): number =>
  Math.round((took.length / took.reduce((a, b) => a + b, 0)) * 1000);
print({
  name: 'CAdES-B beside the bare token',
  token_per_s: perSecond(raw),
  cades_per_s: perSecond(cades),
  ratio: Number((perSecond(cades) / perSecond(raw)).toFixed(2)),
  ratio_of_medians: Number((middle(raw) / middle(cades)).toFixed(2)),
  ratio_of_the_first: Number((perSecond(cades.slice(0, each)) / perSecond(raw.slice(0, each))).toFixed(2)),
  wanted: '≥ 0.6',
  load: load(),
});
print({
  name: 'CAdES-B in a batch, four on their way',
  token_per_s: perSecond(rawAgain),
  cades_per_s: perSecond(batches) * together,
  ratio: Number(((perSecond(batches) * together) / perSecond(rawAgain)).toFixed(2)),
  ratio_of_medians: Number(((middle(rawAgain) * together) / middle(batches)).toFixed(2)),
  wanted: '≥ 0.6',
  load: load(),
});

const start = forking(join(main, 'sign-desk.cjs'), process.env, 'sign-desk');
const documents = startSignProcess(start, () => face);
const lines = personLines({ name: 'Nguyễn Thị Mẫu', agency: 'Ủy ban nhân dân xã Mẫu' }, at.getTime());
/** As at a desk: the paper lies sealed in the vault, and the signing process reads it there. */
const databaseKey = randomBytes(32);
const keep = async (pdf: Buffer): Promise<string> =>
  (await putAttachment(folder, databaseKey, Readable.from([pdf]))).hash;
const sign = async (hash: string) =>
  documents.sign(
    {
      pdf: await lendAttachment(folder, databaseKey, hash),
      look: { place: 'person', heading: [], lines },
      at,
      reason: '',
      location: '',
      signerName: 'Nguyễn Thị Mẫu',
    },
    signer,
  );

/** Milliseconds the processor has spent on this process and its own: on a busy machine the fairer comparison. 0 where it is not told. */
const spent = (): number => {
  const pids = execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/);
  return [String(process.pid), ...pids].reduce((sum, pid) => {
    const path = `/proc/${pid}/stat`;
    const fields = existsSync(path) ? readFileSync(path, 'utf8').split(') ')[1]?.split(' ') : undefined;
    // utime and stime, in hundredths of a second (proc(5)).
    return sum + 10 * (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0));
  }, 0);
};

/** Memory of the process that has the documents: the child of ours that runs sign-desk. */
const residentMb = (): number => {
  const children = execFileSync('ps', ['-o', 'pid=,rss=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  });
  const line = children.split('\n').find((one) => one.includes('sign-desk'));
  const [, rss] = line?.trim().split(/\s+/) ?? [];
  return Math.round(Number(rss) / 1024);
};

interface Turn {
  /** Milliseconds of each signature. */
  took: number[];
  /** Milliseconds of processor all of them cost. */
  cpu: number;
}

/** What iText 5 needs on the same token and file; nothing where it is not installed. */
const peer = (pdf: string): Turn => {
  if (options.java === undefined) return { took: [], cpu: 0 };
  const config = join(folder, 'pkcs11.cfg');
  // SunPKCS11 names a slot by its number; ours is the one whose serial we hold.
  const slots = execFileSync('softhsm2-util', ['--show-slots'], { encoding: 'utf8' });
  const slot = slots
    .split(/^Slot /m)
    .find((one) => one.includes(ref.serial))
    ?.split('\n')[0];
  writeFileSync(config, `name = Bench\nlibrary = ${softHsm}\nslot = ${slot ?? ''}\n`);
  const jars = ['itext5', 'bcprov', 'bcpkix', 'bcutil']
    .map((one) => `/usr/share/java/${one}.jar`)
    .filter(existsSync);
  const font =
    [
      '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
      '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    ].find(existsSync) ?? '';
  const args = [
    '-cp',
    [options.java, ...jars].join(':'),
    'SignInTurns',
    config,
    tokenPins['ALICE-RSA'],
    pdf,
    font,
    String(each),
  ];
  const told = execFileSync('java', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .trim()
    .split('\n')
    .map(Number);
  return { took: told.slice(0, -1), cpu: told.at(-1) ?? 0 };
};

for (const [name, pdf, most] of [
  ['a page, visible', await makePdf(1), 2],
  ['20 pages scanned, 6 MB, visible', await makeScan(20, 6.45), 0.5],
] as const) {
  const path = join(folder, 'in.pdf');
  writeFileSync(path, pdf);
  const hash = await keep(pdf);
  const cpu = { own: 0, theirs: 0 };
  const [own, others] = await inTurns(
    async () => {
      const from = spent();
      const took = await measure(each, () => sign(hash));
      // Five warm-ups are among it.
      cpu.own += ((spent() - from) * each) / (each + 5);
      return took;
    },
    () => {
      const turn = peer(path);
      cpu.theirs += turn.cpu;
      return Promise.resolve(turn.took);
    },
  );
  const against = (ours: number, theirs: number): number | null =>
    others.length === 0 ? null : Number((ours / theirs).toFixed(2));
  print({
    name: `PAdES-B-B, ${name}`,
    ms_p50: Number(middle(own).toFixed(1)),
    itext5_ms_p50: others.length === 0 ? null : Number(middle(others).toFixed(1)),
    ratio: against(middle(own), middle(others)),
    cpu_ratio: against(cpu.own, cpu.theirs),
    wanted: `≤ ${most}`,
    load: load(),
  });
}
const scan = await keep(await makeScan(20, 6.45));
for (let turn = 0; turn < Number(options.scans); turn++) await sign(scan);
await sleep(200);
print({
  name: 'signing process after the scans',
  scans: Number(options.scans),
  rss_mb: residentMb(),
  wanted: '≤ 300',
});

documents.close();
await service.close();
bare({ do: 'close' });
rmSync(folder, { recursive: true, force: true });
process.exit(0);
