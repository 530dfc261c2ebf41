import { expect, it } from 'vitest';
import { formatDateTime } from '../../calendar/vietnam-time.ts';
import { messagesIn } from '../../messages/index.ts';
import { onTime } from './clock.ts';
import type { LateReason } from './clock.ts';
import { begin, on, takenIn } from './testing-life.ts';
import type { Life } from './testing-life.ts';

/**
 * On time by QĐ 766/QĐ-TTg, worked by hand. The office works 7:30–11:30 and 13:00–17:00, 480 minutes a day; Tuesday 24/11/2026 is a
 * day off. Unless said otherwise the dossier came on Monday 23/11 at 15:40, term 3 working days:
 *   Mon 15:40–17:00 = 80, Wed 480, Thu 480, Fri 7:30–11:30 240 + 13:00–15:40 160 = 400; 80 + 480 + 480 + 400 = 1440 = 3 × 480.
 *   Promise: Friday 27/11, 15:40.
 */
export const threeDays = takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40');
export const friday = '15:40 thứ Sáu 27/11/2026';

const words = messagesIn('vi').calendar;

export interface OnTimeCase {
  what: string;
  life: () => Life;
  now: string;
  due: string;
  judgedAt: string;
  late: LateReason | null;
  settled: boolean;
}

export const after =
  (steps: (life: Life) => void, accepted = threeDays) =>
  (): Life => {
    const life = begin(accepted);
    steps(life);
    return life;
  };

/** One test a case: the verdict, the minute it is judged by and the promise it is judged against. */
export const testOnTime = (cases: readonly OnTimeCase[]): void => {
  it.each(cases)('$what', ({ life, now, due, judgedAt, late, settled }) => {
    const { state } = life();
    const judged = onTime(state, on(now));
    expect(judged && { ...judged, dueAt: formatDateTime(judged.dueAt, words) }).toEqual({
      onTime: late === null,
      why: late,
      judgedAt: on(judgedAt),
      dueAt: due,
      settled,
    });
  });
};
