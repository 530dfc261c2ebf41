import { afterEach, describe, expect, it } from 'vitest';
import { countWaitingFiles, waitingFiles } from '../../sync/files/waiting-files.ts';
import { closeDatabase, openDatabase, pragmaNumber } from '../database.ts';
import { VaultFault } from '../faults.ts';
import { makeDatabase, removeFolder, upgradeFrom } from '../testing.ts';
import { MIGRATIONS, assertRising, migrate, refuseNewer } from './index.ts';
import type { Migration } from './migration.ts';

const step = (version: number, sql = ''): Migration => ({
  version,
  name: `step-${version}`,
  up: (db) => {
    db.exec(sql);
  },
});

const folders: string[] = [];
const at = (version?: number): ReturnType<typeof makeDatabase> => {
  const made = makeDatabase(version);
  folders.push(made.folder);
  return made;
};
afterEach(() => folders.splice(0).forEach(removeFolder));

describe('migrations', () => {
  it('are numbered, strictly rising', () => {
    expect(() => assertRising(MIGRATIONS)).not.toThrow();
    expect(() => assertRising([step(10), step(10)])).toThrow(/may not follow/);
    expect(() => assertRising([step(20), step(10)])).toThrow(/may not follow/);
    expect(() => assertRising([step(0)])).toThrow(/may not follow/);
  });

  it('run once, all pending ones together', () => {
    const { db, file, key } = at();
    const newest = MIGRATIONS.at(-1)!.version;
    expect(pragmaNumber(db, 'user_version')).toBe(newest);
    expect(migrate(db)).toEqual({ from: newest, to: newest });
    const next = step(newest + 10, 'CREATE TABLE late (a INTEGER) STRICT');
    closeDatabase(db);
    const again = openDatabase(file, key);
    expect(migrate(again, [...MIGRATIONS, next])).toEqual({ from: newest, to: newest + 10 });
    closeDatabase(again);
  });

  it('leave the database as it was when one of them fails', () => {
    const { db } = at(0);
    const steps = [step(10, 'CREATE TABLE first (a INTEGER)'), step(20, 'CREATE TABLE broken (')];
    expect(() => migrate(db, steps)).toThrow(/syntax|incomplete/);
    expect(pragmaNumber(db, 'user_version')).toBe(0);
    expect(db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 0 });
    closeDatabase(db);
  });

  it('refuse a database of a later release by both numbers, and leave it untouched', () => {
    const { db } = at();
    db.exec('PRAGMA user_version = 9000');
    let caught: unknown;
    try {
      migrate(db);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(VaultFault);
    expect(caught).toMatchObject({
      code: 'vaultNewer',
      params: { found: 9000, known: MIGRATIONS.at(-1)!.version },
    });
    expect(() => refuseNewer(db)).toThrow(VaultFault);
    expect(pragmaNumber(db, 'user_version')).toBe(9000);
    closeDatabase(db);
  });
});

describe('migration 10, from an empty file', () => {
  it('stores an instant as the integer it is and refuses a fraction', () => {
    const { db } = at(10);
    const insert = db.prepare("INSERT INTO checkpoint (pos, hash, verified_at, body) VALUES (?, ?, ?, '{}')");
    insert.run([1, Buffer.alloc(32), 1_795_000_000_000]);
    expect(db.prepare('SELECT typeof(verified_at) AS kind, verified_at AS at FROM checkpoint').get()).toEqual(
      {
        kind: 'integer',
        at: 1_795_000_000_000,
      },
    );
    expect(() => insert.run([2, Buffer.alloc(32), 1.5])).toThrow(/cannot store REAL/);
    closeDatabase(db);
  });

  it('finds folded text by prefix and forgets what is deleted', () => {
    const { db } = at(10);
    db.prepare('INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, ?)').run([
      7,
      'nguyen van mau dang',
      '0900000000',
      '261123 0007',
      '001099000001',
    ]);
    const find = (query: string): unknown[] =>
      db
        .prepare('SELECT rowid FROM dossier_text WHERE dossier_text MATCH ? ORDER BY rowid DESC LIMIT 20')
        .all([query]);
    expect(find('mau AND ngu*')).toEqual([{ rowid: 7 }]);
    expect(find('code : 0007')).toEqual([{ rowid: 7 }]);
    db.prepare('DELETE FROM dossier_text WHERE rowid = ?').run([7]);
    expect(find('ngu*')).toEqual([]);
    closeDatabase(db);
  });

  const plan = (sql: string, params: (string | number)[]): string => {
    const { db } = at(10);
    const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(params);
    closeDatabase(db);
    return rows.map((row) => String(row['detail'])).join('; ');
  };

  it('answers the daily questions from an index', () => {
    expect(plan('SELECT id FROM dossier WHERE open = 1 ORDER BY due_at LIMIT 2000', [])).toMatch(
      /USING INDEX dossier_due/,
    );
    expect(plan('SELECT id FROM dossier WHERE code = ?', ['x'])).toMatch(/USING INDEX dossier_code/);
    expect(
      plan("SELECT id FROM dossier WHERE owner_id_number = ? AND owner_id_number <> '' AND procedure = ?", [
        '1',
        '2',
      ]),
    ).toMatch(/USING INDEX dossier_owner/);
    expect(plan('SELECT id FROM dossier WHERE printed = 0 AND received_at > ?', [1])).toMatch(
      /USING INDEX dossier_received/,
    );
    expect(plan('SELECT pos FROM journal WHERE subject = ? ORDER BY pos', ['x'])).toMatch(
      /USING (COVERING )?INDEX journal_subject/,
    );
  });
});

