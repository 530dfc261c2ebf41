import { expect, it } from 'vitest';
import { upgradeFrom } from '../testing.ts';

it('adds the list of signed files and leaves the files of before as they were', () => {
  upgradeFrom(
    150,
    (db) => {
      const row = ['ab', 'hồ-sơ', 'đơn.pdf', 12, 'application/pdf', 1];
      db.prepare(
        'INSERT INTO attachment (hash, dossier, name, size, mime, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(row);
    },
    (again) => {
      expect(again.prepare('SELECT * FROM attachment').all()).toEqual([
        { hash: 'ab', dossier: 'hồ-sơ', name: 'đơn.pdf', size: 12, mime: 'application/pdf', created_at: 1 },
      ]);
      const signed = ['hồ-sơ', 'ab', 'cd', 'đơn.pdf', 'Signature1', 2, null];
      const insert = again.prepare(
        'INSERT INTO signed_file (dossier, source, hash, name, field, signed_at, stamped_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      );
      insert.run(signed);
      expect(() => insert.run(signed)).toThrow(/UNIQUE/);
    },
  );
});
