import type { Scanner } from '../../shared/contract.ts';
import { listSane, scanSane } from './sane.ts';
import type { ScanJob } from './scan-program.ts';
import { listWia, scanWia } from './wia.ts';

const isWindows = process.platform === 'win32';

/** Scanners this machine's own system drives: SANE on Linux, WIA on Windows. */
export const listScanners = (): Promise<Scanner[]> => (isWindows ? listWia() : listSane());

/** Scans with one of them. Its faults: see `scanSane`. */
export const scanSheets = (job: ScanJob): Promise<void> => (isWindows ? scanWia(job) : scanSane(job));
