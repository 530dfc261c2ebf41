import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDossiers } from '../lookup/find.ts';
import { salvageDatabase } from '../vault/salvage.ts';
import { openDatabase } from '../vault/database.ts';
import { join } from 'node:path';
import { findDossierState, findOffice, findSummary } from './projections.ts';
import { needsRebuild, rebuildProjections } from './rebuild.ts';
import {
  acceptance,
  accepted,
  contentOf,
  enrolment,
  foreign,
  makeClerk,
  officeEvent,
  openTestJournal,
  printed,
} from './testing.ts';
import type { TestJournal } from './testing.ts';
import { act, acted, ids, perform } from './testing-history.ts';

let test: TestJournal;
beforeEach(() => {
  test = openTestJournal();
});
afterEach(() => test.close());

const rebuild = (page?: number, db = test.db): void => {
  const pages = rebuildProjections(db, page);
  while (pages.next().done !== true);
};

const queries = [
  'nguyen',
  'tran thi',
  'mau',
  'duc',
  '0900000003',
  '019000000',
  'h55 242',
  'đào',
  '000',
  'moi',
];
/** The files that wait for a signature, looked for in every dossier. */
const unsigned = `SELECT a.dossier, a.hash, a.created_at FROM dossier AS d JOIN attachment AS a ON a.dossier = d.id
  WHERE d.open = 1 AND a.mime = 'application/pdf'
  AND NOT EXISTS (SELECT 1 FROM signed_file AS s WHERE s.dossier = a.dossier AND a.hash IN (s.hash, s.source))
  AND NOT EXISTS (SELECT 1 FROM draft_file AS f WHERE f.dossier = a.dossier AND f.hash = a.hash) ORDER BY 1, 2`;

/** All that is projected: both tables, the search by what it finds, and the words FTS5 itself holds. */
const projected = (db = test.db) => ({
  ...contentOf(db, ['dossier', 'tracking_line']),
  office: findOffice(db),
  unsigned: db.prepare('SELECT dossier, hash, created_at FROM unsigned_file ORDER BY 1, 2').all(),
  found: queries.map((text) => findDossiers(db, text).rows.map((row) => row.id)),
  rowids: db
    .prepare('SELECT rowid AS r FROM dossier_text UNION ALL SELECT rowid FROM fresh_text ORDER BY r')
    .all(),
});

