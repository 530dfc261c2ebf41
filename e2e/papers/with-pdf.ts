import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PrintJob } from '../../main/print/index.ts';
import { writeTemp } from '../pdf-tools.ts';
import type { PrintHost } from './print-host.ts';

/** Makes a job's PDF, hands its file to `check`, and removes it. */
export const withPdf = async (
  host: PrintHost,
  job: PrintJob,
  check: (file: string) => void,
): Promise<void> => {
  const file = writeTemp(Buffer.from(await host.ask<string>({ do: 'pdf', job }), 'base64'), 'paper.pdf');
  try {
    check(file);
  } finally {
    rmSync(dirname(file), { recursive: true, force: true });
  }
};
