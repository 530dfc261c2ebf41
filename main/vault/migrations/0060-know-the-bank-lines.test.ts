import { afterEach, describe, expect, it } from 'vitest';
import { closeDatabase } from '../database.ts';
import { makeDatabase, removeFolder } from '../testing.ts';
import { MIGRATIONS, migrate } from './index.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

describe('migration 60, from version 50', () => {
  it('keeps every receipt and makes room for the bank’s lines', () => {
    const { db, folder } = makeDatabase(50);
    folders.push(folder);
    db.exec(
      "INSERT INTO official_receipt (form, series, number, dossier, payment) VALUES ('F', 'S', 1, 'd', 'p')",
    );
    expect(
      migrate(
        db,
        MIGRATIONS.filter(({ version }) => version <= 60),
      ),
    ).toEqual({ from: 50, to: 60 });
    expect(db.prepare('SELECT * FROM official_receipt').all()).toEqual([
      { form: 'F', series: 'S', number: 1, dossier: 'd', payment: 'p' },
    ]);
    const insert = db.prepare("INSERT INTO bank_line (line, dossier, payment) VALUES ('l', ?, 'p')");
    insert.run(['d']);
    expect(() => insert.run(['e'])).toThrow(/UNIQUE|PRIMARY KEY/);
    closeDatabase(db);
  });
});
