import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signingFaults as en } from '../../shared/messages/en/signing.ts';
import { signingFaults as vi } from '../../shared/messages/vi/signing.ts';
import { sayMessage } from '../../shared/text/problem.ts';
import { loadTrust } from '../signing/trust.ts';
import { verifyPdf } from '../signing/verify-pdf.ts';
import { SigningFault } from '../token/faults.ts';

// `npm run sign-check -- FILE.pdf --trust DIR [--at 2026-11-29]`: the verdicts as JSON. Exit 0: every signature valid; 1: not; 2: could not be read.

const usage =
  'Cách dùng: npm run sign-check -- TỆP.pdf --trust THƯ_MỤC [--at NGÀY]\nUsage: npm run sign-check -- FILE.pdf --trust DIR [--at DATE]';

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    options: { trust: { type: 'string' }, at: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  const now = values.at === undefined ? new Date() : new Date(values.at);
  if (file === undefined || more.length > 0 || values.trust === undefined || Number.isNaN(now.getTime()))
    throw new Error(usage);
  const signatures = await verifyPdf(readFileSync(resolve(file)), loadTrust(resolve(values.trust), now));
  const valid = signatures.length > 0 && signatures.every((one) => one.valid);
  process.stdout.write(`${JSON.stringify({ file, valid, signatures }, undefined, 2)}\n`);
  return valid ? 0 : 1;
};

try {
  process.exitCode = await run();
} catch (error) {
  const said =
    error instanceof SigningFault
      ? `${sayMessage(vi[error.code], error.params)}\n${sayMessage(en[error.code], error.params)}`
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 2;
}
