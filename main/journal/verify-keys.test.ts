import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RowFaultCode } from '../../shared/journal/report.ts';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import type { StoredRow } from '../../shared/journal/verify.ts';
import { chainCrypto } from './chain-crypto.ts';
import { advance, chainRows, insertRows } from './journal.ts';
import type { Journal } from './journal.ts';
import { rowsToVerify } from './read.ts';
import { accepted, authorBy, enrolment, founding, makeClerk, officeEvent, sampleAt } from './testing.ts';
import type { TestJournal } from './testing.ts';
import { codesAt, openToldJournal, rowsOf, verify, verifyStored, withColumn } from './testing-told.ts';

let test: TestJournal;
beforeEach(() => {
  test = openToldJournal();
});
afterEach(() => test.close());

describe('epochs', () => {
  /** Chains rows on any head, as a copied vault would. */
  const branch = (head: Journal['head'], epoch: string, parent: Journal['head'] | null): StoredRow[] => {
    const journal: Journal = { db: test.db, epoch, head };
    const stamp = {
      at: sampleAt,
      recordedAt: sampleAt,
      clock: 'ok' as const,
      rules: { catalogue: '', calendar: '', forms: '' },
    };
    const rows = chainRows(journal, authorBy(test.clerks.founder), stamp, [
      officeEvent({
        type: 'epochOpened',
        v: 1,
        payload: {
          parent: parent && { epoch: parent.epoch, seq: parent.seq, hash: parent.hash },
          application: 'test',
        },
      }),
      accepted(randomUUID(), 50),
    ]);
    return rows.map(({ row }) => row);
  };

  it('that go on from one parent are a fork: reported, both kept, no fault, also across a checkpoint', () => {
    const { head } = test.journal;
    const first = branch(head, 'aa'.repeat(16), head);
    const secondHead = { ...head, pos: head.pos + first.length };
    const second = branch(secondHead, 'bb'.repeat(16), head);
    const rows = [...rowsOf(test), ...first, ...second];
    const { hash, seq, epoch } = head;
    const expected = [{ parent: { hash, seq, epoch }, children: ['aa'.repeat(16), 'bb'.repeat(16)] }];
    expect(verify(rows)).toMatchObject({ faults: [], forks: expected });
    const cut = rows.length - 2;
    const before = verifyJournal(rows.slice(0, cut), chainCrypto, emptyCheckpoint());
    expect(before.report.forks).toEqual([]);
    expect(verifyJournal(rows.slice(cut), chainCrypto, before.checkpoint).report.forks).toEqual(expected);
  });

  it.each<[string, (head: Journal['head']) => Journal['head'] | null, RowFaultCode]>([
    ['nobody', () => null, 'parentUnknown'],
    ['an unknown epoch', (head) => ({ ...head, epoch: 'cc'.repeat(16) }), 'parentUnknown'],
    ['a row that is not the last', (head) => ({ ...head, seq: head.seq - 1 }), 'parentUnknown'],
    ['another hash', (head) => ({ ...head, hash: '0'.repeat(64) }), 'parentUnknown'],
  ])('that name %s as parent are found', (_, parentOf, code) => {
    const { head } = test.journal;
    const parent = parentOf(head);
    const chained = parent ? { ...head, hash: parent.hash } : { ...head, hash: '0'.repeat(64) };
    const rows = branch(chained, 'aa'.repeat(16), parent);
    expect(verify([...rowsOf(test), ...rows]).faults).toEqual([{ pos: 17, code }]);
  });

  it('that begin without a word are found', () => {
    const silent: Journal = { ...test.journal, epoch: 'dd'.repeat(16) };
    test.journal = silent;
    test.write([accepted(randomUUID(), 60)]);
    expect(verifyStored(test).faults).toEqual([{ pos: 17, code: 'epochUnannounced' }]);
  });
});

