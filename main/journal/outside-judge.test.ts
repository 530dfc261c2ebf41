import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutContent } from '../../shared/journal/exported.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';
import { chainCrypto } from './chain-crypto.ts';
import { exportRows, exportedRows } from './export.ts';
import { rowsAfter } from './read.ts';
import { accepted, makeClerk, officeEvent, openTestJournal, printed } from './testing.ts';

const docs = join(process.cwd(), 'docs');
const example = join(docs, 'journal', 'example.ndjson');
const isSound = (file: string): boolean =>
  verifyJournal(exportedRows(file), chainCrypto, emptyCheckpoint()).report.faulty === 0;

// bash, basenc and these tools are not part of Windows; the format is the same there.
describe.skipIf(process.platform === 'win32')('a judge from outside, with openssl and sha256sum', () => {
  let folder = '';
  beforeAll(() => {
    folder = makeFolder();
  });
  afterAll(() => removeFolder(folder));

  // Not waited for in one piece: the test runner wants to hear from us now and then.
  const judge = (file: string): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve, reject) => {
      execFile('bash', [join(docs, 'journal', 'judge.sh'), file], (error, out, err) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, out: out.trim(), err });
        else reject(error ?? new Error('judge.sh did not end'));
      });
    });
  const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
  const written = (name: string, lines: string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  };

  it('finds the documented example as the documentation says, line by line', () => {
    const page = readFileSync(join(docs, 'journal.md'), 'utf8');
    const script = /```sh\n([^`]+)```/.exec(page)?.[1] ?? '';
    const promised = [...script.matchAll(/^# ([0-9a-f]{64}|Signature Verified Successfully)$/gm)].map(
      ([, text]) => text,
    );
    expect(promised).toHaveLength(3);
    cpSync(join(docs, 'journal'), join(folder, 'example'), { recursive: true });
    const said = execFileSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: join(folder, 'example'),
      encoding: 'utf8',
    });
    expect(
      said
        .split('\n')
        .filter(Boolean)
        .map((line) => line.replace(/ {2}-$/, '')),
    ).toEqual(promised);
  });

  it('agrees with us on the example', async () => {
    expect(await judge(example)).toMatchObject({
      code: 0,
      out: expect.stringContaining('sound: 4 rows') as string,
    });
    expect(isSound(example)).toBe(true);
  });

  it('agrees with us on a journal of several openings, clerks and keys, with content and without', async () => {
    const test = openTestJournal();
    test.write([accepted(randomUUID(), 1)], test.clerks.second);
    test.reopen();
    const anew = makeClerk('c2');
    const payload = { clerk: 'c2', publicKey: anew.signer.publicKey, reason: 'reset' as const };
    test.write([officeEvent({ type: 'clerkKeyReplaced', v: 1, payload })]);
    test.write([printed(randomUUID())], anew);
    const whole = join(folder, 'whole.ndjson');
    const blank = join(folder, 'blank.ndjson');
    exportRows(rowsAfter(test.db, 0), whole);
    exportRows([...rowsAfter(test.db, 0)].map(withoutContent), blank);
    const { hash } = test.journal.head;
    test.close();
    for (const file of [whole, blank]) {
      expect(await judge(file)).toMatchObject({ code: 0, out: `sound: 7 rows, head ${hash}` });
      expect(isSound(file)).toBe(true);
    }
  });

  it('finds with us whatever was altered', async () => {
    const lines = linesOf(example);
    const change = (at: number, field: string, to: (value: string) => unknown): string[] =>
      lines.with(
        at,
        JSON.stringify({
          ...(JSON.parse(lines[at]!) as object),
          [field]: to((JSON.parse(lines[at]!) as Record<string, string>)[field]!),
        }),
      );
    const flip = (text: string): string => (text.startsWith('0') ? '1' : '0') + text.slice(1);
    const stories: Record<string, string[]> = {
      header: change(2, 'header', (text) => text.replace('"desk":1', '"desk":2')),
      payload: change(2, 'payload', (text) => text.replace('Trần Thị Thí Dụ', 'Trần Thị Thí Dù')),
      salt: change(3, 'salt', flip),
      commitment: change(3, 'commitment', flip),
      hash: change(3, 'hash', flip),
      signature: change(3, 'signature', flip),
      gone: lines.toSpliced(2, 1),
      doubled: lines.toSpliced(2, 0, lines[2]!),
      swapped: [lines[0]!, lines[1]!, lines[3]!, lines[2]!],
    };
    for (const [name, told] of Object.entries(stories)) {
      const file = written(`${name}.ndjson`, told);
      expect(await judge(file), name).toMatchObject({ code: 1, err: '' });
      expect(isSound(file), name).toBe(false);
    }
  });
});
