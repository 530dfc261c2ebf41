import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withoutContent } from '../../shared/journal/exported.ts';
import type { JournalReport } from '../../shared/journal/report.ts';
import type { JournalRow } from '../../shared/journal/row.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { verifyAccessLog } from '../journal/access-chain.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { exportRows, exportedRows } from '../journal/export.ts';
import { rowsAfter } from '../journal/read.ts';
import { inspectVault } from '../journal/verify.ts';
import { openForReading } from '../vault/database.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { vaultPaths } from '../vault/folder.ts';
import { momentNow, remainingWait } from '../vault/lockout.ts';
import { findOpened } from '../vault/seals.ts';
import { clerkSlots, readSlots } from '../vault/slots.ts';
import type { ClerkSlot, SlotsBody } from '../vault/slots.ts';
import { askPassword } from './verify-journal/ask-password.ts';
import { inBoth, reportText } from './verify-journal/words.ts';
import type { Verified } from './verify-journal/words.ts';

// Verifies the journal of a vault, or of an exported file (docs/journal.md). Exit 0: sound; 1: faults; 2: could not verify.

const readOptions = () =>
  parseArgs({
    options: {
      data: { type: 'string' },
      clerk: { type: 'string' },
      checkpoint: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      export: { type: 'string' },
      'without-content': { type: 'boolean', default: false },
      ndjson: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  }).values;
type Options = ReturnType<typeof readOptions>;

const chooseSlot = (body: SlotsBody, clerk: string | undefined): ClerkSlot => {
  const slots = clerkSlots(body);
  const names = slots.map(({ username }) => username).join(', ');
  if (clerk === undefined) {
    const [only, ...others] = slots;
    if (only && others.length === 0) return only;
    throw new Error(inBoth((say) => say.clerkNeeded({ names })));
  }
  const found = slots.find(({ username, name }) => username === clerk || name === clerk);
  // As the counter does: a vault with one clerk opens under whatever name she goes by.
  const slot = found ?? (slots.length === 1 ? slots[0] : undefined);
  if (!slot) throw new Error(inBoth((say) => say.clerkUnknown({ name: clerk, names })));
  return slot;
};

/**
 * The database key behind a clerk's password. Nothing is written: not even a wrong guess is counted, since a counter may be
 * running beside this tool; but while her slot waits, it is not tried.
 */
const openSlot = async (body: SlotsBody, slot: ClerkSlot): Promise<Buffer> => {
  const wait = remainingWait(slot, momentNow());
  if (wait > 0) throw new Error(inBoth((say) => say.mustWait({ seconds: Math.ceil(wait / 1000) })));
  const password = await askPassword(`${inBoth((say) => say.password({ name: slot.name }), ' / ')}: `);
  const opened = await findOpened(body, slot, password);
  if (!opened) throw new Error(inBoth((say) => say.wrongPassword));
  opened.seed.fill(0);
  return opened.databaseKey;
};

interface Outcome {
  report: JournalReport;
  verified: Verified;
}

function* blanked(rows: Iterable<JournalRow>): Generator<JournalRow> {
  for (const row of rows) yield withoutContent(row);
}

const exportVault = (db: ReadableDatabase, file: string, isBlanked: boolean): void => {
  const rows = rowsAfter(db, 0);
  const count = exportRows(isBlanked ? blanked(rows) : rows, file);
  process.stderr.write(`${inBoth((say) => say.exported({ rows: count, file }))}\n`);
  if (!isBlanked) process.stderr.write(`${inBoth((say) => say.clear)}\n`);
};

const verifyData = async (folder: string, options: Options): Promise<Outcome> => {
  const { body } = readSlots(folder);
  const databaseKey = await openSlot(body, chooseSlot(body, options.clerk));
  const db = openForReading(vaultPaths(folder).database, databaseKey);
  databaseKey.fill(0);
  try {
    if (options.export !== undefined) exportVault(db, resolve(options.export), options['without-content']);
    const { report } = inspectVault(db, options.checkpoint && !options.full ? 'checkpoint' : 'full');
    const { office, desk } = body.label;
    const access = verifyAccessLog(db);
    return {
      report,
      verified: { kind: 'vault', office: `${office.code} ${office.name}`, desk: desk.name, access },
    };
  } finally {
    db.close();
  }
};

const verifyFile = (file: string): Outcome => ({
  report: { mode: 'full', ...verifyJournal(exportedRows(file), chainCrypto, emptyCheckpoint()).report },
  verified: { kind: 'file', file },
});

const run = async (): Promise<number> => {
  const options = readOptions();
  if ((options.data === undefined) === (options.ndjson === undefined))
    throw new Error(inBoth((say) => say.usage, '\n\n'));
  const { report, verified } =
    options.ndjson === undefined
      ? await verifyData(resolve(options.data ?? ''), options)
      : verifyFile(resolve(options.ndjson));
  const access = verified.kind === 'vault' ? { access: verified.access } : {};
  process.stdout.write(
    `${options.json ? JSON.stringify({ ...report, ...access }) : reportText(report, verified)}\n`,
  );
  const isSound = report.faulty === 0 && (verified.kind === 'file' || verified.access.broken.length === 0);
  return isSound ? 0 : 1;
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
