import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@cfworker/json-schema';
import { nssStore, openBench } from '../main/signing/testing-pdf.ts';
import { testPki } from '../main/signing/testing-pki.ts';
import { expect, test } from './counter.ts';
import { pageCodes, pdfText } from './pdf-tools.ts';
import { garbledMau } from './samples.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const samples = join(root, 'assets', 'demo');
const json = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

const demo = (input: string, out: string) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'demo.mjs'), '--input', input, '--out', out],
    { encoding: 'utf8', cwd: root },
  );
  return { status, stdout, stderr };
};

test('the demo shows a whole intake, signs its receipt and leaves its results', ({ scratch }) => {
  test.slow();
  const input = join(scratch, 'input.json');
  const sign = { p12: testPki().file('alice.p12'), password: 'mật khẩu' };
  writeFileSync(input, JSON.stringify({ ...json(join(samples, 'birth.json')), sign }));
  const { status, stderr } = demo(input, scratch);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const report = json(join(scratch, 'report.json'));
  expect(report).toMatchObject({ outcome: 'accepted', refusal: null, failure: null, windowErrors: [] });
  expect(report['journal']).toMatchObject({ faulty: 0 });
  const code = 'H55.242-261123-1000';
  expect(json(join(scratch, 'dossier.json'))).toMatchObject({ row: { code, held: true } });
  const text = pdfText(join(scratch, 'receipt.pdf')).normalize('NFC');
  expect(text).toContain('Nguyễn Mẫu An');
  expect(pageCodes(join(scratch, 'receipt.pdf')).flat()).toContain(`CODE-128:${code}`);
  const rows = readFileSync(join(scratch, 'journal.ndjson'), 'utf8').trim().split('\n');
  expect(rows.map((row) => Object.keys(JSON.parse(row) as object))).toContainEqual(
    expect.arrayContaining(['header', 'payload', 'hash', 'signature']),
  );
  expect(readdirSync(join(scratch, 'screens')).length).toBeGreaterThan(10);
  expect(report['signed']).toEqual([`signed/${code}.pdf`]);
  const bench = openBench();
  const signed = join(scratch, 'signed', `${code}.pdf`);
  expect(bench.run('pdfsig', '-no-ocsp', '-nssdir', nssStore(bench.folder), signed)).toMatch(
    /Signature is Valid\.[^]*Certificate is Trusted\./,
  );
  expect(pdfText(signed).normalize('NFC')).toContain('Ký bởi: Nguyễn Thị Mẫu');
});

test('with a hub it shows the work done while the line was cut, as the province then holds it', ({
  scratch,
}) => {
  test.slow();
  const { status, stderr } = demo(join(samples, 'marital-status-hub.json'), scratch);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { dossier } = json(join(scratch, 'report.json'));
  const hub = json(join(scratch, 'hub.json'));
  expect(hub['counter']).toMatchObject({
    cutOff: { failure: 'offline', waiting: { dossiers: 1 } },
    after: { phase: 'level', failure: null, waiting: { rows: 0 } },
  });
  const { id, code, witness } = dossier as { id: string; code: string; witness: string };
  expect(hub['states']).toMatchObject([{ dossier: id, code, business: 'accepted', sameAtDesk: true }]);
  // Every row of the counter's own journal, in its order and with its hash; the paper's witness is the row's.
  const journal = readFileSync(join(scratch, 'journal.ndjson'), 'utf8').trim().split('\n');
  const hashes = journal.map((row) => (JSON.parse(row) as { hash: string }).hash);
  const rows = hub['rows'] as { type: string; hash: string; verdict: string }[];
  expect(rows.map(({ hash }) => hash)).toEqual(hashes.slice(0, rows.length));
  expect(rows.filter(({ verdict }) => verdict !== 'fact')).toEqual([]);
  expect(rows.map(({ type }) => type)).toContain('dossierAccepted');
  expect(
    rows.some(({ type, hash }) => type === 'dossierAccepted' && hash.startsWith(witness.toLowerCase())),
  ).toBe(true);
  // Reported to the portal, which checks every field against the documents.
  expect(hub['portal']).toMatchObject({ flaws: [] });
  const { taken } = hub['portal'] as { taken: object[] };
  expect(taken.slice(0, 2)).toMatchObject([
    { service: 'DongBoHoSoMC', isUpdating: false, code, data: { TrangThaiHoSo: '2' } },
    { service: 'CapNhatTienDoHoSoMC', code, data: { TrangThai: '2' } },
  ]);
  const messages = hub['messages'] as { state: string }[];
  expect(messages.map(({ state }) => state)).toEqual(['sent', 'sent']);
  // The scan is there under the hash of its own bytes, and the portal fetched the same ones.
  const [scan, ...others] = hub['attachments'] as { sha256: string; size: number }[];
  expect([scan?.sha256, others]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), []]);
  expect(hub['portal']).toMatchObject({ files: [{ sha256: scan?.sha256, size: scan?.size }] });
});

