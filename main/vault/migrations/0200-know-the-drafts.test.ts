import { expect, it } from 'vitest';
import { countUnsigned } from '../../signing/kept-signatures.ts';
import { upgradeFrom } from '../testing.ts';

it('knows of no draft among the files of before, which wait as they did', () => {
  upgradeFrom(
    195,
    (db) => {
      db.prepare(
        `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
       owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
     VALUES (1, 'd', 'c', 1, 2, '2026-11-23', '1', '', '', '', '', 'accepted', 1, '', 0, '{}', 1)`,
      ).run();
      db.prepare(
        `INSERT INTO attachment (hash, dossier, name, size, mime, created_at) VALUES ('h', 'd', 'a.pdf', 7, 'application/pdf', 1)`,
      ).run();
    },
    (again) => {
      expect(again.prepare('SELECT * FROM draft_file').all()).toEqual([]);
      expect(countUnsigned(again)).toBe(1);
    },
  );
});
