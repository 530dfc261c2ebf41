import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptValues } from '../../shared/forms/receipt.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { getCabinet } from '../desk/desk.ts';
import { exportRows } from '../journal/export.ts';
import { findDossierState } from '../journal/projections.ts';
import { rowsAfter } from '../journal/read.ts';
import { withoutContent } from '../../shared/journal/exported.ts';
import { openSealDesk, plainPages } from '../seals/testing-seals.ts';
import type { SealDesk } from '../seals/testing-seals.ts';
import { testPki } from '../signing/testing-pki.ts';
import { buildScript } from '../vault/testing-process.ts';
import { makeFolder, removeFolder } from '../vault/testing.ts';

/** The real tool, as a process of its own. */
let tool = '';
const folder = makeFolder();
const at = (name: string): string => join(folder, name);
const words = messagesIn('vi');

interface Paper {
  code: string;
  witness: string;
}
let sealed: Paper;
let later: Paper;
let foreign: Paper;

const sealWith = async (one: SealDesk, path: string): Promise<void> => {
  const seal = randomUUID();
  const signed = await one.desk.ask('seals.sign', { seal, pin: one.password(), evenIfLast: false });
  if (!signed.ok) throw new Error(signed.fault.code);
  one.saveTo(path);
  await one.desk.ask('seals.save', { seal });
};

const paperOf = (one: SealDesk, dossier: string): Paper => {
  const { accepted, witness } = findDossierState(getCabinet(one.desk.desk).db, dossier)!;
  return { code: accepted!.code, witness };
};

/** The receipt as a citizen may have saved it. */
const savePaper = async (one: SealDesk, dossier: string, path: string): Promise<void> => {
  const { accepted, witness } = findDossierState(getCabinet(one.desk.desk).db, dossier)!;
  const look = { copy: 'citizen', reprint: false, trial: true, stage: 'accepted', words } as const;
  const values = receiptValues(accepted!, { ...look, witness });
  // The foot says it in the template's words.
  const foot = { title: values.title, code: values.code, proof: `Mã đối chứng ${values.witness}: đã vào sổ` };
  writeFileSync(path, await plainPages({ values: [foot] }));
};

beforeAll(async () => {
  tool = buildScript('main/tools/verify-receipt.ts', 'inside');
  for (const [trust, files] of [
    ['trust', ['root.pem', 'sub.pem', 'root-list.crl', 'sub-list.crl']],
    ['rootless', ['sub.pem']],
    ['listless', ['root.pem', 'sub.pem']],
  ] as const) {
    mkdirSync(at(trust));
    for (const file of files) cpSync(testPki().file(file), join(at(trust), file));
  }
  const [one, other] = [await openSealDesk(), await openSealDesk()];
  try {
    const [first] = await one.takeIn(2);
    await savePaper(one, first!, at('receipt.pdf'));
    sealed = paperOf(one, first!);
    await one.holdFile('alice');
    await sealWith(one, at('seal.pdf'));
    const [after] = await one.takeIn(1);
    later = paperOf(one, after!);
    const { db } = getCabinet(one.desk.desk);
    exportRows(rowsAfter(db, 0), at('journal.ndjson'));
    exportRows([...rowsAfter(db, 0)].map(withoutContent), at('blank.ndjson'));
    await one.holdFile('carol');
    await sealWith(one, at('revoked.pdf'));
    // The same office's next desk: the same codes, another history.
    const [theirs] = await other.takeIn(1);
    foreign = paperOf(other, theirs!);
    exportRows(rowsAfter(getCabinet(other.desk.desk).db, 0), at('other.ndjson'));
  } finally {
    await one.end();
    await other.end();
  }
});
afterAll(() => removeFolder(folder));

interface Wish {
  paper?: Paper | 'receipt.pdf';
  journal?: string;
  seal?: string;
  trust?: string;
}

interface Done {
  exit: number | null;
  out: string;
  err: string;
}

/** Not waited for in one piece: the test runner wants to hear from us meanwhile. */
const runTool = (args: readonly string[]): Promise<Done> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [tool, ...args], (_fault, out, err) =>
      resolve({ exit: child.exitCode, out, err }),
    );
  });

const judge = async ({
  paper = sealed,
  journal = 'journal.ndjson',
  seal = 'seal.pdf',
  trust = 'trust',
}: Wish = {}) => {
  const named =
    paper === 'receipt.pdf'
      ? ['--receipt', at(paper)]
      : ['--code', paper.code, '--witness', paper.witness.toUpperCase()];
  const files = ['--journal', at(journal), '--seal', at(seal), '--trust', at(trust), '--json'];
  const { exit, out, err } = await runTool([...named, ...files]);
  const read = JSON.parse(out === '' ? '{}' : out) as {
    genuine?: boolean;
    checks?: { check: string; holds: boolean; reason?: string }[];
  };
  const failed = (read.checks ?? []).filter(({ holds }) => !holds);
  return {
    exit,
    genuine: read.genuine,
    failed: Object.fromEntries(failed.map(({ check, reason }) => [check, reason])),
    err,
  };
};
const yes = { exit: 0, genuine: true, failed: {} };

