import { randomUUID } from 'node:crypto';
import type { JournalReport } from '../../shared/journal/report.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import type { StoredRow } from '../../shared/journal/verify.ts';
import { chainCrypto } from './chain-crypto.ts';
import { rowsToVerify } from './read.ts';
import { accepted, officeEvent, openTestJournal, printed } from './testing.ts';
import type { TestJournal } from './testing.ts';

type Report = Omit<JournalReport, 'mode'>;

/** A journal with something to tell: three openings, two clerks, five dossiers, 16 rows. */
export const openToldJournal = (): TestJournal => {
  const test = openTestJournal();
  for (let index = 1; index <= 5; index += 1) {
    const id = randomUUID();
    const by = index % 2 === 0 ? test.clerks.second : test.clerks.founder;
    test.write([accepted(id, index)], by);
    test.write([printed(id)], by);
    if (index % 2 === 0) test.reopen(by);
  }
  test.write([
    officeEvent({ type: 'laneGranted', v: 1, payload: { lane: { from: 5000, to: 5999 }, agreement: '' } }),
  ]);
  return test;
};

export const rowsOf = ({ db }: TestJournal): StoredRow[] => [...rowsToVerify(db, 0)];
export const verify = (rows: Iterable<StoredRow>): Report =>
  verifyJournal(rows, chainCrypto, emptyCheckpoint()).report;
export const verifyStored = ({ db }: TestJournal): Report => verify(rowsToVerify(db, 0));
export const codesAt = (report: Report): string[] => report.faults.map(({ pos, code }) => `${pos} ${code}`);

/** Sets one column, verifies, and puts it back. */
export const withColumn = <T>(
  { db }: TestJournal,
  column: string,
  pos: number,
  value: string | number | Uint8Array<ArrayBuffer> | null,
  fn: () => T,
): T => {
  const read =
    db.prepare(`SELECT ${column} AS value FROM journal WHERE pos = ?`).get([pos])?.['value'] ?? null;
  const write = db.prepare(`UPDATE journal SET ${column} = ? WHERE pos = ?`);
  write.run([value, pos]);
  try {
    return fn();
  } finally {
    write.run([read, column === 'pos' ? Number(value) : pos]);
  }
};