describe('migration 30, from version 20', () => {
  it('keeps every line and gives it room for what the rebuild will say', () => {
    const { db } = at(20);
    db.exec(
      `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
         owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
       VALUES (1, 'd1', 'c', 1, 2, '2026-11-23', 'p', 'Mẫu', 'mau', '1', '', 'accepted', 1, 'k', 0, '{}', 1)`,
    );
    const before = db.prepare('SELECT * FROM dossier').get();
    const upTo30 = MIGRATIONS.filter(({ version }) => version <= 30);
    expect(migrate(db, upTo30)).toEqual({ from: 20, to: 30 });
    expect(db.prepare('SELECT * FROM dossier').get()).toEqual({
      ...before,
      business: '',
      money: '',
      owed: 0,
      delivery: '',
      holder: '',
      ready_since: null,
      conflicts: 0,
    });
    closeDatabase(db);
  });

  it('asks an acceptance for no page, and answers the day’s lists from an index', () => {
    const { db } = at(40);
    const plan = (sql: string): string =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => String(row['detail']))
        .join('; ');
    for (const [where, index] of [
      ["open = 1 AND business <> 'accepted' AND business = 'awaitingSupplements'", 'dossier_business'],
      ['open = 0 AND owed > 0', 'dossier_owed'],
      ["money = 'claimed'", 'dossier_claimed'],
      ['ready_since IS NOT NULL', 'dossier_ready'],
      ["holder <> '' AND holder = 'Tư pháp'", 'dossier_holder'],
      ['conflicts > 0', 'dossier_conflicts'],
    ])
      expect(plan(`SELECT summary FROM dossier WHERE ${where}`)).toMatch(new RegExp(`INDEX ${index}`));
    closeDatabase(db);
  });
});

describe('migration 40, from version 30', () => {
  it('keeps every line, with no paper in doubt, and holds one payment to an official receipt', () => {
    const { db } = at(30);
    db.exec(
      `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
         owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
       VALUES (1, 'd1', 'c', 1, 2, '2026-11-23', 'p', 'Mẫu', 'mau', '1', '', 'accepted', 1, 'k', 0, '{}', 1)`,
    );
    const before = db.prepare('SELECT * FROM dossier').get();
    const upTo40 = MIGRATIONS.filter(({ version }) => version <= 40);
    expect(migrate(db, upTo40)).toEqual({ from: 30, to: 40 });
    expect(db.prepare('SELECT * FROM dossier').get()).toEqual({ ...before, papers_in_doubt: 0 });
    const insert = db.prepare(
      "INSERT INTO official_receipt (form, series, number, dossier, payment) VALUES ('01BLP', 'AA', ?, 'd1', 'e1')",
    );
    insert.run([12]);
    expect(() => insert.run([12])).toThrow(/UNIQUE/);
    const plan = db.prepare('EXPLAIN QUERY PLAN SELECT id FROM dossier WHERE papers_in_doubt > 0').all();
    expect(plan.map((row) => String(row['detail'])).join()).toMatch(/INDEX dossier_papers_in_doubt/);
    closeDatabase(db);
  });
});

describe('migration 90, from version 40', () => {
  it('keeps every line unmarked until the rebuild, and counts the marked ones from one index', () => {
    const { db } = at(40);
    db.exec(
      `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
         owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
       VALUES (1, 'd1', 'c', 1, 2, '2026-11-23', 'p', 'Mẫu', 'mau', '1', '', 'accepted', 1, 'k', 0, '{}', 1)`,
    );
    const before = db.prepare('SELECT * FROM dossier').get();
    const upTo90 = MIGRATIONS.filter(({ version }) => version <= 40 || version === 90);
    expect(migrate(db, upTo90)).toEqual({ from: 40, to: 90 });
    expect(db.prepare('SELECT * FROM dossier').get()).toEqual({ ...before, marks: 0, marked_at: 0 });
    expect(db.prepare('SELECT count(*) AS n FROM dossier WHERE marks <> 0').get()).toEqual({ n: 0 });
    db.exec('UPDATE dossier SET marks = 33, marked_at = 2');
    expect(db.prepare('SELECT count(*) AS n FROM dossier WHERE marks <> 0 AND marks & 32').get()).toEqual({
      n: 1,
    });
    const names = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'dossier'")
      .all()
      .map((row) => row['name']);
    expect(names).toContain('dossier_marks');
    expect(names).not.toContain('dossier_owed');
    closeDatabase(db);
  });
});