describe('verify-receipt', () => {
  it('says yes to a genuine receipt, typed or as PDF, in a journal with or without its content', async () => {
    expect(await judge()).toMatchObject(yes);
    expect(await judge({ paper: 'receipt.pdf' })).toMatchObject(yes);
    expect(await judge({ journal: 'blank.ndjson' })).toMatchObject(yes);
  });

  it('says no to a journal with one row altered, cut off, or of another desk', async () => {
    const lines = readFileSync(at('journal.ndjson'), 'utf8').trimEnd().split('\n');
    const write = (name: string, changed: readonly string[]): string => {
      writeFileSync(at(name), `${changed.join('\n')}\n`);
      return name;
    };
    const altered = lines.map((line, place) =>
      place === 2 ? line.replace('Nguyễn Thị Mẫu', 'Nguyễn Thị Mạo') : line,
    );
    expect(altered).not.toEqual(lines);
    expect(await judge({ journal: write('altered.ndjson', altered) })).toMatchObject({
      exit: 1,
      failed: { journal: 'journalAltered' },
    });
    expect(await judge({ journal: write('short.ndjson', lines.slice(0, 3)) })).toMatchObject({
      exit: 1,
      failed: { sealed: 'headMissing' },
    });
    expect(await judge({ paper: foreign, journal: 'other.ndjson' })).toMatchObject({
      exit: 1,
      failed: { sealed: 'headMissing', covered: 'notSealedYet' },
    });
  });

  it('says no to a paper of another journal, of a later day, of nobody', async () => {
    expect(await judge({ paper: foreign })).toMatchObject({
      exit: 1,
      failed: { receipt: 'witnessOther', covered: 'notAsked', listed: 'notAsked' },
    });
    expect(await judge({ paper: later })).toMatchObject({
      exit: 1,
      failed: { covered: 'notSealedYet', listed: 'notAsked' },
    });
    expect(await judge({ paper: { ...sealed, code: 'H55.242-261123-0999' } })).toMatchObject({
      exit: 1,
      failed: { receipt: 'receiptMissing' },
    });
  });

  it('says no to a seal that was altered, is unsigned, or whose signer cannot be trusted', async () => {
    const changed = await PDFDocument.load(readFileSync(at('seal.pdf')), {
      forIncrementalUpdate: true,
      updateMetadata: false,
    });
    changed.getPage(0).drawText('KHAC', { x: 60, y: 700 });
    writeFileSync(at('changed.pdf'), await changed.save());
    expect(await judge({ seal: 'changed.pdf' })).toMatchObject({
      exit: 1,
      failed: { signature: 'sealAltered' },
    });
    const flipped = readFileSync(at('seal.pdf'));
    flipped[flipped.indexOf('stream') + 20] = (flipped[flipped.indexOf('stream') + 20] ?? 0) ^ 1;
    writeFileSync(at('flipped.pdf'), flipped);
    expect((await judge({ seal: 'flipped.pdf' })).exit).toBeGreaterThan(0);
    expect(await judge({ seal: 'receipt.pdf' })).toMatchObject({
      exit: 1,
      failed: { signature: 'unsigned', sealText: 'notASeal' },
    });
    expect(await judge({ trust: 'rootless' })).toMatchObject({
      exit: 1,
      failed: { signature: 'sealUntrusted' },
    });
    // Unknown is not good.
    expect(await judge({ trust: 'listless' })).toMatchObject({
      exit: 1,
      failed: { signature: 'sealUnknown' },
    });
    expect(await judge({ paper: later, seal: 'revoked.pdf' })).toMatchObject({
      exit: 1,
      failed: { signature: 'sealRevoked' },
    });
  });

  it('says in both languages what could not be read, with an exit code of its own', async () => {
    const broken = await judge({ paper: { code: 'x', witness: 'y' } });
    expect(broken).toMatchObject({ exit: 2 });
    expect(broken.err).toContain('Không đọc được mã hồ sơ');
    expect(broken.err).toContain('No dossier code');
    expect(await judge({ journal: 'none.ndjson' })).toMatchObject({ exit: 2 });
    const receipt = ['--code', sealed.code, '--witness', sealed.witness];
    const files = ['--journal', at('journal.ndjson'), '--seal', at('seal.pdf'), '--trust', at('trust')];
    const { out } = await runTool([...receipt, ...files]);
    expect(out).toContain('ĐÚNG');
    expect(out).toContain('YES');
  });
});
