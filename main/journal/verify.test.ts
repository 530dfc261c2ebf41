import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalReport, RowFaultCode } from '../../shared/journal/report.ts';
import { toHex } from '../../shared/journal/row.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import type { StoredRow } from '../../shared/journal/verify.ts';
import { chainCrypto } from './chain-crypto.ts';
import { chainRows } from './journal.ts';
import type { Journal } from './journal.ts';
import { accepted, authorBy, sampleAt } from './testing.ts';
import type { TestJournal } from './testing.ts';
import { codesAt, openToldJournal, rowsOf, verify, verifyStored, withColumn } from './testing-told.ts';

let test: TestJournal;
beforeEach(() => {
  test = openToldJournal();
});
afterEach(() => test.close());

describe('a sound journal', () => {
  it('verifies row by row, across epochs and clerks', () => {
    const rows = rowsOf(test);
    const report = verify(rows);
    expect(report).toMatchObject({ rows: 16, from: 1, to: 16, faulty: 0, faults: [], forks: [], erased: 0 });
    expect(report.head).toEqual({
      epoch: test.journal.epoch,
      seq: test.journal.head.seq,
      hash: test.journal.head.hash,
    });
  });

  it('gives the same report and the same checkpoint from any checkpoint as in full', () => {
    const rows = rowsOf(test);
    const full = verifyJournal(rows, chainCrypto, emptyCheckpoint());
    for (let cut = 1; cut < rows.length; cut += 1) {
      const first = verifyJournal(rows.slice(0, cut), chainCrypto, emptyCheckpoint());
      const rest = verifyJournal(rows.slice(cut), chainCrypto, first.checkpoint);
      expect(rest.checkpoint).toEqual(full.checkpoint);
      expect(rest.report.head).toEqual(full.report.head);
      expect(rest.report.faults).toEqual([]);
      expect(first.report.rows + rest.report.rows).toBe(full.report.rows);
    }
  });

  it('is empty and sound before the founding', () => {
    expect(verify([])).toMatchObject({ rows: 0, to: 0, faults: [], head: null });
  });

  it('verifies after content is erased by law, salt and payload together, and counts what is gone', () => {
    test.db.exec("UPDATE journal SET salt = NULL, payload = NULL WHERE type = 'dossierAccepted'");
    expect(verifyStored(test)).toMatchObject({ faults: [], erased: 5 });
  });
});

/** What altering one column alone is found as. */
const faultsOf: Readonly<Record<string, readonly RowFaultCode[]>> = {
  pos: ['sequenceBroken'],
  id: ['columnsDiffer'],
  type: ['columnsDiffer'],
  subject: ['columnsDiffer'],
  epoch: ['columnsDiffer'],
  seq: ['columnsDiffer'],
  // A header altered so that it is still one fails by its place, else by its hash.
  header: ['headerUnreadable', 'sequenceBroken', 'epochUnannounced', 'hashWrong'],
  salt: ['payloadAltered'],
  payload: ['payloadAltered'],
  // Which of the two was altered, content or commitment, nobody can tell: they disagree.
  commitment: ['payloadAltered'],
  hash: ['hashWrong'],
  signature: ['signatureWrong'],
};
const blobColumns = ['salt', 'payload', 'commitment', 'hash', 'signature'] as const;
const textColumns = ['id', 'type', 'subject', 'epoch', 'header'] as const;

/**
 * The altered row is named with the right fault. Behind the founding and the enrolment (rows 1 to 3) it is named alone: the
 * chain is taken up again. An altered founding or enrolment leaves later rows without a known signer as well.
 */
const expectNamed = (report: Omit<JournalReport, 'mode'>, column: string, pos: number): void => {
  const named = report.faults.find((fault) => fault.pos === pos);
  expect(faultsOf[column]).toContain(named?.code);
  if (pos > 3) expect(report.faults).toEqual([named]);
};

