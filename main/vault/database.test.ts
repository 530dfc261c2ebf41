import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WritableDatabase } from './database.ts';
import {
  checkpoint,
  closeDatabase,
  createDatabase,
  openDatabase,
  openForReading,
  pragmaNumber,
  transaction,
} from './database.ts';
import { VaultFault, withStorageFaults } from './faults.ts';
import type { TestDatabase } from './testing.ts';
import { makeDatabase, removeFolder } from './testing.ts';
import { pullThePlug, startProcess } from './testing-process.ts';

const faultOf = (fn: () => unknown): string => {
  try {
    fn();
  } catch (error) {
    if (error instanceof VaultFault)
      return error.code === 'vaultDamaged' ? String(error.params['what']) : error.code;
    throw error;
  }
  return 'none';
};

const put = (db: WritableDatabase, name: string, body: string): void => {
  db.prepare('INSERT INTO setting (name, body) VALUES (?, ?)').run([name, body]);
};

const count = (db: Pick<WritableDatabase, 'prepare'>): number =>
  Number(db.prepare('SELECT count(*) AS n FROM setting').get()?.['n']);

describe('the database', () => {
  let made: TestDatabase;
  beforeEach(() => {
    made = makeDatabase();
  });
  afterEach(() => removeFolder(made.folder));

  it('is durable when reopened, not only when new', () => {
    expect(pragmaNumber(made.db, 'synchronous')).toBe(2);
    closeDatabase(made.db);
    const again = openDatabase(made.file, made.key);
    expect(pragmaNumber(again, 'synchronous')).toBe(2);
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(pragmaNumber(again, 'foreign_keys')).toBe(1);
    closeDatabase(again);
  });

  it('shows nothing of its content or nature on disk, and to its owner alone', () => {
    put(made.db, 'name', 'NGUYEN VAN MAU');
    closeDatabase(made.db);
    const bytes = readFileSync(made.file);
    expect(bytes.includes('NGUYEN VAN MAU')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    if (process.platform !== 'win32') expect(statSync(made.file).mode & 0o777).toBe(0o600);
  });

  it('reads a journal that fills on its first day along its key, not through', () => {
    const page = 'SELECT hash FROM journal WHERE pos > ? ORDER BY pos LIMIT 100';
    const about = 'SELECT hash FROM journal WHERE subject = ? ORDER BY pos';
    for (const seq of [1, 2])
      made.db
        .prepare(
          `INSERT INTO journal (id, type, subject, epoch, seq, header, commitment, hash, signature)
           VALUES (?, 'officeFounded', 'office', 'e', ?, '{}', x'00', x'00', x'00')`,
        )
        .run([`${seq}`, seq]);
    made.db.prepare(about).all(['office']);
    closeDatabase(made.db);
    const again = openDatabase(made.file, made.key);
    for (const query of [page, about])
      expect(again.prepare(`EXPLAIN QUERY PLAN ${query}`).get([''])?.['detail']).toMatch(/^SEARCH/u);
    closeDatabase(again);
  });

  it('refuses a wrong key without harming the file', () => {
    put(made.db, 'a', '1');
    closeDatabase(made.db);
    expect(faultOf(() => openDatabase(made.file, randomBytes(32)))).toBe('unreadable');
    const again = openDatabase(made.file, made.key);
    expect(count(again)).toBe(1);
    closeDatabase(again);
  });

  it('is never quietly begun anew where the file is gone or empty', () => {
    closeDatabase(made.db);
    expect(faultOf(() => openDatabase(join(made.folder, 'none.db'), made.key))).toBe('missing');
    truncateSync(made.file, 0);
    expect(faultOf(() => openDatabase(made.file, made.key))).toBe('empty');
    expect(statSync(made.file).size).toBe(0);
    expect(faultOf(() => createDatabase(made.file, made.key))).toBe('vaultExists');
  });

  it('names garbage, a torn file and the file of another vault', () => {
    for (let i = 0; i < 200; i++) put(made.db, `n${i}`, 'x'.repeat(3_000));
    closeDatabase(made.db);
    const other = makeDatabase();
    closeDatabase(other.db);
    expect(faultOf(() => openDatabase(other.file, made.key))).toBe('unreadable');
    removeFolder(other.folder);

    truncateSync(made.file, 4096 * 10);
    expect(faultOf(() => openDatabase(made.file, made.key))).toBe('damaged');
    writeFileSync(made.file, randomBytes(4096 * 12));
    expect(faultOf(() => openDatabase(made.file, made.key))).toBe('unreadable');
    writeFileSync(made.file, 'not a database');
    expect(faultOf(() => openDatabase(made.file, made.key))).toBe('unreadable');
  });

  it('refuses every write on a reading handle', () => {
    const reader = openForReading(made.file, made.key);
    put(made.db, 'a', '1');
    expect(count(reader)).toBe(1);
    expect(() => reader.prepare("DELETE FROM setting WHERE name = 'a'").run()).toThrow(/readonly/);
    expect(() => reader.prepare('CREATE TABLE mine (a)').run()).toThrow(/readonly/);
    reader.close();
    closeDatabase(made.db);
  });

  it('keeps all of a transaction or none of it', () => {
    const answer = transaction(made.db, () => {
      put(made.db, 'a', '1');
      return 'answer';
    });
    expect(answer).toBe('answer');
    const bug = new Error('bug');
    expect(() =>
      transaction(made.db, () => {
        put(made.db, 'b', '2');
        throw bug;
      }),
    ).toThrow(bug);
    expect(() => transaction(made.db, () => Promise.resolve('c'))).toThrow(/cannot wait/);
    expect(count(made.db)).toBe(1);
    closeDatabase(made.db);
  });

  it('does not let a transaction inside another end the outer one', () => {
    transaction(made.db, () => {
      put(made.db, 'outer', '1');
      expect(() => transaction(made.db, () => put(made.db, 'inner', '2'))).toThrow(/within a transaction/);
      put(made.db, 'outer 2', '3');
    });
    expect(count(made.db)).toBe(2);
    closeDatabase(made.db);
  });

  it('says the disk is full, loses nothing kept, and works again once there is room', () => {
    put(made.db, 'kept', 'x'.repeat(5_000));
    checkpoint(made.db);
    made.db.pragma(`max_page_count = ${pragmaNumber(made.db, 'page_count') + 4}`);
    const fill = (): void =>
      transaction(made.db, () => {
        for (let i = 0; i < 50; i++) put(made.db, `more${i}`, 'x'.repeat(5_000));
      });
    expect(faultOf(fill)).toBe('diskFull');
    expect(count(made.db)).toBe(1);
    made.db.pragma('max_page_count = 1000000');
    fill();
    expect(count(made.db)).toBe(51);
    closeDatabase(made.db);
  });

  it('tells a second writer to wait', () => {
    const second = openDatabase(made.file, made.key);
    second.pragma('busy_timeout = 20');
    transaction(made.db, () => {
      expect(faultOf(() => transaction(second, () => put(second, 'b', '2')))).toBe('busy');
    });
    closeDatabase(second);
    closeDatabase(made.db);
  });

  it('empties its log into the file when asked', () => {
    for (let i = 0; i < 50; i++) put(made.db, `n${i}`, 'x'.repeat(3_000));
    const report = checkpoint(made.db);
    expect(report.logged).toBeGreaterThan(0);
    expect(report).toMatchObject({ moved: report.logged, held: false });
    closeDatabase(made.db);
  });

  it('notices each smashed page instead of reading it, and calls it damage', () => {
    for (let i = 0; i < 60; i++) {
      put(made.db, `n${i}`, 'x'.repeat(3_000));
      made.db
        .prepare('INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?)')
        .run([`d${i}`, '', 'y'.repeat(500 * (i % 20)), '', 1, 1]);
    }
    closeDatabase(made.db);
    const whole = readFileSync(made.file);
    const outcomes = new Set<string>();
    for (let page = 2; page <= whole.length / 4096; page++) {
      const bytes = Buffer.from(whole);
      bytes.fill(7, page * 4096 - 3_000, page * 4096 - 2_900);
      writeFileSync(made.file, bytes);
      outcomes.add(
        faultOf(() => {
          const db = openDatabase(made.file, made.key);
          try {
            withStorageFaults(() => {
              db.prepare('SELECT sum(length(body)) AS n FROM setting').get();
              db.prepare('SELECT sum(length(body)) AS n FROM draft').get();
            });
          } finally {
            db.close();
          }
        }),
      );
    }
    // Where the first read did not need the page, the second meets a handle that is shut for good.
    outcomes.delete('unreadable');
    expect([...outcomes].sort()).toEqual(['damaged', 'none']);
  });

  it('does not call a mistake in SQL damage', () => {
    expect(() => withStorageFaults(() => made.db.prepare('SELECT a FROM missing').get())).toThrow(
      /no such table/,
    );
    closeDatabase(made.db);
  });

  it('holds every answered commit and no half of one after twenty kills', async () => {
    closeDatabase(made.db);
    for (let kill = 0; kill < 20; kill++) {
      const child = await startProcess('main/vault/testing-child.ts', [
        'commit-forever',
        made.file,
        made.key.toString('hex'),
      ]);
      let said = '0';
      child.stdout?.on('data', (chunk: Buffer) => {
        said = chunk.toString().trim().split('\n').at(-1) ?? said;
      });
      await sleep(5 + ((kill * 17) % 50));
      await pullThePlug(child);
      const db = openDatabase(made.file, made.key);
      const kept = (letter: string): number =>
        Number(
          db.prepare('SELECT count(*) AS n FROM setting WHERE substr(name, 1, 1) = ?').get([letter])?.['n'],
        );
      expect(kept('a')).toBe(kept('b'));
      expect(kept('a')).toBeGreaterThan(Number(said));
      db.exec('DELETE FROM setting');
      closeDatabase(db);
    }
  });
});
