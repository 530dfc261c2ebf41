import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyCheckpoint, verifyJournal } from '../../shared/journal/verify.ts';
import { openDatabase, transaction } from '../vault/database.ts';
import { VaultFault } from '../vault/faults.ts';
import { chainCrypto } from './chain-crypto.ts';
import { continueJournal, findHead, record } from './journal.ts';
import { project } from './projections.ts';
import { rowsAbout, rowsAfter, rowsToVerify } from './read.ts';
import { accepted, authorBy, contentOf, foreign, openTestJournal, printed, sampleAt } from './testing.ts';
import type { TestJournal } from './testing.ts';

let test: TestJournal;
beforeEach(() => {
  test = openTestJournal();
});
afterEach(() => test.close());

const everything = ['journal', 'dossier', 'office_state', 'draft', 'setting', 'number_block', 'checkpoint'];
const stamp = {
  at: sampleAt,
  recordedAt: sampleAt,
  clock: 'ok',
  rules: { catalogue: '', calendar: '', forms: '' },
} as const;

const faultsNow = () => verifyJournal(rowsToVerify(test.db, 0), chainCrypto, emptyCheckpoint()).report.faults;

describe('the one transaction', () => {
  it('makes rows, projections and whatever goes along durable together', () => {
    const id = randomUUID();
    const recorded = record(
      test.journal,
      authorBy(test.clerks.founder),
      stamp,
      [accepted(id, 1), printed(id)],
      (rows) => {
        for (const row of rows) project(test.db, row);
        test.db.prepare("INSERT INTO setting (name, body) VALUES (?, '{}')").run([id]);
      },
    );
    expect(recorded.map(({ row }) => row.pos)).toEqual([4, 5]);
    // Another handle sees what is durable and nothing else.
    const other = openDatabase(test.file, test.key);
    expect(findHead(other)).toEqual(test.journal.head);
    expect(contentOf(other, everything)).toEqual(contentOf(test.db, everything));
    other.close();
    expect(faultsNow()).toEqual([]);
  });

  it.each([
    ['before anything else is written', () => undefined],
    [
      'after projections and a draft’s end',
      (rows: Parameters<Parameters<typeof record>[4]>[0]) => {
        for (const row of rows) project(test.db, row);
        test.db.prepare("INSERT INTO setting (name, body) VALUES ('x', '{}')").run();
      },
    ],
  ])('leaves nothing and does not move the head when it throws %s', (_, along) => {
    const before = contentOf(test.db, everything);
    const head = { ...test.journal.head };
    expect(() =>
      record(test.journal, authorBy(test.clerks.founder), stamp, [accepted(randomUUID(), 2)], (rows) => {
        along(rows);
        throw new Error('cut');
      }),
    ).toThrow('cut');
    expect(contentOf(test.db, everything)).toEqual(before);
    expect(test.journal.head).toEqual(head);
    test.write([accepted(randomUUID(), 3)]);
    expect(faultsNow()).toEqual([]);
  });

  it('leaves nothing when a row cannot be stored at all', () => {
    const before = contentOf(test.db, everything);
    test.db.exec(
      "CREATE TRIGGER refuse BEFORE INSERT ON journal WHEN new.type = 'paperPrinted' BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    const id = randomUUID();
    expect(() => test.write([accepted(id, 4), printed(id)])).toThrow('no');
    expect(contentOf(test.db, everything)).toEqual(before);
  });

  it('leaves nothing when the disk is full, and goes on when there is room again', () => {
    const pages = Number(test.db.pragma('page_count', { simple: true }));
    test.db.pragma(`max_page_count = ${pages}`);
    let refused: unknown;
    let written = 0;
    let before = contentOf(test.db, everything);
    let head = { ...test.journal.head };
    for (; refused === undefined && written < 500; written += 1) {
      before = contentOf(test.db, everything);
      head = { ...test.journal.head };
      try {
        test.write([accepted(randomUUID(), written)]);
      } catch (error) {
        refused = error;
      }
    }
    expect(refused).toBeInstanceOf(VaultFault);
    expect(refused).toMatchObject({ code: 'diskFull' });
    expect(contentOf(test.db, everything)).toEqual(before);
    expect(test.journal.head).toEqual(head);
    test.db.pragma('max_page_count = 1000000');
    test.write([accepted(randomUUID(), 900)]);
    expect(faultsNow()).toEqual([]);
  });

  it('is refused inside another one, and leaves that one as it was', () => {
    const before = contentOf(test.db, everything);
    expect(() => transaction(test.db, () => test.write([accepted(randomUUID(), 5)]))).toThrow();
    expect(contentOf(test.db, everything)).toEqual(before);
  });
});

describe('the head', () => {
  it('is found again by the next opening, whatever the last row was', () => {
    for (let index = 0; index < 3; index += 1) {
      test.write([accepted(randomUUID(), index)]);
      expect(continueJournal(test.db).head).toEqual(test.journal.head);
      test.reopen();
      expect(continueJournal(test.db).head).toEqual(test.journal.head);
    }
    expect(
      new Set([...rowsAfter(test.db, 0)].map(({ header }) => (JSON.parse(header) as { epoch: string }).epoch))
        .size,
    ).toBe(4);
  });

  it('keeps the latest believed time: a row stamped in doubt does not move it', () => {
    const [{ header }] = test.write([accepted(randomUUID(), 1)]) as [
      ReturnType<TestJournal['write']>[number],
    ];
    test.write([accepted(randomUUID(), 2)], undefined, { at: 0, recordedAt: 0, clock: 'suspect' });
    expect(test.journal.head.at).toBe(header.at);
    expect(continueJournal(test.db).head).toEqual(test.journal.head);
    test.write([accepted(randomUUID(), 3)], undefined, {
      at: sampleAt + 9e9,
      recordedAt: 0,
      clock: 'entered',
    });
    expect(continueJournal(test.db).head.at).toBe(sampleAt + 9e9);
  });

  it('of an empty journal is the beginning', () => {
    test.db.exec('DELETE FROM journal');
    expect(continueJournal(test.db).head).toEqual({ epoch: '', seq: 0, hash: '0'.repeat(64), pos: 0, at: 0 });
  });
});

describe('reading', () => {
  it('gives every row once, in order, whatever the page', () => {
    for (let index = 0; index < 9; index += 1) test.write([accepted(randomUUID(), index)]);
    const all = [...rowsAfter(test.db, 0)].map(({ pos }) => pos);
    expect(all).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const page of [1, 2, 3, 11, 12, 13])
      for (const after of [0, 5, 12, 99])
        expect([...rowsAfter(test.db, after, page)].map(({ pos }) => pos)).toEqual(
          all.filter((pos) => pos > after),
        );
  });

  it('takes a damaged row for an unknown event and reads on', () => {
    const id = randomUUID();
    test.write([accepted(id, 1), printed(id), printed(id)]);
    test.db.exec(
      "UPDATE journal SET header = 'x' WHERE pos = 5; UPDATE journal SET payload = x'ff00' WHERE pos = 6",
    );
    const events = rowsAbout(test.db, id).map(({ header, event }) => [header.id.length, event.type, event.v]);
    expect(events).toEqual([
      [36, 'dossierAccepted', 1],
      [36, 'paperPrinted', 0],
      [36, 'paperPrinted', 2],
    ]);
  });

  it('takes an event of another release for what it is', () => {
    const id = randomUUID();
    test.write([foreign(id, 'kiosk', 7, [1, 'hai', null])]);
    expect(rowsAbout(test.db, id)[0]?.event).toEqual({ type: 'kiosk', v: 7, payload: [1, 'hai', null] });
  });
});
