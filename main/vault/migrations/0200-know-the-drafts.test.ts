import { afterEach, expect, it } from 'vitest';
import { countUnsigned } from '../../signing/kept-signatures.ts';
import { closeDatabase, openDatabase, pragmaNumber } from '../database.ts';
import { makeDatabase, removeFolder } from '../testing.ts';
import { migrate } from './index.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

it('knows of no draft among the files of before, which wait as they did', () => {
  const { db, file, key, folder } = makeDatabase(195);
  folders.push(folder);
  db.prepare(
    `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
       owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
     VALUES (1, 'd', 'c', 1, 2, '2026-11-23', '1', '', '', '', '', 'accepted', 1, '', 0, '{}', 1)`,
  ).run();
  db.prepare(
    `INSERT INTO attachment (hash, dossier, name, size, mime, created_at) VALUES ('h', 'd', 'a.pdf', 7, 'application/pdf', 1)`,
  ).run();
  closeDatabase(db);
  const again = openDatabase(file, key);
  migrate(again);
  expect(pragmaNumber(again, 'user_version')).toBeGreaterThanOrEqual(200);
  expect(again.prepare('SELECT * FROM draft_file').all()).toEqual([]);
  expect(countUnsigned(again)).toBe(1);
  closeDatabase(again);
});
