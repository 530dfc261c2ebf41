import { expect, it } from 'vitest';
import { upgradeFrom } from '../testing.ts';

it('keeps the points and rows read before, without the province’s word that nobody asked for then', () => {
  upgradeFrom(
    160,
    (db) => {
      db.prepare('INSERT INTO feed_point (position, hash) VALUES (?, ?)').run([7, 'ab']);
      const blob = Buffer.from('h');
      const pulled = `(position, desk, epoch, seq, id, type, subject, verdict, detail, header, salt, payload, commitment, hash, signature)
    VALUES (7, 2, 'e', 1, 'r', 't', 's', 'unverified', '', '{}', NULL, NULL, ?, ?, ?)`;
      for (const table of ['pulled', 'set_aside'])
        db.prepare(`INSERT INTO ${table} ${pulled}`).run([blob, blob, blob]);
      const payload = {
        components: [{ files: [{ hash: 'cd', name: 'đơn.pdf', size: 1, mime: '' }, 7, 'x'] }],
      };
      const withFiles = db.prepare(
        `INSERT INTO pulled (position, desk, epoch, seq, id, type, subject, verdict, detail, header, salt, payload, commitment, hash, signature)
     VALUES (?, 2, 'e', 2, 'r2', 't', ?, ?, '', '{}', NULL, CAST(? AS BLOB), ?, ?, ?)`,
      );
      withFiles.run([8, 's', 'fact', JSON.stringify(payload), blob, blob, blob]);
      withFiles.run([9, 'q', 'quarantined', JSON.stringify(payload), blob, blob, blob]);
      withFiles.run([10, 'n', 'fact', 'no JSON', blob, blob, blob]);
    },
    (again) => {
      expect(again.prepare('SELECT * FROM feed_point').all()).toEqual([
        { position: 7, hash: 'ab', proof_text: null, proof_signature: null },
      ]);
      expect(again.prepare('SELECT * FROM foreign_file').all()).toEqual([
        { position: 8, dossier: 's', hash: 'cd', name: 'đơn.pdf' },
      ]);
      again.exec('DELETE FROM pulled WHERE position > 7');
      for (const table of ['pulled', 'set_aside'])
        expect(again.prepare(`SELECT id, verdict, judged FROM ${table}`).all()).toEqual([
          { id: 'r', verdict: 'unverified', judged: null },
        ]);
      again.exec('INSERT INTO set_aside SELECT * FROM pulled');
      expect(again.prepare('SELECT count(*) AS n FROM set_aside').get()).toEqual({ n: 2 });
    },
  );
});
