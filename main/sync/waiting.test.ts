import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { isDossierId } from '../../shared/dossier/id.ts';
import { makeDatabase, removeFolder } from '../vault/testing.ts';
import { transaction } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { saveAcknowledged } from './enrolment.ts';
import { listItems } from './items.ts';
import { countWaiting } from './waiting.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

const subjects = [
  'office',
  'certification',
  ...[1, 2, 3].map((n) => `0192f0c1-2b3c-7d4e-8f50-00000000000${n}`),
];

const writer = (db: WritableDatabase) =>
  db.prepare(
    `INSERT INTO journal (id, type, subject, epoch, seq, header, commitment, hash, signature)
     VALUES ('', '', ?, '', 0, json_object('recordedAt', ?), x'', x'', x'')`,
  );

it('lists each thing once, the oldest first, as far as a page goes, and says how many more there are', () => {
  const { db, folder } = makeDatabase();
  folders.push(folder);
  const write = writer(db);
  const show = db.prepare("INSERT INTO seen (pos, position, verdict, detail) VALUES (?, ?, 'fact', '')");
  transaction(db, () => {
    for (let turn = 0; turn < 3; turn += 1)
      for (let thing = 0; thing < 130; thing += 1) write.run([`thing ${thing}`, 1000 * turn + thing]);
    for (let pos = 1; pos <= 10; pos += 1) show.run([pos, pos]);
  });
  // The hub holds the first two rounds.
  saveAcknowledged(db, 260);
  const { items, more } = listItems(db);
  expect(items).toHaveLength(100);
  expect(more).toBe(30);
  expect(items[0]).toMatchObject({ kind: 'waiting', count: 1, since: 10 });
  saveAcknowledged(db, 390);
  expect(listItems(db).items[0]).toMatchObject({ kind: 'held', count: 3, since: 10 });
  db.close();
});

it('counts on from the last count what a count from the beginning finds, whatever was written and shown between', () => {
  const step = fc.record({
    written: fc.array(fc.constantFrom(...subjects), { maxLength: 6 }),
    /** Rows the feed shows now; a feed that begins anew takes all back. */
    shown: fc.oneof({ weight: 5, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.constant(-1) }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const { db, folder } = makeDatabase();
      folders.push(folder);
      const write = writer(db);
      const show = db.prepare("INSERT INTO seen (pos, position, verdict, detail) VALUES (?, ?, 'fact', '')");
      let seen = 0;
      for (const { written, shown } of steps) {
        for (const subject of written) write.run([subject, 5]);
        const rows = db.prepare('SELECT pos, subject FROM journal').all<{ pos: number; subject: string }>([]);
        if (shown < 0) {
          db.prepare('DELETE FROM seen').run();
          seen = 0;
        } else
          for (let left = shown; left > 0 && seen < rows.length; left -= 1) {
            seen += 1;
            show.run([seen, seen]);
          }
        const waiting = rows.filter(({ pos }) => pos > seen);
        const things = [...new Set(waiting.map(({ subject }) => subject))];
        expect(countWaiting(db)).toMatchObject({
          rows: waiting.length,
          things: things.length,
          dossiers: things.filter(isDossierId).length,
        });
      }
      db.close();
    }),
    { numRuns: 10 },
  );
});
