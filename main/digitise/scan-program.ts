import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { VaultFault } from '../vault/faults.ts';

/** One press of "Quét": which device, where it takes paper from, and what is done with each sheet. */
export interface ScanJob {
  readonly scanner: string;
  readonly source: string;
  /** Given the path of a JPEG that is whole; it is removed when this resolves. */
  readonly take: (file: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** How the program ended: its exit code, the end of what it complained of, how many sheets it gave. */
export interface ScanEnd {
  readonly code: number | null;
  readonly said: string;
  readonly sheets: number;
}

/** Memory rather than disk, where the system offers a folder of it: scanned papers must not stay on the disk unencrypted. */
const passingFolder = (): string =>
  mkdtempSync(join(process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), 'quay-scan-'));

/** Runs a program that writes sheets into a folder and prints each one's path when it is whole. Throws cancelled. */
export const runScanProgram = async (
  { take, signal }: ScanJob,
  command: (folder: string) => { program: string; args: readonly string[] },
): Promise<ScanEnd> => {
  const folder = passingFolder();
  try {
    const { program, args } = command(folder);
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], signal, windowsHide: true });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (said = (said + piece).slice(-4000)));
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // Awaited below; a program that is not there fails before its first line.
    ended.catch(() => undefined);
    let sheets = 0;
    for await (const file of createInterface({ input: child.stdout })) {
      await take(file);
      rmSync(file, { force: true });
      sheets += 1;
    }
    return { code: await ended, said, sheets };
  } catch (error) {
    throw signal.aborted ? new VaultFault('cancelled') : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