describe('keys', () => {
  const thief = makeClerk('thief');
  const replaced = (clerk: string, publicKey: string, reason: 'reset' | 'recovery') =>
    officeEvent({ type: 'clerkKeyReplaced', v: 1, payload: { clerk, publicKey, reason } });

  it('are not taken from a row that vouches for itself', () => {
    test.write([enrolment(thief), accepted(randomUUID(), 61)], thief);
    expect(codesAt(verifyStored(test))).toEqual(['17 signerUnknown', '18 signerUnknown']);
  });

  it('are not taken from a second founding', () => {
    test.write([founding(thief), accepted(randomUUID(), 62)], thief);
    expect(codesAt(verifyStored(test))).toEqual(['17 signerUnknown', '18 signerUnknown']);
  });

  it('are not taken from a stranger who replaces another clerk’s key, or says she was reset', () => {
    const asFounder = makeClerk('c1');
    test.write([replaced('c1', asFounder.signer.publicKey, 'reset')], asFounder);
    test.write([replaced('c2', thief.signer.publicKey, 'recovery')], thief);
    expect(codesAt(verifyStored(test))).toEqual(['17 signatureWrong', '18 signerUnknown']);
  });

  it('change by an administrator’s reset, and old rows stay sound', () => {
    const anew = makeClerk('c2');
    test.write([replaced('c2', anew.signer.publicKey, 'reset')]);
    test.write([accepted(randomUUID(), 63)], anew);
    expect(verifyStored(test)).toMatchObject({ faults: [], recoveries: [] });
  });

  it('change by the printed code: the new key vouches for itself and for the epoch just opened, and an auditor is told', () => {
    const anew = makeClerk('c1');
    test.reopen(anew);
    expect(codesAt(verifyStored(test))).toEqual(['17 signatureWrong']);
    test.write([replaced('c1', anew.signer.publicKey, 'recovery')], anew);
    test.write([accepted(randomUUID(), 64)], anew);
    expect(verifyStored(test)).toMatchObject({ faults: [], recoveries: [{ pos: 18, clerk: 'c1' }] });
  });

  it('vouch for no more than the row before: anything between stays unsigned', () => {
    const anew = makeClerk('c1');
    test.reopen(anew);
    test.write([accepted(randomUUID(), 65)], test.clerks.second);
    test.write([replaced('c1', anew.signer.publicKey, 'recovery')], anew);
    expect(codesAt(verifyStored(test))).toEqual(['17 signatureWrong']);
  });

  it('are carried by a checkpoint', () => {
    const rows = rowsOf(test);
    const { checkpoint } = verifyJournal(rows, chainCrypto, emptyCheckpoint());
    test.write([accepted(randomUUID(), 66)], thief);
    test.write([accepted(randomUUID(), 67)], test.clerks.second);
    const report = verifyJournal(rowsToVerify(test.db, 16), chainCrypto, checkpoint).report;
    expect(codesAt(report)).toEqual(['17 signerUnknown']);
  });
});

describe('a header that is no header', () => {
  it.each(['', '{}', 'null', '[]', '{"id":1}', 'x'.repeat(5000)])(
    '(case %#) is found, and the rows behind it stay sound',
    (header) => {
      expect(codesAt(withColumn(test, 'header', 5, header, () => verifyStored(test)))).toEqual([
        '5 headerUnreadable',
      ]);
    },
  );

  it('of another shape signed by a clerk is found too', () => {
    const journal: Journal = { ...test.journal, head: { ...test.journal.head } };
    const recorded = chainRows(
      journal,
      authorBy(test.clerks.founder),
      {
        at: Number.NaN,
        recordedAt: sampleAt,
        clock: 'ok',
        rules: { catalogue: '', calendar: '', forms: '' },
      },
      [accepted(randomUUID(), 70)],
    );
    insertRows(test.db, recorded);
    advance(test.journal, recorded);
    expect(codesAt(verifyStored(test))).toEqual(['17 headerUnreadable']);
  });
});
