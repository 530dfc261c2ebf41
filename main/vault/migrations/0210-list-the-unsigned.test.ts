import { expect, it } from 'vitest';
import { countUnsigned } from '../../signing/kept-signatures.ts';
import { upgradeFrom } from '../testing.ts';

it('lists of the files of before those that wait: PDFs of dossiers at work, neither signed nor submitted', () => {
  upgradeFrom(
    200,
    (db) => {
      const dossier = db.prepare(
        `INSERT INTO dossier (id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
       owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
     VALUES (?, 'c', 1, 2, '2026-11-23', '1', '', '', '', '', 'accepted', ?, '', 0, '{}', 1)`,
      );
      dossier.run(['atWork', 1]);
      dossier.run(['ended', 0]);
      const attach = db.prepare('INSERT INTO attachment VALUES (?, ?, ?, 7, ?, 1)');
      for (const hash of ['waits', 'source', 'signed', 'draft'])
        attach.run([hash, 'atWork', `${hash}.pdf`, 'application/pdf']);
      attach.run(['photo', 'atWork', 'photo.jpg', 'image/jpeg']);
      attach.run(['late', 'ended', 'late.pdf', 'application/pdf']);
      db.prepare(
        `INSERT INTO signed_file (dossier, source, hash, name, field, signed_at) VALUES ('atWork', 'source', 'signed', '', '', 1)`,
      ).run();
      db.prepare("INSERT INTO draft_file VALUES ('atWork', 'draft')").run();
    },
    (again) => {
      expect(again.prepare('SELECT dossier, hash, created_at FROM unsigned_file').all()).toEqual([
        { dossier: 'atWork', hash: 'waits', created_at: 1 },
      ]);
      expect(countUnsigned(again)).toBe(1);
    },
  );
});
