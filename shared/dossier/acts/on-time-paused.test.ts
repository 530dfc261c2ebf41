import { describe } from 'vitest';
import { takenIn } from './testing-life.ts';
import { after, friday, testOnTime } from './testing-on-time.ts';
import type { OnTimeCase } from './testing-on-time.ts';

const fiveCalendarDays = takenIn({ value: 5, unit: 'DAY' }, '2026-11-23 15:40');
const inDay = takenIn({ value: 1, unit: 'SAME_DAY', cutoff: '15:00' }, '2026-11-25 09:00');
const twoHours = takenIn({ value: 2, unit: 'HOUR' }, '2026-11-25 15:40');

const cases: OnTimeCase[] = [
  {
    what: '7. Waiting for the citizen since Wed 9:00: the request is the end, however long she takes',
    life: after((d) => d.act('requestSupplements', '2026-11-25 09:00')),
    now: '2026-12-07 08:00',
    due: friday,
    judgedAt: '2026-11-25 09:00',
    late: null,
    settled: false,
  },
  {
    what: '8. Asked at Fri 16:00, after the promise: 16:00 > 15:40, and waiting mends nothing',
    life: after((d) => d.act('requestSupplements', '2026-11-27 16:00')),
    now: '2026-12-07 08:00',
    due: friday,
    judgedAt: '2026-11-27 16:00',
    late: 'pastDue',
    settled: true,
  },
  {
    // Used: Mon 80 + Wed 7:30–9:00 90 = 170, left 1440 − 170 = 1270. From Mon 30/11 10:00: 90 + 240 = 330 (940 left),
    // Tue 480 (460 left), Wed 240 (220 left) and 13:00 + 220 min = 16:40.
    what: '9. Paused Wed 9:00 to Mon 10:00: the new promise is Wed 2/12 16:40, and kept in its last minute',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('receiveSupplements', '2026-11-30 10:00');
      d.act('recordResult', '2026-12-02 16:40', { date: '2026-12-02' });
    }),
    now: '2026-12-03 08:00',
    due: '16:40 thứ Tư 2/12/2026',
    judgedAt: '2026-12-02 16:40',
    late: null,
    settled: true,
  },
  {
    what: '10. The same a minute later: Wed 16:41 > Wed 16:40',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('receiveSupplements', '2026-11-30 10:00');
      d.act('recordResult', '2026-12-02 16:41');
    }),
    now: '2026-12-03 08:00',
    due: '16:40 thứ Tư 2/12/2026',
    judgedAt: '2026-12-02 16:41',
    late: 'pastDue',
    settled: true,
  },
  {
    what: '11. Done after the first promise but before the one supplements gave: Mon 30/11 16:00 ≤ Wed 16:40',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('receiveSupplements', '2026-11-30 10:00');
      d.act('recordResult', '2026-11-30 16:00');
    }),
    now: '2026-12-03 08:00',
    due: '16:40 thứ Tư 2/12/2026',
    judgedAt: '2026-11-30 16:00',
    late: null,
    settled: true,
  },
  {
    // Second pause: Mon 10:00 to Tue 8:00 used 330 + 30 = 360, left 1270 − 360 = 910. From Thu 3/12 8:00: 210 + 240 = 450
    // (460 left), Fri 240 (220 left) and 13:00 + 220 min = 16:40.
    what: '12. Paused twice: promised for Fri 4/12 16:40, done on Thu 3/12, and late for being asked twice',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('receiveSupplements', '2026-11-30 10:00');
      d.act('requestSupplements', '2026-12-01 08:00');
      d.act('receiveSupplements', '2026-12-03 08:00');
      d.act('recordResult', '2026-12-03 14:00');
    }),
    now: '2026-12-03 15:00',
    due: '16:40 thứ Sáu 4/12/2026',
    judgedAt: '2026-12-03 14:00',
    late: 'askedTwice',
    settled: true,
  },
  {
    what: '13. Asked a second time and waiting: late already, nothing that follows changes it',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('receiveSupplements', '2026-11-25 10:00');
      d.act('requestSupplements', '2026-11-25 11:00');
    }),
    now: '2026-11-25 11:30',
    // Paused 9:00–10:00, one hour of the office: 15:40 + 60 min.
    due: '16:40 thứ Sáu 27/11/2026',
    judgedAt: '2026-11-25 11:00',
    late: 'askedTwice',
    settled: true,
  },
  {
    what: '14. Two desks asked at once and the second was ruled out: asked once',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      const [round] = d.state.rounds;
      if (!round) throw new Error('no request');
      const { event: first, ...payload } = round.asked;
      const second = d.elsewhere({
        type: 'supplementsRequested',
        v: 1,
        payload: { ...payload, command: 'elsewhere' },
      });
      d.act('closeConflict', '2026-11-25 10:00', {
        conflict: { event: second, with: first },
        stands: 'with',
      });
      d.act('receiveSupplements', '2026-11-30 10:00');
      d.act('recordResult', '2026-12-02 09:00');
    }),
    now: '2026-12-02 10:00',
    due: '16:40 thứ Tư 2/12/2026',
    judgedAt: '2026-12-02 09:00',
    late: null,
    settled: true,
  },
  {
    // Left 1270 as in case 9. Saturday does not count: from Mon 30/11 7:30, 480 (790 left), Tue 480 (310 left), Wed 240 (70 left)
    // and 13:00 + 70 min = 14:10.
    what: '15. Papers brought on a Saturday count from Monday’s opening: promise Wed 2/12 14:10',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('receiveSupplements', '2026-11-28 09:00');
      d.act('recordResult', '2026-12-02 14:10');
    }),
    now: '2026-12-03 08:00',
    due: '14:10 thứ Tư 2/12/2026',
    judgedAt: '2026-12-02 14:10',
    late: null,
    settled: true,
  },
  {
    // 23/11 + 5 = Sat 28/11. Asked Thu 26/11: 28 − 26 = 2 days left. Brought Wed 2/12: 2/12 + 2 = Fri 4/12, at the close.
    what: '16. Five calendar days, paused with two left: promise Fri 4/12 17:00',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-26 09:00');
      d.act('receiveSupplements', '2026-12-02 09:00');
      d.act('recordResult', '2026-12-04 17:00');
    }, fiveCalendarDays),
    now: '2026-12-05 08:00',
    due: '17:00 thứ Sáu 4/12/2026',
    judgedAt: '2026-12-04 17:00',
    late: null,
    settled: true,
  },
  {
    // As before, brought Thu 3/12: 3/12 + 2 = Sat 5/12, so Mon 7/12 17:00. The result came on Tue 8/12.
    what: '17. The last calendar day is a Saturday: promise Mon 7/12 17:00, done on Tuesday',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-26 09:00');
      d.act('receiveSupplements', '2026-12-03 09:00');
      d.act('recordResult', '2026-12-08 08:00');
    }, fiveCalendarDays),
    now: '2026-12-08 09:00',
    due: '17:00 thứ Hai 7/12/2026',
    judgedAt: '2026-12-08 08:00',
    late: 'pastDue',
    settled: true,
  },
  {
    what: '22. Withdrawn on 10/12 while papers were waited for since Wed 9:00: the clock stood still',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 09:00');
      d.act('withdraw', '2026-12-10 08:00');
    }),
    now: '2026-12-11 08:00',
    due: friday,
    judgedAt: '2026-11-25 09:00',
    late: null,
    settled: true,
  },
  {
    what: '23. Refused on the merits on 10/12 because the papers never came: judged by the request',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-26 09:00');
      d.act('recordResult', '2026-12-10 08:00', { approved: false });
    }),
    now: '2026-12-11 08:00',
    due: friday,
    judgedAt: '2026-11-26 09:00',
    late: null,
    settled: true,
  },
  {
    what: '24. In the day: asked at 10:00, brought next day at 14:00, so due at that day’s close',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 10:00');
      d.act('receiveSupplements', '2026-11-26 14:00');
      d.act('recordResult', '2026-11-26 16:59');
    }, inDay),
    now: '2026-11-27 08:00',
    due: '17:00 thứ Năm 26/11/2026',
    judgedAt: '2026-11-26 16:59',
    late: null,
    settled: true,
  },
  {
    // 120 minutes from Wed 15:40; asked 16:30 after 50, so 70 left. Fri 11:00–11:30 is 30, and 13:00 + 40 min = 13:40.
    what: '25. Two working hours, paused with 70 minutes left: promise Fri 13:40, missed by a minute',
    life: after((d) => {
      d.act('requestSupplements', '2026-11-25 16:30');
      d.act('receiveSupplements', '2026-11-27 11:00');
      d.act('recordResult', '2026-11-27 13:41');
    }, twoHours),
    now: '2026-11-28 08:00',
    due: '13:40 thứ Sáu 27/11/2026',
    judgedAt: '2026-11-27 13:41',
    late: 'pastDue',
    settled: true,
  },
];

describe('on time by QĐ 766, where the citizen is waited for', () => {
  testOnTime(cases);
});
