import { expect, it } from 'vitest';
import { getCabinet } from '../desk/desk.ts';
import { fillJournal } from './testing-bench.ts';
import { closeLine, openLineDesk } from './testing-line.ts';
import { countWaiting } from './waiting.ts';

it('counts what the feed has not shown, as it moves on, while more is written, and after it was wound back', async () => {
  const line = await openLineDesk(1, 'H55.242');
  const { db, journal } = getCabinet(line.desk);
  const anew = (seen: number) =>
    db
      .prepare(
        `SELECT count(*) AS rows, count(DISTINCT subject) AS things,
           count(DISTINCT CASE WHEN subject <> 'office' THEN subject END) AS dossiers FROM journal WHERE pos > ?`,
      )
      .get<{ rows: number; things: number; dossiers: number }>([seen]);
  const show = (upTo: number): void => {
    db.prepare('DELETE FROM seen WHERE pos > ?').run([upTo]);
    db.prepare(
      `INSERT OR IGNORE INTO seen (pos, position, verdict, detail) SELECT pos, pos, 'fact', '' FROM journal WHERE pos <= ?`,
    ).run([upTo]);
  };
  for (const [written, shown] of [
    [7, 0],
    [0, 1],
    [12, 6],
    [0, 9],
    [3, 22],
    [0, 4],
    [5, 11],
    [0, 99],
    [4, 99],
  ] as const) {
    fillJournal(
      line,
      Array.from({ length: written }, (_, of) => ({ of })),
    );
    const upTo = Math.min(shown, journal.head.pos - (written > 0 ? 1 : 0));
    show(upTo);
    expect([written, shown, countWaiting(db)]).toMatchObject([written, shown, anew(upTo) ?? {}]);
  }
  await closeLine(line);
});
