import { expect, it } from 'vitest';
import { upgradeFrom } from '../testing.ts';

it('finds what was filed online among the rows the province had shown before, and is not stopped by what is no JSON', () => {
  upgradeFrom(
    160,
    (db) => {
      const pull = (position: number, type: string, verdict: string, payload: string) =>
        db
          .prepare(
            `INSERT INTO pulled (position, desk, epoch, seq, id, type, subject, verdict, detail, header, payload, commitment, hash, signature)
         VALUES (?, 0, 'e', ?, ?, ?, 'online', ?, '', '{}', CAST(? AS BLOB), x'00', x'00', x'00')`,
          )
          .run([position, position, `row-${position}`, type, verdict, payload]);
      pull(1, 'submissionReceived', 'fact', '{"dossier":"một"}');
      pull(2, 'submissionReceived', 'unverified', '{"dossier":"hai"}');
      pull(3, 'submissionReceived', 'fact', 'không đọc được');
      pull(4, 'other', 'fact', '{"dossier":"ba"}');
    },
    (again) => {
      expect(again.prepare('SELECT dossier, position FROM online_waiting').all()).toEqual([
        { dossier: 'một', position: 1 },
      ]);
    },
  );
});
