import type * as z from 'zod';
import { countOnTime } from '../../shared/books/on-time-book.ts';
import type { OnTimeLine } from '../../shared/books/on-time-book.ts';
import { addDays, instantOf } from '../../shared/calendar/vietnam-time.ts';
import { isTaken } from '../../shared/dossier/state.ts';
import type { Queryable } from '../database.ts';
import { livesOf, stateWith } from '../dossier-life.ts';
import { checkOffice } from './posts.ts';
import { ProvinceRefused } from './refused.ts';
import type { onTimeAnswer, onTimeQuery } from './shapes.ts';

/** Dossiers folded at a time. */
const atOnce = 500;

const names = ['carried', 'received', 'early', 'onTime', 'late', 'openInTime', 'openOverdue'] as const;
type Figures = Pick<OnTimeLine, (typeof names)[number]>;

const sumOf = (lines: readonly Figures[]): Figures => {
  const sum = { carried: 0, received: 0, early: 0, onTime: 0, late: 0, openInTime: 0, openOverdue: 0 };
  for (const line of lines) for (const name of names) sum[name] += line[name];
  return sum;
};

/** The figures of an office and a period, by the very rules of the counter's own book (docs/books.md). */
export const onTimeFigures = async (
  db: Queryable,
  { office, from, to }: z.infer<typeof onTimeQuery>,
  now: number,
): Promise<z.infer<typeof onTimeAnswer>> => {
  if (from > to) throw new ProvinceRefused('malformed', [{ field: 'to', problem: 'before "from"' }]);
  await checkOffice(db, office);
  const begin = instantOf(from, 0);
  const asOf = Math.max(begin, Math.min(now, instantOf(addDays(to, 1), 0)));
  const { rows } = await db.query<{ dossier: string }>(
    `SELECT dossier FROM dossier_standing WHERE office = $1 AND received_at < $2
       AND (ended_at IS NULL OR ended_at >= $3)`,
    [office, asOf, begin],
  );
  const lines = new Map<string, OnTimeLine>();
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = rows.slice(at, at + atOnce).map(({ dossier }) => dossier);
    const states = [...(await livesOf(db, office, part)).values()].flatMap((life) => {
      const state = stateWith(life, ({ placed }) => placed.at < asOf);
      return state && isTaken(state) ? [state] : [];
    });
    for (const line of countOnTime(states, begin, asOf)) {
      const known = lines.get(line.code);
      lines.set(line.code, known ? { ...known, ...sumOf([known, line]) } : line);
    }
  }
  const procedures = [...lines.values()].sort((one, other) => one.code.localeCompare(other.code, 'vi'));
  const total = sumOf(procedures);
  const solved = total.early + total.onTime + total.late;
  return {
    office,
    from,
    to,
    asOf: new Date(asOf).toISOString(),
    total,
    share: solved === 0 ? null : (total.early + total.onTime) / solved,
    procedures,
  };
};