describe('any single alteration of a stored row', () => {
  const bitOf = (bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> => {
    const altered = Uint8Array.from(bytes);
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return altered;
  };

  it.each(blobColumns)('of one bit of %s is found, at its row alone', (column) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.nat(), (pos, nat) => {
        const row = rowsOf(test)[pos - 1]!;
        const value = column === 'payload' ? Buffer.from(row.payload!, 'utf8') : row[column]!;
        const altered = bitOf(value, nat % (value.length * 8));
        const report = withColumn(test, column, pos, altered, () => verifyStored(test));
        expectNamed(report, column, pos);
      }),
      { numRuns: 40 },
    );
    expect(verifyStored(test).faults).toEqual([]);
  });

  it.each(textColumns)('of one bit of %s is found, at its row alone', (column) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.nat(), (pos, nat) => {
        const stored = test.db
          .prepare(`SELECT CAST(${column} AS BLOB) AS value FROM journal WHERE pos = ?`)
          .get([pos]);
        const value = stored!['value'] as Uint8Array;
        const altered = bitOf(value, nat % (value.length * 8));
        const put = (bytes: Uint8Array): void => {
          test.db
            .prepare(`UPDATE journal SET ${column} = CAST(? AS TEXT) WHERE pos = ?`)
            .run([Uint8Array.from(bytes), pos]);
        };
        put(altered);
        const report = verifyStored(test);
        put(value);
        expectNamed(report, column, pos);
      }),
      { numRuns: 40 },
    );
    expect(verifyStored(test).faults).toEqual([]);
  });

  it('of its number or position is found', () => {
    for (let pos = 1; pos <= 16; pos += 1) {
      expect(codesAt(withColumn(test, 'seq', pos, 900 + pos, () => verifyStored(test)))).toEqual([
        `${pos} columnsDiffer`,
      ]);
      const moved = withColumn(test, 'pos', pos, 900, () => verifyStored(test));
      expect(moved.faults.map(({ code }) => code)).toContain('sequenceBroken');
    }
    expect(verifyStored(test).faults).toEqual([]);
  });

  it('that blanks only one of salt and payload, or any required part, is found', () => {
    expect(codesAt(withColumn(test, 'salt', 4, null, () => verifyStored(test)))).toEqual([
      '4 payloadMissing',
    ]);
    expect(codesAt(withColumn(test, 'payload', 4, null, () => verifyStored(test)))).toEqual([
      '4 payloadMissing',
    ]);
    for (const column of ['commitment', 'hash', 'signature']) {
      const report = withColumn(test, column, 4, new Uint8Array(1), () => verifyStored(test));
      expect(report.faults[0]).toEqual({ pos: 4, code: faultsOf[column]![0] });
    }
  });

  it('by bytes that decode to the same text is found', () => {
    const id = randomUUID();
    // U+FFFD is what a lenient decoder makes of any broken byte; a byte order mark is what it swallows.
    const { row } = test.write([accepted(id, 9, { note: 'thay \uFFFD thế' })])[0]!;
    const stored = Buffer.from(row.payload!, 'utf8');
    const at = stored.indexOf(Buffer.from('\uFFFD', 'utf8'));
    const broken = Buffer.concat([stored.subarray(0, at), Buffer.from([0xff]), stored.subarray(at + 3)]);
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), stored]);
    for (const altered of [broken, marked])
      expect(
        codesAt(withColumn(test, 'payload', row.pos, Uint8Array.from(altered), () => verifyStored(test))),
      ).toEqual([`${row.pos} payloadAltered`]);
  });

  it('of the content of an erased row is no longer possible, of its commitment it is found', () => {
    test.db.exec('UPDATE journal SET salt = NULL, payload = NULL WHERE pos = 6');
    expect(codesAt(withColumn(test, 'commitment', 6, new Uint8Array(32), () => verifyStored(test)))).toEqual([
      '6 hashWrong',
    ]);
  });

  it('is found wherever several rows are altered, and the first hundred are named', () => {
    test.db.exec('UPDATE journal SET signature = zeroblob(64) WHERE pos % 3 = 0');
    const report = verifyStored(test);
    expect(report.faults.map(({ pos }) => pos)).toEqual(expect.arrayContaining([3, 6, 9, 12, 15]));
    const limited = verifyJournal(rowsOf(test), chainCrypto, emptyCheckpoint(), 2).report;
    expect(limited.faults).toHaveLength(2);
    expect(limited.faulty).toBe(report.faulty);
  });
});

describe('rows missing, moved, doubled or slipped in', () => {
  const renumbered = (rows: readonly StoredRow[]): StoredRow[] =>
    rows.map((row, index) => ({ ...row, pos: index + 1 }));

  it('shows any row deleted, even with the positions closed up', () => {
    const rows = rowsOf(test);
    for (let gone = 0; gone < rows.length - 1; gone += 1) {
      const left = rows.filter((_, index) => index !== gone);
      for (const told of [left, renumbered(left)]) {
        const report = verify(told);
        expect(report.faults.length).toBeGreaterThan(0);
        // The founding's loss shows at the first row signed by nobody; any other at the row behind the gap.
        if (gone > 2) expect(report.faults[0]?.pos).toBe(told[gone]?.pos);
      }
    }
  });

  it('shows any row told twice, next to itself or at the end', () => {
    const rows = rowsOf(test);
    for (const [index, row] of rows.entries()) {
      const beside = renumbered([...rows.slice(0, index + 1), row, ...rows.slice(index + 1)]);
      expect(verify(beside).faults[0]?.pos).toBe(index + 2);
      expect(verify(renumbered([...rows, row])).faults[0]?.pos).toBe(rows.length + 1);
    }
  });

  it('shows an epoch told twice whole', () => {
    const rows = rowsOf(test);
    const { epoch } = JSON.parse(rows[7]!.header) as { epoch: string };
    const again = rows.filter((row) => row.header.includes(epoch));
    expect(verify(renumbered([...rows, ...again])).faults[0]).toEqual({
      pos: rows.length + 1,
      code: 'sequenceBroken',
    });
  });

  it('shows any two rows swapped', () => {
    const rows = rowsOf(test);
    fc.assert(
      fc.property(fc.nat(15), fc.nat(15), (a, b) => {
        fc.pre(a !== b);
        const swapped = [...rows];
        [swapped[a], swapped[b]] = [rows[b]!, rows[a]!];
        expect(verify(renumbered(swapped)).faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('shows a row slipped in, whoever signed it', () => {
    const rows = rowsOf(test);
    const forged: Journal = {
      ...test.journal,
      epoch: (JSON.parse(rows[4]!.header) as { epoch: string }).epoch,
      head: {
        epoch: (JSON.parse(rows[4]!.header) as { epoch: string }).epoch,
        seq: 5,
        hash: toHex(rows[4]!.hash),
        pos: 5,
        at: 0,
      },
    };
    const [inserted] = chainRows(
      forged,
      authorBy(test.clerks.founder),
      { at: sampleAt, recordedAt: sampleAt, clock: 'ok', rules: { catalogue: '', calendar: '', forms: '' } },
      [accepted(randomUUID(), 77)],
    );
    const told = renumbered([...rows.slice(0, 5), inserted!.row, ...rows.slice(5)]);
    expect(verify(told).faults[0]).toEqual({ pos: 7, code: 'sequenceBroken' });
  });

  it('cannot show rows cut off at the end: that is for the guard, a checkpoint, the receipts and the province', () => {
    expect(verify(rowsOf(test).slice(0, 12)).faults).toEqual([]);
  });
});
