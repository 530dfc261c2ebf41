import { stat, writeFile } from 'node:fs/promises';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { findStorageFault } from '../vault/faults.ts';
import type { Desk } from './desk.ts';

/** Asks where, then makes and writes; a closed dialog is `cancelled`, and what the disk refuses is said. */
export const saveBytes = async (
  desk: Desk,
  suggested: string,
  make: () => Promise<Uint8Array | AsyncIterable<Uint8Array>>,
): Promise<Result<{ file: string; bytes: number }>> => {
  const file = await desk.dialogs.saveFile(suggested);
  if (file === null) return fail('cancelled');
  const made = await make();
  try {
    await writeFile(file, made);
    return succeed({ file, bytes: (await stat(file)).size });
  } catch (error) {
    const fault = findStorageFault(error);
    return fail(fault?.code ?? 'fileUnreadable', fault?.params);
  }
};
