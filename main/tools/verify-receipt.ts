import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyReceipt as en } from '../../shared/messages/en/verify-receipt.ts';
import { verifyReceipt as vi } from '../../shared/messages/vi/verify-receipt.ts';
import { exportedRows } from '../journal/export.ts';
import { loadTrust } from '../signing/trust.ts';
import { verifyPdf } from '../signing/verify-pdf.ts';
import { judgeReceipt } from './verify-receipt/judge-receipt.ts';
import type { ReceiptVerdict } from './verify-receipt/judge-receipt.ts';
import { wordsOfPdf } from './verify-receipt/pdf-words.ts';
import { receiptOnPages, receiptTyped } from './verify-receipt/read-receipt.ts';
import type { ReceiptNamed } from './verify-receipt/read-receipt.ts';

// `npm run verify-receipt`: an outsider judges a receipt (docs/verify-receipt.md). Exit 0: genuine; 1: not proved; 2: could not be read.

const languages = [vi, en] as const;
type Words = (typeof languages)[number];
const inBoth = (say: (words: Words) => string, between = '\n'): string => languages.map(say).join(between);

/** What the terminal is told instead of a verdict. */
class Unreadable extends Error {}

const readOptions = () =>
  parseArgs({
    options: {
      receipt: { type: 'string' },
      code: { type: 'string' },
      witness: { type: 'string' },
      journal: { type: 'string' },
      seal: { type: 'string' },
      trust: { type: 'string' },
      at: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  }).values;
type Options = ReturnType<typeof readOptions>;

const pathOf = (file: string): string => {
  const path = resolve(file);
  if (!existsSync(path)) throw new Unreadable(inBoth((say) => say.unreadable.file({ file })));
  return path;
};

const pagesOf = async (file: string): Promise<string[]> => {
  const bytes = readFileSync(pathOf(file));
  try {
    return await wordsOfPdf(bytes);
  } catch {
    throw new Unreadable(inBoth((say) => say.unreadable.file({ file })));
  }
};

const readReceipt = async ({ receipt, code = '', witness = '' }: Options): Promise<ReceiptNamed> => {
  const named = receipt === undefined ? receiptTyped(code, witness) : receiptOnPages(await pagesOf(receipt));
  if (!named) throw new Unreadable(inBoth((say) => say.unreadable.receipt));
  return named;
};

const linesIn = (words: Words, { genuine, checks }: ReceiptVerdict): string[] => [
  genuine ? words.yes : words.no,
  ...checks.map(({ check, holds, reason, params = {} }) =>
    reason === undefined
      ? `  [${holds ? words.holds : words.fails}] ${words.checks[check]}`
      : `  [${words.fails}] ${words.checks[check]}: ${words.reasons[reason](params)}`,
  ),
];

const run = async (): Promise<number> => {
  const options = readOptions();
  const { journal, seal, trust } = options;
  const now = options.at === undefined ? new Date() : new Date(options.at);
  if (journal === undefined || seal === undefined || trust === undefined || Number.isNaN(now.getTime()))
    throw new Unreadable(inBoth((say) => say.usage, '\n\n'));
  const receipt = await readReceipt(options);
  const words = await pagesOf(seal);
  const signatures = await verifyPdf(readFileSync(pathOf(seal)), loadTrust(pathOf(trust), now));
  const verdict = judgeReceipt({ receipt, rows: exportedRows(pathOf(journal)), words, signatures });
  const said = options.json
    ? JSON.stringify(verdict, undefined, 2)
    : languages.map((one) => linesIn(one, verdict).join('\n')).join('\n\n');
  process.stdout.write(`${said}\n`);
  return verdict.genuine ? 0 : 1;
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
