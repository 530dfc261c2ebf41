import { describe, expect, it } from 'vitest';
import { isTaken } from '../dossier/state.ts';
import type { Taken } from '../dossier/state.ts';
import { begin, on, takenIn } from '../dossier/acts/testing-life.ts';
import type { Life } from '../dossier/acts/testing-life.ts';
import { countOnTime, onTimeBook } from './on-time-book.ts';
import { messagesIn } from '../messages/index.ts';

const term = { value: 3, unit: 'WORKING_DAY' } as const;
const from = on('2026-11-01 00:00');
const until = on('2026-12-01 00:00');

/** Promised for Friday 27/11 15:40 when taken in on Monday 23/11 15:40 (24/11 is a day off). */
const stateOf = (received: string, steps: (life: Life) => void = () => undefined): Taken => {
  const life = begin(takenIn(term, received));
  steps(life);
  if (!isTaken(life.state)) throw new Error('not taken in');
  return life.state;
};

const count = (states: Taken[], asOf = until) => {
  const [line] = countOnTime(states, from, asOf);
  return line;
};
const figures = { carried: 0, received: 0, early: 0, onTime: 0, late: 0, openInTime: 0, openOverdue: 0 };

describe('on-time figures of a month', () => {
  it.each([
    ['early', '2026-11-26 10:00', 'the day before the promised one'],
    ['onTime', '2026-11-27 15:40', 'the promised minute'],
    ['late', '2026-11-27 15:41', 'a minute later'],
  ] as const)('count a result as %s when it comes at %s, %s', (figure, at, why) => {
    const state = stateOf('2026-11-23 15:40', (life) => void life.act('recordResult', at));
    expect(count([state]), why).toMatchObject({ ...figures, received: 1, [figure]: 1 });
  });

  it('count what is open by the end of the month, or by now when it is not over', () => {
    const state = stateOf('2026-11-23 15:40');
    expect(count([state], on('2026-11-27 15:40'))).toMatchObject({ ...figures, received: 1, openInTime: 1 });
    expect(count([state], on('2026-11-27 15:41'))).toMatchObject({ ...figures, received: 1, openOverdue: 1 });
  });

  it('count one waiting for the citizen as in time since the request', () => {
    const state = stateOf(
      '2026-11-23 15:40',
      (life) => void life.act('requestSupplements', '2026-11-25 09:00'),
    );
    expect(count([state])).toMatchObject({ ...figures, received: 1, openInTime: 1 });
  });

  it('count one asked about twice as late, though it was done early', () => {
    const state = stateOf('2026-11-23 15:40', (life) => {
      life.act('requestSupplements', '2026-11-25 09:00');
      life.act('receiveSupplements', '2026-11-25 10:00');
      life.act('requestSupplements', '2026-11-25 11:00');
      life.act('receiveSupplements', '2026-11-25 14:00');
      life.act('recordResult', '2026-11-26 10:00');
    });
    expect(count([state])).toMatchObject({ ...figures, received: 1, late: 1 });
  });

  it('carry over what was open before, leave out what had ended, and balance', () => {
    const before = stateOf(
      '2026-10-28 09:00',
      (life) => void life.act('recordResult', '2026-11-02 08:00', { date: '2026-11-02' }),
    );
    const ended = stateOf(
      '2026-10-20 09:00',
      (life) => void life.act('recordResult', '2026-10-22 10:00', { date: '2026-10-22' }),
    );
    const next = stateOf('2026-11-30 16:00');
    const line = count([before, ended, next]);
    expect(line).toMatchObject({ ...figures, carried: 1, received: 1, onTime: 1, openInTime: 1 });
    expect(countOnTime([ended], from, until)).toEqual([]);
  });

  it('share out what is solved alone, and nothing of nothing', () => {
    const words = messagesIn('vi');
    const late = stateOf('2026-11-23 15:40', (life) => void life.act('recordResult', '2026-11-30 10:00'));
    const early = stateOf('2026-11-23 15:40', (life) => void life.act('recordResult', '2026-11-26 10:00'));
    const open = stateOf('2026-11-30 15:40');
    const share = (states: Taken[]) => onTimeBook.totals(countOnTime(states, from, until), words)?.at(-1);
    expect(share([late, early, open])).toBe(0.5);
    expect(share([open])).toBeNull();
    expect(share([])).toBeNull();
  });
});
