import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { computeDeadline } from '../../../shared/calendar/deadline.ts';
import type { Deadline } from '../../../shared/calendar/deadline.ts';
import { isWorkingDay, openWorkingCalendar } from '../../../shared/calendar/working-calendar.ts';
import { addDays, instantOf, localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import type { Term } from '../../../shared/catalogue/procedure.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { emptyPerson } from '../../../shared/citizen/person.ts';
import { blankState } from '../../../shared/dossier/state.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import { standingLine, timeLeft } from './standing.ts';

const day = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const calendar = openWorkingCalendar(
  {
    kind: 'calendar',
    id: 'sample',
    version: 1,
    issued: '2026-01-01',
    title: 'Sample',
    coversFrom: '2026-01-01',
    coversTo: '2027-12-31',
    unofficialYears: [],
    days: [
      {
        date: '2026-11-24',
        weekday: 2,
        type: 'holiday',
        name: 'Ngày nghỉ mẫu',
        pairedWorkday: null,
        confidence: 'high',
        source: 'mẫu',
      },
      {
        date: '2026-12-31',
        weekday: 4,
        type: 'swap_off',
        name: 'Hoán đổi mẫu',
        pairedWorkday: '2026-12-26',
        confidence: 'high',
        source: 'mẫu',
      },
      {
        date: '2026-12-26',
        weekday: 6,
        type: 'working_weekend',
        name: 'Làm bù mẫu',
        pairedWorkday: null,
        confidence: 'high',
        source: 'mẫu',
      },
      {
        date: '2027-01-01',
        weekday: 5,
        type: 'holiday',
        name: 'Tết Dương lịch',
        pairedWorkday: null,
        confidence: 'high',
        source: 'mẫu',
      },
    ],
  },
  { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] },
);

const deadlineOf = (term: Term, receivedAt: number): Deadline => {
  const result = computeDeadline(term, receivedAt, calendar);
  if (!result.ok) throw new Error(result.fault.code);
  return result.deadline;
};
const monday = instantOf('2026-11-23', 9 * 60 + 15);

describe('timeLeft', () => {
  test('leaves out the days off that were frozen with the promise', () => {
    const deadline = deadlineOf({ value: 3, unit: 'WORKING_DAY' }, monday);
    expect(localDateAt(deadline.dueAt)).toBe('2026-11-27');
    expect(timeLeft(deadline, monday)).toEqual({ kind: 'workingDays', days: 3 });
    expect(timeLeft(deadline, instantOf('2026-11-26', 600))).toEqual({ kind: 'workingDays', days: 1 });
  });

  test('the day itself, the hour past, the days past', () => {
    const deadline = deadlineOf({ value: 3, unit: 'WORKING_DAY' }, monday);
    expect(timeLeft(deadline, instantOf('2026-11-27', 8 * 60))).toEqual({ kind: 'today' });
    expect(timeLeft(deadline, instantOf('2026-11-27', 10 * 60))).toEqual({ kind: 'lateToday' });
    expect(timeLeft(deadline, instantOf('2026-11-30', 10 * 60))).toEqual({ kind: 'late', days: 3 });
  });

  test('a term in calendar days is told in calendar days', () => {
    const deadline = deadlineOf({ value: 15, unit: 'DAY' }, monday);
    expect(timeLeft(deadline, monday)).toEqual({ kind: 'calendarDays', days: 15 });
  });

  test('agrees with the calendar for any term received in working hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 80 }),
        (offset, value, later) => {
          const date = addDays('2026-02-02', offset);
          fc.pre(isWorkingDay(calendar, date));
          const receivedAt = instantOf(date, 9 * 60);
          const deadline = deadlineOf({ value, unit: 'WORKING_DAY' }, receivedAt);
          const today = addDays(date, later);
          const now = instantOf(today, 8 * 60);
          fc.pre(today < localDateAt(deadline.dueAt) && now >= receivedAt - 3_600_000);
          let expected = 0;
          for (let next = addDays(today, 1); next <= localDateAt(deadline.dueAt); next = addDays(next, 1))
            if (isWorkingDay(calendar, next)) expected += 1;
          expect(timeLeft(deadline, now)).toEqual({ kind: 'workingDays', days: expected });
        },
      ),
    );
  });
});

const office = {
  code: 'H55.242',
  name: 'Trung tâm mẫu',
  superior: 'UBND mẫu',
  address: '',
  phone: '',
  province: '',
  lookupBase: '',
};
const head = {
  businessDay: '2026-11-23',
  office,
  desk: 1,
  clerkName: 'Cán bộ Mẫu',
  procedure: {
    code: '1.004873',
    name: 'Thủ tục mẫu',
    field: 'Hộ tịch',
    agency: 'UBND cấp xã',
    case: null,
    results: [],
    catalogueVersion: 1,
  },
  submitter: { ...emptyPerson, name: 'Nguyễn Văn Mẫu' },
  owner: { ...emptyPerson, name: 'Trần Thị Thí Dụ' },
  relation: '',
  sets: 1,
  components: [],
  note: '',
  receivedAt: monday,
};
const blank: DossierState = blankState('a', 'e', 'ABCDEFGHJK');
const accepted: DossierState = {
  ...blank,
  accepted: {
    ...head,
    code: 'H55.242-261123-0007',
    key: 'k',
    channel: 'counter',
    answers: {},
    answerLines: [],
    fees: [],
    feeTotal: 0,
    delivery: { method: 'counter', address: '' },
    deadline: deadlineOf({ value: 3, unit: 'WORKING_DAY' }, monday),
    possibleDuplicates: [],
  },
};

describe('standingLine', () => {
  const words = messagesIn('vi');

  test('says where a received dossier is, and that its paper is not printed', () => {
    expect(standingLine(accepted, monday, words)).toBe(
      'Đã nhận, hẹn trả 9:15 thứ Sáu 27/11/2026, còn 3 ngày làm việc. Giấy tiếp nhận chưa in.',
    );
  });

  test('a printed paper is not spoken of, an unsure one is', () => {
    const papers = (outcome: 'printed' | 'unsure') => [
      { form: 'receipt' as const, outcome, at: monday, reprint: false },
    ];
    expect(standingLine({ ...accepted, papers: papers('printed') }, monday, words)).not.toContain('chưa in');
    expect(standingLine({ ...accepted, papers: papers('unsure') }, monday, words)).toContain(
      'Chưa rõ giấy đã in ra chưa.',
    );
  });

  test('names the slip of a dossier that was not taken', () => {
    const guided: DossierState = {
      ...blank,
      status: 'guided',
      guided: { ...head, number: 12, year: 2026, missing: [], reason: '' },
    };
    expect(standingLine(guided, monday, words)).toBe(
      'Chưa nhận: đã giao phiếu yêu cầu bổ sung số 02-0012/2026 lúc 9:15 thứ Hai 23/11/2026, chờ người nộp bổ sung.',
    );
  });
});
