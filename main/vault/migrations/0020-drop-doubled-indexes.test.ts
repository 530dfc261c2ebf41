import { afterEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase, pragmaNumber } from '../database.ts';
import { makeDatabase, removeFolder } from '../testing.ts';
import { MIGRATIONS, migrate } from './index.ts';

const folders: string[] = [];
const at = (version?: number): ReturnType<typeof makeDatabase> => {
  const made = makeDatabase(version);
  folders.push(made.folder);
  return made;
};
afterEach(() => folders.splice(0).forEach(removeFolder));

describe('migration 20, from version 10', () => {
  const fillOld = (db: ReturnType<typeof makeDatabase>['db'], rows: number): void => {
    const journal = db.prepare(
      `INSERT INTO journal (pos, id, type, subject, epoch, seq, header, salt, payload, commitment, hash, signature)
       VALUES (?, ?, 'dossierAccepted', ?, ?, ?, '{}', ?, ?, ?, ?, ?)`,
    );
    const dossier = db.prepare(
      `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
         owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
       VALUES (?, ?, ?, ?, NULL, '2026-11-23', 'p', 'Mẫu', 'mau', '1', '', 'accepted', 1, 'k', 0, '{}', ?)`,
    );
    const text = db.prepare(
      "INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (?, 'nguyen van mau', '', ?, '1')",
    );
    db.exec('BEGIN');
    for (let n = 1; n <= rows; n += 1) {
      const blob = Buffer.alloc(32, n);
      journal.run([
        n,
        `row-${n}`,
        `d-${n}`,
        n % 2 === 0 ? 'aa' : 'bb',
        n,
        blob,
        Buffer.alloc(2500, n),
        blob,
        blob,
        blob,
      ]);
      dossier.run([n, `d-${n}`, `code-${n}`, n, n]);
      text.run([n, String(n)]);
    }
    db.prepare(
      `INSERT INTO draft (id, command_state, body, clerk, created_at, changed_at) VALUES ('x', 'open', '{}', 'c1', 1, 2)`,
    ).run();
    db.exec('COMMIT');
  };
  const contents = (db: ReturnType<typeof makeDatabase>['db']) =>
    ['journal', 'dossier', 'draft'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const indexes = (db: ReturnType<typeof makeDatabase>['db'], table: string): string[] =>
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? ORDER BY name")
      .all<{ name: string }>([table])
      .map(({ name }) => name);

  it.each([0, 150])('keeps every row and leaves a sound database: %i rows', (rows) => {
    const { db, file, key } = at(10);
    fillOld(db, rows);
    const before = contents(db);
    expect(
      migrate(
        db,
        MIGRATIONS.filter(({ version }) => version <= 20),
      ),
    ).toEqual({ from: 10, to: 20 });
    expect(contents(db)).toEqual(before);
    expect(indexes(db, 'journal')).toEqual(['journal_subject']);
    expect(indexes(db, 'dossier')).not.toContain('sqlite_autoindex_dossier_1');
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(Number(db.pragma('writable_schema', { simple: true }))).toBe(0);
    closeDatabase(db);
    // As another process meets it.
    const again = openDatabase(file, key);
    expect(contents(again)).toEqual(before);
    expect(again.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(
      again.prepare("SELECT count(*) AS n FROM dossier_text WHERE dossier_text MATCH 'mau'").get(),
    ).toEqual({ n: rows });
    closeDatabase(again);
  });

  it('makes the shape a new vault has', () => {
    const shape = (db: ReturnType<typeof makeDatabase>['db']) =>
      db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
    const old = at(10);
    fillOld(old.db, 20);
    migrate(old.db);
    const fresh = at();
    expect(shape(old.db)).toEqual(shape(fresh.db));
    closeDatabase(old.db);
    closeDatabase(fresh.db);
  });

  it('finds a dossier by its id through its first row in the journal', () => {
    const { db } = at(20);
    const plan = db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT summary FROM dossier WHERE rowid = (SELECT min(pos) FROM journal WHERE subject = ?)',
      )
      .all(['x'])
      .map((row) => String(row['detail']))
      .join('; ');
    expect(plan).toMatch(/INTEGER PRIMARY KEY/);
    expect(plan).toMatch(/COVERING INDEX journal_subject/);
    closeDatabase(db);
  });

  it('refuses, and changes nothing, where the tables are not as they were left', () => {
    const { db } = at(10);
    db.exec('DROP TABLE dossier; CREATE TABLE dossier (id TEXT) STRICT');
    expect(() => migrate(db)).toThrow(/not as migration 10 left it/);
    expect(pragmaNumber(db, 'user_version')).toBe(10);
    expect(indexes(db, 'journal')).toEqual(['journal_subject', 'sqlite_autoindex_journal_1']);
    expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    closeDatabase(db);
  });
});
