import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { exportedLine, readExportedLine } from '../../shared/journal/exported.ts';
import type { JournalRow } from '../../shared/journal/row.ts';

/** Writes rows one a line, for their owner's eyes alone (0600), durably. Returns how many. The file holds citizens' data in clear. */
export const exportRows = (rows: Iterable<JournalRow>, file: string): number => {
  const handle = openSync(file, 'w', 0o600);
  try {
    let count = 0;
    for (const row of rows) {
      writeSync(handle, `${exportedLine(row)}\n`);
      count += 1;
    }
    fsyncSync(handle);
    return count;
  } finally {
    closeSync(handle);
  }
};

const chunkBytes = 1 << 20;

/** The lines of a text file, which may be larger than memory; an empty last line is none. */
function* linesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const chunk = Buffer.alloc(chunkBytes);
    let rest = '';
    for (;;) {
      const read = readSync(handle, chunk);
      const lines = (rest + (read > 0 ? decoder.write(chunk.subarray(0, read)) : decoder.end())).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (read === 0) break;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(handle);
  }
}

const none = new Uint8Array(0);

/** The rows of an exported file. A line that is none comes as a row whose header cannot be read, so that verification names it. */
export function* exportedRows(file: string): Generator<JournalRow> {
  let number = 0;
  for (const line of linesOf(file)) {
    number += 1;
    yield (
      readExportedLine(line) ?? {
        pos: number,
        header: '',
        salt: null,
        payload: null,
        commitment: none,
        hash: none,
        signature: none,
      }
    );
  }
}
