import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Scanner } from '../../shared/contract.ts';
import { VaultFault, errorCode } from '../vault/faults.ts';
import { isFeeder, pickColour, pickResolution, pickWhole, readOptions } from './sane-options.ts';
import { runScanProgram } from './scan-program.ts';
import type { ScanJob } from './scan-program.ts';

const run = promisify(execFile);
/** Drivers look for devices on every cable and on the network. */
const listTimeoutMs = 30_000;
const separator = '\u001f';

/** What stops a pile in the middle, in SANE's words. */
const trouble = /jammed|cover is open|Error during device I\/O/u;

/** SANE's own words (sane_strstatus) for what the clerk can mend at the device. */
const faultOf = (said: string): VaultFault => {
  if (/out of documents/u.test(said)) return new VaultFault('feederEmpty');
  if (/jammed/u.test(said)) return new VaultFault('feederJammed');
  if (/cover is open/u.test(said)) return new VaultFault('scannerOpen');
  if (/busy/u.test(said)) return new VaultFault('scannerBusy');
  if (/denied/u.test(said)) return new VaultFault('scannerDenied');
  if (/open of device .* failed|Error during device I\/O|Invalid argument/u.test(said))
    return new VaultFault('scannerGone');
  return new VaultFault('scanFailed', {}, new Error(said));
};

const missing = (error: unknown): VaultFault | undefined =>
  errorCode(error) === 'ENOENT' ? new VaultFault('noScanProgram') : undefined;

const optionsOf = async (id: string): Promise<ReturnType<typeof readOptions>> => {
  try {
    const { stdout } = await run('scanimage', ['-d', id, '-A'], { timeout: listTimeoutMs });
    return readOptions(stdout);
  } catch (error) {
    throw missing(error) ?? faultOf(error instanceof Error ? error.message : '');
  }
};

/** Devices SANE finds, each with the places it takes paper from. Throws noScanProgram when SANE's command is not installed. */
export const listSane = async (): Promise<Scanner[]> => {
  try {
    const { stdout } = await run('scanimage', ['-f', `%d${separator}%v %m%n`], { timeout: listTimeoutMs });
    const found = stdout.split('\n').flatMap((line) => {
      const [id, name] = line.split(separator);
      return id !== undefined && name !== undefined ? [{ id, name: name.trim() }] : [];
    });
    return await Promise.all(
      found.map(async (one) => ({ ...one, sources: (await optionsOf(one.id)).get('source')?.choices ?? [] })),
    );
  } catch (error) {
    throw missing(error) ?? error;
  }
};

/**
 * Scans in colour at 200 dpi or a little more, A4 or what the glass holds, one JPEG a sheet. Resolves when the glass is read or the feeder is empty.
 * Throws feederEmpty (before a first sheet), feederJammed, scannerOpen, scannerBusy, scannerDenied, scannerGone, scanFailed, noScanProgram, cancelled.
 */
export const scanSane = async (job: ScanJob): Promise<void> => {
  const { scanner, source } = job;
  const options = await optionsOf(scanner);
  const option = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`--${name}=${value}`];
  const { sheets, said } = await runScanProgram(job, (folder) => ({
    program: 'scanimage',
    args: [
      `--device-name=${scanner}`,
      '--format=jpeg',
      ...option('source', options.has('source') && source !== '' ? source : undefined),
      ...option('mode', pickColour(options.get('mode'))),
      ...option('resolution', pickResolution(options.get('resolution'))),
      ...pickWhole(options),
      `--batch=${join(folder, 'sheet-%d.jpg')}`,
      '--batch-print',
      ...(isFeeder(source) ? [] : ['--batch-count=1']),
    ],
  }));
  // A feeder that ran empty after its last sheet is the good end.
  if (sheets === 0 || trouble.test(said)) throw faultOf(said);
};