test('a whole life leaves every paper it made, and an act the law refuses ends it with its code and field', ({
  scratch,
}) => {
  test.slow();
  const wish = json(join(samples, 'whole-life.json'));
  const acts = wish['acts'] as { act: string; at?: string }[];
  const input = join(scratch, 'input.json');
  // Two days are enough of a life here; the result is returned once more than there is one to return.
  const again = { act: 'returnResult', shown: 'scan' };
  const inTwoDays = acts.map(({ at, ...act }) => (act.act === 'recordResult' ? { ...act, at } : act));
  writeFileSync(input, JSON.stringify({ ...wish, acts: [...inTwoDays, again] }));
  const out = join(scratch, 'out');
  const { status, stderr } = demo(input, out);
  const report = json(join(out, 'report.json'));
  expect(report['failure']).toBe(null);
  expect(status).toBe(2);
  expect(stderr).toContain('đã trả');
  expect(report).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'alreadyReturned', field: 'returnResult' },
    acts: acts.map(({ act }) => ({ act })),
    windowErrors: [],
  });
  const papers = (report['acts'] as { act: string; paper: string | null }[]).flatMap(({ act, paper }) =>
    paper === null ? [] : [[act, pdfText(join(out, paper)).normalize('NFC')] as const],
  );
  const { code } = report['dossier'] as { code: string };
  const numbers = {
    collectFee: 'PT-0001/2026',
    handOver: '06-0001/2026',
    requestSupplements: '02-0001/2026',
    returnResult: code,
  };
  expect(papers.map(([act]) => act)).toEqual(Object.keys(numbers));
  for (const [act, text] of papers) {
    expect(text).toContain(code);
    expect(text).toContain(numbers[act as keyof typeof numbers]);
  }
  expect(json(join(out, 'dossier.json'))).toMatchObject({
    row: { code, business: 'returned', owed: 0 },
    state: {
      brought: [{ businessDay: '2026-11-23' }],
      results: [{ businessDay: '2026-11-26' }],
      returns: [{ businessDay: '2026-11-26' }],
    },
  });
});

test('a refused input ends the demo with the product’s own reason, code and field', ({ scratch }) => {
  test.slow();
  const wish = json(join(samples, 'marital-status.json'));
  const input = join(scratch, 'input.json');
  writeFileSync(input, JSON.stringify({ ...wish, submitter: { qr: garbledMau } }));
  const { status, stderr } = demo(input, join(scratch, 'out'));
  expect(status).toBe(2);
  expect(stderr).toContain('Tắt Unikey rồi quét lại');
  expect(json(join(scratch, 'out', 'report.json'))).toMatchObject({
    outcome: 'refused',
    dossier: null,
    refusal: { code: 'cardGarbled', field: 'submitter.qr' },
  });
  expect(existsSync(join(scratch, 'out', 'receipt.pdf'))).toBe(false);
});

test('an input that is not what the schema says is named where it is wrong, before anything starts', ({
  scratch,
}) => {
  const wish = json(join(samples, 'marital-status.json'));
  const input = join(scratch, 'input.json');
  writeFileSync(input, JSON.stringify({ ...wish, office: { code: 7 }, procdure: '1' }));
  const { status, stderr } = demo(input, join(scratch, 'out'));
  expect(status).not.toBe(0);
  expect(stderr).toContain('office/code');
  expect(stderr).toContain('procdure');
  expect(existsSync(join(scratch, 'out'))).toBe(false);
});

test('every sample is what the schema says, and every field of the schema has an example that fits', () => {
  const schema = json(join(samples, 'demo.schema.json'));
  const files = readdirSync(samples).filter((name) => name.endsWith('.json') && name !== 'demo.schema.json');
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const file of files)
    expect
      .soft(new Validator(schema, '2020-12').validate(json(join(samples, file))), file)
      .toMatchObject({ valid: true });
  const bare: string[] = [];
  const walk = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    const { properties } = part as { properties?: Record<string, { examples?: unknown[] }> };
    for (const [name, one] of Object.entries(properties ?? {})) {
      const examples = one.examples ?? [];
      if (examples.length === 0 || !('description' in one || '$ref' in one)) bare.push(`${path}/${name}`);
      const whole = { ...(one as object), $defs: schema['$defs'] };
      for (const example of examples)
        expect.soft(new Validator(whole, '2020-12').validate(example).valid, `${path}/${name}`).toBe(true);
    }
    for (const [name, one] of Object.entries(part)) if (name !== 'examples') walk(one, `${path}/${name}`);
  };
  walk(schema, '');
  expect(bare).toEqual(['/office', '/clerk']);
});