describe('projections made again', () => {
  it('are what the counter had made row by row, for any history', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), fc.integer({ min: 1, max: 9 }), (acts, page) => {
        test.close();
        test = openTestJournal();
        const erased = acts.some(({ kind }) => kind === 'erase');
        for (const one of acts) perform(test, one);
        const live = projected();
        expect(live.unsigned).toEqual(test.db.prepare(unsigned).all());
        rebuild(page);
        // What was erased stays in the live search words until the eraser rebuilds that dossier; everything else is equal.
        if (!erased) expect(projected()).toEqual(live);
        const once = projected();
        rebuild();
        expect(projected()).toEqual(once);
        // And from nothing at all.
        test.db.exec(
          "DELETE FROM dossier; DELETE FROM office_state; DELETE FROM fresh_text; DELETE FROM unsigned_file; DELETE FROM tracking_line; INSERT INTO dossier_text (dossier_text) VALUES ('delete-all')",
        );
        rebuild(page);
        expect(projected()).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('may be made while work goes on, without a moment in which anything is missing', () => {
    for (let index = 0; index < 30; index += 1) test.write([accepted(randomUUID(), index)]);
    const known = test.db
      .prepare('SELECT id FROM dossier')
      .all()
      .map((row) => String(row['id']));
    let turns = 0;
    const pages = rebuildProjections(test.db, 4);
    while (pages.next().done !== true) {
      turns += 1;
      const id = randomUUID();
      // A new dossier, an old one printed, one printed that is not yet reached, and the office.
      test.write([accepted(id, 100 + turns), printed(id)]);
      test.write([printed(known[0]!), printed(known.at(-1)!)]);
      test.write([
        officeEvent({
          type: 'laneGranted',
          v: 1,
          payload: { lane: { from: 2000 + turns, to: 2999 }, agreement: '' },
        }),
      ]);
      test.write([enrolment(makeClerk(`c${turns + 2}`))]);
      for (const one of known) expect(findSummary(test.db, one)?.id).toBe(one);
      expect(findOffice(test.db)?.lanes).toHaveLength(1 + turns);
    }
    // Eight pages of four, and one stretch swept.
    expect(turns).toBe(9);
    expect(findOffice(test.db)?.clerks).toHaveLength(2 + turns);
    const after = projected();
    rebuild();
    expect(projected()).toEqual(after);
    expect(needsRebuild(test.db)).toBe(false);
  });

  it('are owed after a cut, and made good by the next start', () => {
    for (let index = 0; index < 10; index += 1) test.write([accepted(randomUUID(), index)]);
    const live = projected();
    rebuild();
    expect(needsRebuild(test.db)).toBe(false);
    const cut = rebuildProjections(test.db, 3);
    cut.next();
    expect(needsRebuild(test.db)).toBe(true);
    expect(projected()).toEqual(live);
    rebuild();
    expect(needsRebuild(test.db)).toBe(false);
    expect(projected()).toEqual(live);
  });

  it('drop what no row speaks of', () => {
    test.write([accepted(ids[0]!, 1)]);
    const live = projected();
    test.db.exec(
      "INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold, owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos) SELECT 999, 'ghost', code, received_at, due_at, business_day, procedure, owner_name, owner_fold, owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos FROM dossier",
    );
    test.db.exec(
      "INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (999, 'ghost moi', '', '', '')",
    );
    test.db.exec(
      "INSERT INTO fresh_text (rowid, name, phone, code, ids) VALUES (998, 'ghost moi', '', '', '')",
    );
    test.db.exec("INSERT INTO tracking_line (rowid, body) VALUES (997, '{}')");
    test.db.exec("INSERT INTO unsigned_file (dossier, hash, created_at) VALUES ('ghost', 'hash', 1)");
    rebuild();
    expect(projected()).toEqual(live);
  });

  it('come back whole in a salvaged vault', () => {
    for (let index = 0; index < 6; index += 1) test.write([accepted(randomUUID(), index)]);
    rebuild();
    const live = projected();
    const target = join(test.folder, 'salvaged.db');
    salvageDatabase(test.file, test.key, target);
    const db = openDatabase(target, test.key);
    expect(needsRebuild(db)).toBe(true);
    rebuild(undefined, db);
    expect(projected(db)).toEqual(live);
    db.close();
  });
});

describe('an event this software does not know', () => {
  it('parks its dossier, read-only, and never stops the rest', () => {
    test.write([foreign(ids[0]!, 'resultSigned', 1, { by: 'x' })]);
    test.write([accepted(ids[1]!, 1)]);
    test.write([foreign(ids[1]!, 'dossierAccepted', 2, 'of another shape')]);
    test.write([accepted(ids[2]!, 2)]);
    const check = (): void => {
      expect(findSummary(test.db, ids[0]!)).toMatchObject({ parked: true, code: '' });
      expect(findSummary(test.db, ids[1]!)).toMatchObject({ parked: true, code: acceptance(1).code });
      expect(findSummary(test.db, ids[2]!)).toMatchObject({ parked: false, code: acceptance(2).code });
    };
    check();
    rebuild();
    check();
    expect(findDossierState(test.db, ids[1]!)?.parked).toEqual({ type: 'dossierAccepted', v: 2 });
  });

  it('that comes first does not hide the acceptance behind it', () => {
    test.write([foreign(ids[0]!, 'ticketCalled', 1, {})]);
    test.write([accepted(ids[0]!, 3)]);
    expect(findSummary(test.db, ids[0]!)).toMatchObject({ parked: true, code: acceptance(3).code });
    expect(findDossiers(test.db, acceptance(3).owner.phone).rows.map((row) => row.id)).toEqual([ids[0]]);
  });

  it('may be any row of a dossier that was erased by law: no name is left to find', () => {
    const { name } = acceptance(1).owner;
    test.write([accepted(ids[0]!, 1), printed(ids[0]!)]);
    test.write([accepted(ids[1]!, 5)]);
    test.db.prepare('UPDATE journal SET salt = NULL, payload = NULL WHERE subject = ?').run([ids[0]!]);
    rebuild();
    expect(findSummary(test.db, ids[0]!)).toMatchObject({
      parked: true,
      ownerName: '',
      phone: '',
      idNumber: '',
    });
    expect(findDossiers(test.db, name).rows.map((row) => row.id)).not.toContain(ids[0]);
    expect(contentOf(test.db, ['tracking_line'])['tracking_line']).toHaveLength(1);
    expect(findDossiers(test.db, acceptance(5).owner.phone).rows.map((row) => row.id)).toEqual([ids[1]]);
  });
});

describe('a vault an older release wrote', () => {
  /** As release 1 left a line: no key and no column of the acts. */
  const age = (): void => {
    test.db.exec(
      `UPDATE dossier SET business = '', money = '', owed = 0, delivery = '', holder = '', ready_since = NULL, conflicts = 0,
         due_at = summary ->> 'dueAt',
         summary = json_remove(summary, '$.business', '$.money', '$.owed', '$.delivery', '$.dueNow', '$.pausedSince',
           '$.holder', '$.readySince', '$.place', '$.receiptLost', '$.conflicts')`,
    );
    test.db.exec("UPDATE office_state SET body = '1' WHERE name = 'projectionVersion'");
  };

  it('is read as at its intake until the rebuild that its version sets off, and wholly after it', () => {
    rebuild();
    expect(needsRebuild(test.db)).toBe(false);
    test.write([accepted(ids[0]!, 1), accepted(ids[1]!, 2)]);
    const live = projected();
    age();
    expect(needsRebuild(test.db)).toBe(true);
    expect(findSummary(test.db, ids[0]!)).toMatchObject({
      business: 'accepted',
      money: null,
      delivery: 'none',
      dueNow: acceptance(1).deadline.dueAt,
      conflicts: 0,
      receiptLost: false,
    });
    // Work goes on meanwhile, on old lines too.
    test.write([acted(ids[1]!, 'paperFileStored', { place: 'Tủ 2' })]);
    expect(findSummary(test.db, ids[1]!)).toMatchObject({ place: 'Tủ 2', money: 'unpaid', owed: 16_000 });
    rebuild();
    expect(needsRebuild(test.db)).toBe(false);
    expect(findSummary(test.db, ids[0]!)).toMatchObject({
      business: 'accepted',
      money: 'unpaid',
      owed: 16_000,
    });
    expect(projected().found).toEqual(live.found);
  });
});

describe('the acts in the lists', () => {
  it('a dossier leaves the running ones while its clock stands still, and the open ones at its end', () => {
    const id = ids[0]!;
    const columns = (): unknown =>
      test.db.prepare('SELECT open, due_at, business, delivery FROM dossier WHERE id = ?').get([id]);
    const due = acceptance(1).deadline.dueAt;
    test.write([accepted(id, 1)]);
    expect(columns()).toEqual({ open: 1, due_at: due, business: 'accepted', delivery: 'none' });
    perform(test, { kind: 'ask', dossier: 0, index: 1, outcome: 'printed' });
    expect(columns()).toEqual({ open: 1, due_at: null, business: 'awaitingSupplements', delivery: 'none' });
    perform(test, { kind: 'result', dossier: 0, index: 1, outcome: 'printed' });
    expect(columns()).toEqual({ open: 1, due_at: null, business: 'resultReady', delivery: 'untold' });
    perform(test, { kind: 'return', dossier: 0, index: 1, outcome: 'printed' });
    expect(columns()).toEqual({ open: 0, due_at: null, business: 'returned', delivery: 'returned' });
  });

  it('a corrected name finds the dossier, and so does the one on the paper', () => {
    test.write([accepted(ids[0]!, 1)]);
    perform(test, { kind: 'correct', dossier: 0, index: 5, outcome: 'printed' });
    const found = (text: string): string[] =>
      findDossiers(test.db, text).rows.map(({ ownerName }) => ownerName);
    expect(found('dao moi')).toEqual(['Đào Mới 5']);
    expect(found(acceptance(1).owner.name)).toEqual(['Đào Mới 5']);
  });
});
