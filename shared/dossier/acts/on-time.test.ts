import { describe, expect, it } from 'vitest';
import { onTime, urgencyOf } from './clock.ts';
import { begin, on, takenIn } from './testing-life.ts';
import { after, friday, testOnTime, threeDays } from './testing-on-time.ts';
import type { OnTimeCase } from './testing-on-time.ts';

const cases: OnTimeCase[] = [
  {
    what: '1. The result comes on Thursday: Thu 10:00 ≤ Fri 15:40',
    life: after((d) => d.act('recordResult', '2026-11-26 10:00')),
    now: '2026-11-26 10:00',
    due: friday,
    judgedAt: '2026-11-26 10:00',
    late: null,
    settled: true,
  },
  {
    what: '2. In the promised minute itself: Fri 15:40 ≤ Fri 15:40',
    life: after((d) => d.act('recordResult', '2026-11-27 15:40')),
    now: '2026-12-01 08:00',
    due: friday,
    judgedAt: '2026-11-27 15:40',
    late: null,
    settled: true,
  },
  {
    what: '3. One minute later: Fri 15:41 > Fri 15:40',
    life: after((d) => d.act('recordResult', '2026-11-27 15:41')),
    now: '2026-12-01 08:00',
    due: friday,
    judgedAt: '2026-11-27 15:41',
    late: 'pastDue',
    settled: true,
  },
  {
    what: '4. Returned late but done in time: the end of work is Thursday’s result, not the return on 7/12',
    life: after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('returnResult', '2026-12-07 09:00');
    }),
    now: '2026-12-08 08:00',
    due: friday,
    judgedAt: '2026-11-26 10:00',
    late: null,
    settled: true,
  },
  {
    what: '5. Nothing done and the promised minute not over: judged by now, and not settled',
    life: after(() => undefined),
    now: '2026-11-27 15:40',
    due: friday,
    judgedAt: '2026-11-27 15:40',
    late: null,
    settled: false,
  },
  {
    what: '6. Nothing done a minute after it: late as things stand',
    life: after((d) => d.act('handOver', '2026-11-25 08:00')),
    now: '2026-11-27 15:41',
    due: friday,
    judgedAt: '2026-11-27 15:41',
    late: 'pastDue',
    settled: true,
  },
  {
    what: '18. Apology and new date on Thursday, before the promise: Wed 2/12 9:00 ≤ Wed 2/12 17:00',
    life: after((d) => {
      d.act('extend', '2026-11-26 10:00', { date: '2026-12-02' });
      d.act('recordResult', '2026-12-02 09:00');
    }),
    now: '2026-12-02 10:00',
    due: '17:00 thứ Tư 2/12/2026',
    judgedAt: '2026-12-02 09:00',
    late: null,
    settled: true,
  },
  {
    what: '19. Apology at Fri 16:30, when 15:40 had passed: late, though done before the new date',
    life: after((d) => {
      d.act('extend', '2026-11-27 16:30', { date: '2026-12-02' });
      d.act('recordResult', '2026-12-01 09:00');
    }),
    now: '2026-12-02 10:00',
    due: '17:00 thứ Tư 2/12/2026',
    judgedAt: '2026-12-01 09:00',
    late: 'extendedTooLate',
    settled: true,
  },
  {
    what: '20. Stopped on Friday morning: the stop is the end, 9:00 ≤ 15:40',
    life: after((d) => d.act('stop', '2026-11-27 09:00')),
    now: '2026-12-10 08:00',
    due: friday,
    judgedAt: '2026-11-27 09:00',
    late: null,
    settled: true,
  },
  {
    what: '21. Stopped on Monday 30/11: after the promise',
    life: after((d) => d.act('stop', '2026-11-30 09:00')),
    now: '2026-12-10 08:00',
    due: friday,
    judgedAt: '2026-11-30 09:00',
    late: 'pastDue',
    settled: true,
  },
  {
    what: '26. A slip in the result’s number mended after the promise: the work had ended on Thursday',
    life: after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('recordResult', '2026-11-30 10:00', { number: '16/TLKS', replaces: true });
    }),
    now: '2026-12-01 08:00',
    due: friday,
    judgedAt: '2026-11-26 10:00',
    late: null,
    settled: true,
  },
];

describe('on time by QĐ 766, where nobody is waited for', () => {
  testOnTime(cases);

  it('says nothing of what was never taken in', () => {
    const life = begin();
    expect(onTime({ ...life.state, accepted: null }, 0)).toBeNull();
  });
});

describe('how near a promise is', () => {
  it.each([
    ['2026-11-25 17:00', 'ahead'],
    ['2026-11-26 08:00', 'near'],
    ['2026-11-27 15:40', 'near'],
    ['2026-11-27 15:41', 'overdue'],
    ['2026-12-27 08:00', 'overdue'],
  ])('%s: %s', (now, urgency) => {
    expect(urgencyOf(begin(threeDays).state, on(now))).toBe(urgency);
  });

  it('counts a weekend and a day off as nothing: Monday is near on the Friday before', () => {
    const monday = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-25 09:00')).state;
    expect(urgencyOf(monday, on('2026-11-27 09:00'))).toBe('near');
    const wednesday = begin(takenIn({ value: 1, unit: 'WORKING_DAY' }, '2026-11-23 09:00')).state;
    expect(urgencyOf(wednesday, on('2026-11-23 10:00'))).toBe('near');
  });

  it('is still while the citizen is waited for and once the work is done', () => {
    const waiting = begin(threeDays);
    waiting.act('requestSupplements', '2026-11-25 09:00');
    expect(urgencyOf(waiting.state, on('2027-01-04 09:00'))).toBe('still');
    const done = begin(threeDays);
    done.act('recordResult', '2026-11-25 09:00');
    expect(urgencyOf(done.state, on('2027-01-04 09:00'))).toBe('still');
  });
});
