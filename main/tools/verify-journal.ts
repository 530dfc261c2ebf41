import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import type { JournalRow } from '../../shared/journal/row.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { rowsAfter } from '../journal/read.ts';
import { inspectVault } from '../journal/verify.ts';
import { unlockSlot } from '../vault/clerk-slots.ts';
import { openForReading } from '../vault/database.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { vaultPaths } from '../vault/folder.ts';
import { clerkSlots, readSlots } from '../vault/slots.ts';

/**
 * Kiểm tra nhật ký của một kho, hoặc của một tệp đã xuất (docs/journal.md).
 *   verify-journal --data DIR [--clerk USERNAME or full name] [--checkpoint] [--export FILE.ndjson] [--json]
 *   verify-journal --ndjson FILE.ndjson [--json]
 * The password is read from standard input, or from QUAY_PASSWORD. Exit 1: faults were found.
 */

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    clerk: { type: 'string' },
    checkpoint: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    export: { type: 'string' },
    ndjson: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/);
const exported = z.object({
  pos: z.number(),
  header: z.string(),
  salt: hex.nullable(),
  payload: z.string().nullable(),
  commitment: hex,
  hash: hex,
  signature: hex,
});
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

const rowText = ({ pos, header, salt, payload, commitment, hash, signature }: JournalRow): string =>
  JSON.stringify({
    pos,
    header,
    salt: salt && Buffer.from(salt).toString('hex'),
    payload,
    commitment: Buffer.from(commitment).toString('hex'),
    hash: Buffer.from(hash).toString('hex'),
    signature: Buffer.from(signature).toString('hex'),
  });

const readExported = (file: string): JournalRow[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = exported.parse(JSON.parse(line));
      return {
        ...row,
        salt: row.salt === null ? null : bytes(row.salt),
        commitment: bytes(row.commitment),
        hash: bytes(row.hash),
        signature: bytes(row.signature),
      };
    });

const exportRows = (db: ReadableDatabase, file: string): void => {
  const handle = openSync(file, 'w', 0o600);
  for (const row of rowsAfter(db, 0)) writeSync(handle, `${rowText(row)}\n`);
  fsyncSync(handle);
  closeSync(handle);
};

const readPassword = async (): Promise<string> => {
  const given = process.env['QUAY_PASSWORD'];
  if (given !== undefined) return given;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const password = await terminal.question('Mật khẩu / password: ');
  terminal.close();
  return password;
};

const verifyData = async (folder: string) => {
  const slots = clerkSlots(readSlots(folder).body);
  const named = slots.find(({ username, name }) => [username, name].includes(options.clerk ?? ''));
  const slot = named ?? (slots.length === 1 || options.clerk === undefined ? slots[0] : undefined);
  if (!slot) throw new Error('Không có người dùng này / no such clerk');
  const { databaseKey } = await unlockSlot(folder, slot.id, await readPassword());
  const db = openForReading(vaultPaths(folder).database, databaseKey);
  try {
    if (options.export !== undefined) exportRows(db, resolve(options.export));
    return inspectVault(db, options.checkpoint && !options.full ? 'checkpoint' : 'full').report;
  } finally {
    db.close();
    databaseKey.fill(0);
  }
};

const verifyFile = (file: string) => ({
  mode: 'full' as const,
  ...verifyJournal(readExported(file), chainCrypto, emptyCheckpoint()).report,
});

const run = async (): Promise<number> => {
  if (options.data === undefined && options.ndjson === undefined)
    throw new Error('Cần --data DIR hoặc --ndjson FILE / --data or --ndjson is needed');
  const report =
    options.ndjson === undefined
      ? await verifyData(resolve(options.data ?? ''))
      : verifyFile(resolve(options.ndjson));
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const head = report.head?.hash.slice(0, 16) ?? '';
    process.stdout.write(
      report.faulty === 0
        ? `Nhật ký nguyên vẹn: ${report.rows} dòng, đầu chuỗi ${head}.\nThe journal is sound: ${report.rows} rows, head ${head}.\n`
        : `Có ${report.faulty} dòng sai trong ${report.rows} dòng.\n${report.faulty} of ${report.rows} rows are faulty.\n`,
    );
    for (const { pos, code } of report.faults) process.stdout.write(`  ${pos}: ${code}\n`);
  }
  return report.faulty === 0 ? 0 : 1;
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