describe('migration 120, from version 40', () => {
  it('keeps what is in the index, and holds new words beside it', () => {
    const { db } = at(40);
    db.exec(
      "INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (7, 'nguyen van mau', '0900000000', '261123 0007', '1')",
    );
    const upTo120 = MIGRATIONS.filter(({ version }) => version <= 120);
    expect(migrate(db, upTo120)).toEqual({ from: 40, to: 120 });
    expect(db.prepare("SELECT rowid AS r FROM dossier_text WHERE dossier_text MATCH 'mau'").all()).toEqual([
      { r: 7 },
    ]);
    expect(db.prepare('SELECT count(*) AS n FROM fresh_text').get()).toEqual({ n: 0 });
    closeDatabase(db);
  });
});

describe('migration 50, from the version before', () => {
  it('keeps what is there and makes room for the register of certified copies', () => {
    const { db } = at(40);
    db.exec(
      `INSERT INTO draft (id, command_state, body, clerk, created_at, changed_at) VALUES ('d', 'open', '{}', 'c1', 1, 2)`,
    );
    expect(migrate(db).to).toBeGreaterThanOrEqual(50);
    expect(db.prepare('SELECT id, body FROM draft').all()).toEqual([{ id: 'd', body: '{}' }]);
    const plan = (sql: string): string =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => String(row['detail']))
        .join('; ');
    expect(plan("SELECT body FROM certification_pile WHERE state = 'waiting' ORDER BY pos")).toMatch(
      /INDEX certification_pile_waiting/,
    );
    expect(plan("SELECT body FROM certification_pile WHERE day = '2026-11-23' ORDER BY pos DESC")).toMatch(
      /INDEX certification_pile_day/,
    );
    closeDatabase(db);
  });
});

describe('migration 130, from version 120', () => {
  it('leaves the journal as it was: nothing of it has been seen by the province', () => {
    upgradeFrom(
      120,
      (db) => {
        db.prepare(
          `INSERT INTO journal (pos, id, type, subject, epoch, seq, header, commitment, hash, signature)
       VALUES (1, 'a', 'dossierAccepted', 's', 'e', 1, '{}', x'00', x'01', x'02')`,
        ).run();
      },
      (again) => {
        expect(again.prepare('SELECT pos, hex(hash) AS hash FROM journal').all()).toEqual([
          { pos: 1, hash: '01' },
        ]);
        for (const table of ['seen', 'pulled', 'receipt', 'other_line'])
          expect(again.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
        const plan = again
          .prepare("EXPLAIN QUERY PLAN SELECT position FROM pulled WHERE subject = 'x' ORDER BY position")
          .all();
        expect(plan.map((row) => String(row['detail'])).join('; ')).toMatch(/INDEX pulled_subject/);
      },
    );
  });
});

describe('migration 151, from version 130', () => {
  it('keeps what could not be proved, and finds it by an index of its own', () => {
    upgradeFrom(
      130,
      (db) => {
        db.prepare(
          `INSERT INTO pulled (position, desk, epoch, seq, id, type, subject, verdict, detail, header, commitment, hash, signature)
       VALUES (1, 2, 'e', 1, 'a', 'dossierAccepted', 's', 'unverified', '', '{}', x'00', x'01', x'02')`,
        ).run();
      },
      (again) => {
        const open =
          "SELECT id FROM pulled WHERE verdict = 'unverified' AND id NOT IN (SELECT id FROM settled)";
        expect(again.prepare(open).all()).toEqual([{ id: 'a' }]);
        const plan = again.prepare(`EXPLAIN QUERY PLAN ${open}`).all();
        expect(plan.map((row) => String(row['detail'])).join('; ')).toMatch(/INDEX pulled_unverified/);
        again.prepare("INSERT INTO settled (id, at, clerk) VALUES ('a', 1, 'c')").run();
        expect(again.prepare(open).all()).toEqual([]);
      },
    );
  });
});

describe('migration 152, from version 151', () => {
  it('keeps the attachments: the hub has vouched for none of them yet', () => {
    upgradeFrom(
      151,
      (db) => {
        db.prepare(
          `INSERT INTO attachment (hash, dossier, name, size, mime, created_at) VALUES ('h', 'd', 'a.pdf', 7, 'application/pdf', 1)`,
        ).run();
      },
      (again) => {
        expect(waitingFiles(again, 10)).toEqual([{ hash: 'h', size: 7 }]);
        again.prepare("INSERT INTO file_receipt (hash, text, signature) VALUES ('h', '{}', '')").run();
        expect(countWaitingFiles(again)).toBe(0);
      },
    );
  });
});
