import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCabinet } from '../desk/desk.ts';
import { openTestDesk, samplePassword } from '../testing-desk.ts';
import { acceptSample, foundSample, readySample } from '../testing-intake.ts';
import { openDatabase } from '../vault/database.ts';
import { buildScript } from '../vault/testing-process.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';

/** The real tool, as a process of its own. */
let tool = '';
let folder = '';
let data = '';
let key: Buffer;
let codes: string[] = [];

beforeAll(async () => {
  tool = buildScript('main/tools/verify-journal.ts', 'inside');
  folder = makeFolder();
  data = join(folder, 'vault');
  const desk = openTestDesk({ folder });
  await foundSample(desk);
  const form = await readySample(desk);
  const answers = [await acceptSample(desk, form), await acceptSample(desk, form)];
  codes = answers.map(({ code }) => code);
  for (const { dossier } of answers) await desk.ask('dossier.get', { id: dossier });
  key = Buffer.from(getCabinet(desk.desk).databaseKey);
  desk.close();
});
afterAll(() => {
  removeFolder(folder);
});

const run = (args: string[], input = `${samplePassword}\n`) => {
  const done = spawnSync(process.execPath, [tool, ...args], { input, encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
};
/** A copy of the vault with some SQL run on it. */
const altered = (name: string, sql: string): string => {
  const to = join(folder, name);
  cpSync(data, to, { recursive: true });
  const db = openDatabase(join(to, 'vault.db'), key);
  db.exec(sql);
  db.close();
  return to;
};
const contentOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path)
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(path, name)))
          .digest('hex'),
      ]),
  );

describe('verify-journal on a vault', () => {
  it('says in both languages that a sound one is sound, and changes nothing in its folder', () => {
    const before = contentOf(data);
    const { code, out, err } = run(['--data', data]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('Kho: H55.242 Trung tâm Phục vụ hành chính công xã Mẫu, Quầy 1');
    expect(out).toContain('NGUYÊN VẸN: mọi mã băm và chữ ký đều khớp.');
    expect(out).toContain('Vault: H55.242');
    expect(out).toContain('SOUND: every hash and signature holds.');
    expect(out).toContain('Rows 1 to 4: 4 rows, 0 without content');
    expect(contentOf(data)).toEqual(before);
  });

  it('takes the password from the environment, and answers in JSON', () => {
    const done = execFileSync(process.execPath, [tool, '--data', data, '--clerk', 'mau', '--json'], {
      env: { ...process.env, QUAY_PASSWORD: samplePassword },
      encoding: 'utf8',
    });
    expect(JSON.parse(done)).toMatchObject({ mode: 'full', rows: 4, faulty: 0, access: { broken: [] } });
  });

  it('leaves a wrong password uncounted and unanswered', () => {
    const before = contentOf(data);
    const { code, out, err } = run(['--data', data], 'không phải mật khẩu này\n');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Mật khẩu không đúng.');
    expect(contentOf(data)).toEqual(before);
  });

  it('names every fault in both languages and exits 1', () => {
    const bad = altered('bad', 'UPDATE journal SET signature = zeroblob(64) WHERE pos = 3');
    const { code, out } = run(['--data', bad]);
    expect(code).toBe(1);
    expect(out).toContain('Dòng 3: chữ ký không khớp');
    expect(out).toMatch(/3: .*signature/i);
    expect(out).not.toContain('SOUND');
  });

  it('finds an access log with a line taken out', () => {
    const bad = altered('access', 'DELETE FROM access_log WHERE pos = 1');
    const { code, out } = run(['--data', bad]);
    expect(code).toBe(1);
    expect(out).toContain('Nhật ký truy cập');
    expect(out).toContain('BROKEN at 2');
  });

  it('says how it is used when it is not told what to verify', () => {
    for (const args of [[], ['--data', data, '--ndjson', 'x'], ['--nonsense']]) {
      const { code, out, err } = run(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).not.toBe('');
    }
    expect(run([]).err).toContain('npm run verify-journal -- --data THƯ_MỤC');
    expect(run(['--data', join(folder, 'nothing')]).code).toBe(2);
  });
});

describe('verify-journal on an exported file', () => {
  const exported = (): string => {
    const file = join(folder, 'journal.ndjson');
    if (!existsSync(file)) expect(run(['--data', data, '--export', file]).code).toBe(0);
    return file;
  };
  const rewritten = (name: string, change: (lines: string[]) => string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, change(readFileSync(exported(), 'utf8').split('\n')).join('\n'));
    return file;
  };

  it('verifies it without the vault, to the same report', () => {
    const ofVault = JSON.parse(run(['--data', data, '--json']).out) as Record<string, unknown>;
    const { code, out } = run(['--ndjson', exported(), '--json'], '');
    expect(code).toBe(0);
    delete ofVault['access'];
    expect(JSON.parse(out)).toEqual(ofVault);
    expect(statSync(exported()).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    expect(readFileSync(exported(), 'utf8')).toContain(codes[0]);
  });

  it('can leave every dossier’s content out', () => {
    const file = join(folder, 'blank.ndjson');
    expect(run(['--data', data, '--export', file, '--without-content']).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    for (const secret of [codes[0]!, 'Nguyễn Thị Mẫu', '019199000123', '0912345678'])
      expect(text).not.toContain(secret);
    expect(JSON.parse(run(['--ndjson', file, '--json'], '').out)).toMatchObject({
      rows: 4,
      faulty: 0,
      erased: 2,
    });
  });

  it.each<[string, (lines: string[]) => string[]]>([
    ['a name changed', (lines) => lines.map((line) => line.replace('Nguyễn Thị Mẫu', 'Nguyễn Thị Mẩu'))],
    ['a line taken out', (lines) => lines.toSpliced(1, 1)],
    ['a line doubled', (lines) => lines.toSpliced(2, 0, lines[2]!)],
    ['lines swapped', (lines) => [lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)]],
    ['a line cut short', (lines) => lines.map((line, at) => (at === 2 ? line.slice(0, -20) : line))],
    ['a line of nonsense', (lines) => lines.toSpliced(3, 0, 'không phải JSON')],
    ['an empty line in the middle', (lines) => lines.toSpliced(2, 0, '')],
    ['a field too many', (lines) => lines.map((line) => line.replace('{"pos":3', '{"x":1,"pos":3'))],
  ])('finds %s', (name, change) => {
    const file = rewritten(`${name.replaceAll(' ', '-')}.ndjson`, change);
    const { code, out } = run(['--ndjson', file], '');
    expect(code, out).toBe(1);
  });

  it('reads one written with other line ends to its end', () => {
    const whole = rewritten('no-last-line-end.ndjson', (lines) => lines.slice(0, -1));
    expect(run(['--ndjson', whole], '').code).toBe(0);
    const empty = join(folder, 'empty.ndjson');
    writeFileSync(empty, '');
    expect(run(['--ndjson', empty], '')).toMatchObject({
      code: 0,
      out: expect.stringContaining('no rows') as string,
    });
  });
});
