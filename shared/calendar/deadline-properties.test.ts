import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../catalogue/procedure.ts';
import type { CalendarDay, CalendarPack } from './calendar-pack.ts';
import { findCalendarPackProblems } from './calendar-pack.ts';
import { computeDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { findHoursProblems } from './office-hours.ts';
import type { OfficeHours, Session } from './office-hours.ts';
import { clockOf, dateOfDayNumber, dayNumberOf, instantOf, weekdayOf } from './vietnam-time.ts';
import { openWorkingCalendar } from './working-calendar.ts';

/**
 * A slow, obvious second implementation: it walks minute by minute over the raw pack and the raw hours, with the platform's own
 * Date and 'HH:MM' compared as text, and shares no arithmetic with the one under test.
 */
interface World {
  pack: CalendarPack;
  hours: OfficeHours;
  passOnAfter: string | undefined;
}

const HOUR_MS = 3_600_000;
const textOf = (instant: number) => new Date(instant + 7 * HOUR_MS).toISOString();
const dateOf = (instant: number) => textOf(instant).slice(0, 10);
const clockText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minuteText = (instant: number) => textOf(instant).slice(11, 16);
const momentOf = (date: string, minute: number) => Date.parse(`${date}T${clockText(minute)}:00+07:00`);
const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);
const weekdayIn = (date: string) =>
  (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as keyof OfficeHours;

const sessionsIn = ({ pack, hours }: World, date: string): Session[] => {
  const named = pack.days.find((day) => day.date === date);
  if (named && named.type !== 'working_weekend') return [];
  const own = hours[weekdayIn(date)];
  if (!named || own.length > 0) return own;
  const dayOff = pack.days.find((day) => day.pairedWorkday === date)!;
  return hours[weekdayIn(dayOff.date)];
};

const openMinutes = (world: World, date: string): number[] => {
  const sessions = sessionsIn(world, date);
  const minutes: number[] = [];
  for (let minute = 0; minute < 1440; minute += 1)
    if (sessions.some(({ from, to }) => from <= clockText(minute) && clockText(minute) < to))
      minutes.push(minute);
  return minutes;
};

const works = (world: World, date: string) => {
  if (openMinutes(world, date).length === 0) return false;
  return (
    weekdayIn(date) <= 5 || world.pack.days.some((day) => day.date === date && day.type === 'working_weekend')
  );
};

const closeOf = (world: World, date: string) => momentOf(date, openMinutes(world, date).at(-1)! + 1);

const nextWorking = (world: World, from: string) => {
  let date = from;
  while (!works(world, date)) date = dayAfter(date);
  return date;
};

const referenceDue = (world: World, term: Term, receivedAt: number): number => {
  const today = dateOf(receivedAt);
  const now = minuteText(receivedAt);
  const openLater = openMinutes(world, today).filter((minute) => clockText(minute) >= now);

  if (term.unit === 'SAME_DAY') {
    const late = term.cutoff !== undefined && now > term.cutoff;
    return closeOf(world, openLater.length > 0 && !late ? today : nextWorking(world, dayAfter(today)));
  }
  if (term.unit === 'DAY' || term.unit === 'MONTH') {
    let last = today;
    if (term.unit === 'DAY') for (let count = 0; count < term.value; count += 1) last = dayAfter(last);
    else {
      const [year, month, day] = today.split('-').map(Number) as [number, number, number];
      let kept = day;
      while (new Date(Date.UTC(year, month - 1 + term.value, kept)).getUTCDate() !== kept) kept -= 1;
      last = new Date(Date.UTC(year, month - 1 + term.value, kept)).toISOString().slice(0, 10);
    }
    return closeOf(world, nextWorking(world, last));
  }

  const cutoff = term.cutoff ?? world.passOnAfter;
  const canStartToday =
    works(world, today) && openLater.length > 0 && !(cutoff !== undefined && now > cutoff);
  const startDate = canStartToday ? today : nextWorking(world, dayAfter(today));
  const startMinute = canStartToday ? openLater[0]! : openMinutes(world, startDate)[0]!;

  if (term.unit === 'HOUR') {
    let left = term.value * 60;
    for (let date = startDate; ; date = nextWorking(world, dayAfter(date)))
      for (const minute of openMinutes(world, date)) {
        if (date === startDate && minute < startMinute) continue;
        left -= 1;
        if (left === 0) return momentOf(date, minute + 1);
      }
  }
  let date = startDate;
  for (let count = 0; count < term.value; count += 1) date = nextWorking(world, dayAfter(date));
  const minute = openMinutes(world, date).find((one) => one >= startMinute);
  return minute === undefined ? closeOf(world, date) : momentOf(date, minute);
};

const sessionList = (least: number): fc.Arbitrary<Session[]> =>
  fc
    .uniqueArray(fc.integer({ min: 24, max: 80 }), { minLength: 2 * Math.max(least, 1), maxLength: 6 })
    .map((quarters) => {
      const sorted = [...quarters].sort((a, b) => a - b);
      const sessions: Session[] = [];
      for (let place = 0; place + 1 < sorted.length; place += 2)
        sessions.push({ from: clockOf(sorted[place]! * 15), to: clockOf(sorted[place + 1]! * 15) });
      return sessions;
    });

const maybeShut = (sessions: fc.Arbitrary<Session[]>, shut: number) =>
  fc.oneof(
    { weight: shut, arbitrary: fc.constant<Session[]>([]) },
    { weight: 10 - shut, arbitrary: sessions },
  );

const anyHours: fc.Arbitrary<OfficeHours> = fc.record({
  1: maybeShut(sessionList(1), 1),
  2: fc.constant([
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ]),
  3: maybeShut(sessionList(1), 1),
  4: sessionList(1),
  5: maybeShut(sessionList(1), 1),
  6: maybeShut(sessionList(1), 6),
  7: maybeShut(sessionList(1), 9),
});

const firstDay = dayNumberOf('2026-01-01');
const namedDay = (date: string, type: CalendarDay['type'], pairedWorkday: string | null): CalendarDay => ({
  date,
  weekday: weekdayOf(date),
  type,
  name: 'Ngày mẫu',
  pairedWorkday,
  confidence: 'high',
  source: 'Mẫu',
});

/** Free days become holidays; some weekdays are swapped with the Saturday or Sunday of some near week. */
const anyPack: fc.Arbitrary<CalendarPack> = fc
  .array(
    fc.record({
      offset: fc.integer({ min: 0, max: 500 }),
      swap: fc.boolean(),
      weeks: fc.integer({ min: -2, max: 2 }),
    }),
    {
      maxLength: 60,
    },
  )
  .map((picks) => {
    const days = new Map<string, CalendarDay>();
    for (const { offset, swap, weeks } of picks) {
      const date = dateOfDayNumber(firstDay + offset);
      const weekday = weekdayOf(date);
      const worked = dateOfDayNumber(firstDay + offset - weekday + 6 + (offset % 2) + 7 * weeks);
      if (days.has(date) || (swap && (days.has(worked) || worked === date))) continue;
      if (swap && weekday <= 5) {
        days.set(date, namedDay(date, 'swap_off', worked));
        days.set(worked, namedDay(worked, 'working_weekend', null));
      } else days.set(date, namedDay(date, 'holiday', null));
    }
    return {
      kind: 'calendar',
      id: 'mau',
      version: 1,
      issued: '2026-01-01',
      title: 'Mẫu',
      coversFrom: '2025-01-01',
      coversTo: '2027-12-31',
      unofficialYears: [],
      days: [...days.values()],
    };
  });

const anyClock = fc.integer({ min: 0, max: 1439 }).map(clockOf);
const anyWorld: fc.Arbitrary<World> = fc.record({
  pack: anyPack,
  hours: anyHours,
  passOnAfter: fc.option(anyClock, { nil: undefined, freq: 3 }),
});

const withCutoff = (term: Term, cutoff: string | undefined): Term =>
  cutoff === undefined ? term : { ...term, cutoff };
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.option(anyClock, { nil: undefined }).map((cutoff) => withCutoff({ value: 1, unit: 'SAME_DAY' }, cutoff)),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.option(anyClock, { nil: undefined }))
    .map(([value, cutoff]) => withCutoff({ value, unit: 'HOUR' }, cutoff)),
  fc
    .tuple(fc.integer({ min: 1, max: 25 }), fc.option(anyClock, { nil: undefined }))
    .map(([value, cutoff]) => withCutoff({ value, unit: 'WORKING_DAY' }, cutoff)),
  fc.integer({ min: 1, max: 70 }).map((value): Term => ({ value, unit: 'DAY' })),
  fc.integer({ min: 1, max: 14 }).map((value): Term => ({ value, unit: 'MONTH' })),
);
/** Any second of a year and more around the named days, and often a round minute near opening, lunch and closing. */
const anyReceipt = fc.oneof(
  fc.integer({ min: instantOf('2026-01-01', 0), max: instantOf('2027-02-01', 0) }),
  fc
    .tuple(
      fc.integer({ min: 0, max: 396 }),
      fc.constantFrom(420, 449, 450, 689, 690, 779, 780, 900, 901, 1019, 1020, 1439),
    )
    .map(([day, minute]) => instantOf(dateOfDayNumber(firstDay + day), minute)),
);

const calendarOf = ({ pack, hours, passOnAfter }: World) =>
  openWorkingCalendar(pack, hours, passOnAfter === undefined ? {} : { passOnAfter });

const mustCompute = (world: World, term: Term, receivedAt: number): Deadline => {
  const result = computeDeadline(term, receivedAt, calendarOf(world));
  if (!result.ok) throw new Error(result.fault.code);
  return result.deadline;
};

const opensOnRestDays = (world: World) => world.hours[6].length > 0 || world.hours[7].length > 0;

describe('deadlines in random offices, holidays and swaps', () => {
  it('the worlds tried are valid ones', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        expect(findHoursProblems(world.hours)).toEqual([]);
        expect(findCalendarPackProblems(world.pack)).toEqual([]);
      }),
    );
  });

  it('agree with the minute-by-minute reference', () => {
    fc.assert(
      fc.property(anyWorld, anyTerm, anyReceipt, (world, term, receivedAt) => {
        const { dueAt } = mustCompute(world, term, receivedAt);
        expect(textOf(dueAt)).toBe(textOf(referenceDue(world, term, receivedAt)));
      }),
      { numRuns: 500 },
    );
  });

  it('are never before the receipt, in an office session, on a working day', () => {
    fc.assert(
      fc.property(anyWorld, anyTerm, anyReceipt, (world, term, receivedAt) => {
        const { dueAt, countedFrom, rule, rolled } = mustCompute(world, term, receivedAt);
        expect(dueAt).toBeGreaterThanOrEqual(receivedAt);
        expect(dueAt).toBeGreaterThanOrEqual(countedFrom);
        const due = dateOf(dueAt);
        expect(
          sessionsIn(world, due).some(({ from, to }) => from <= minuteText(dueAt) && minuteText(dueAt) <= to),
        ).toBe(true);
        if (rule !== 'inDay') expect(works(world, due)).toBe(true);
        else expect(due).toBe(dateOf(receivedAt));
        if (rolled) expect(works(world, rolled.from)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never come earlier for a later receipt (but in-day results at a desk open on rest days, docs/deadlines.md)', () => {
    const nearby = fc.oneof(
      fc.integer({ min: 0, max: 90 * 60_000 }),
      fc.integer({ min: 0, max: 9 * 24 * HOUR_MS }),
    );
    fc.assert(
      fc.property(anyWorld, anyTerm, anyReceipt, nearby, (world, term, receivedAt, later) => {
        fc.pre(term.unit !== 'SAME_DAY' || !opensOnRestDays(world));
        expect(mustCompute(world, term, receivedAt + later).dueAt).toBeGreaterThanOrEqual(
          mustCompute(world, term, receivedAt).dueAt,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never come earlier for a longer term', () => {
    fc.assert(
      fc.property(anyWorld, anyTerm, anyReceipt, (world, term, receivedAt) => {
        fc.pre(term.unit !== 'SAME_DAY');
        const longer = mustCompute(world, { ...term, value: term.value + 1 }, receivedAt);
        expect(longer.dueAt).toBeGreaterThanOrEqual(mustCompute(world, term, receivedAt).dueAt);
      }),
      { numRuns: 500 },
    );
  });

  it('add up: so many hours and then some more are all of them', () => {
    const hours = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(anyWorld, hours, hours, anyReceipt, (world, first, then, receivedAt) => {
        const free = { ...world, passOnAfter: undefined };
        const { dueAt } = mustCompute(free, { value: first, unit: 'HOUR' }, receivedAt);
        const split = mustCompute(free, { value: then, unit: 'HOUR' }, dueAt).dueAt;
        expect(split).toBe(mustCompute(free, { value: first + then, unit: 'HOUR' }, receivedAt).dueAt);
      }),
      { numRuns: 300 },
    );
  });

  it('eight working hours are one working day where the day has eight hours', () => {
    const eightHours = { from: '07:30', to: '11:30' };
    const regular: Session[] = [eightHours, { from: '13:00', to: '17:00' }];
    fc.assert(
      fc.property(anyPack, fc.integer({ min: 1, max: 25 }), anyReceipt, (pack, days, receivedAt) => {
        const hours: OfficeHours = {
          1: regular,
          2: regular,
          3: regular,
          4: regular,
          5: regular,
          6: [],
          7: [],
        };
        const world: World = { pack, hours, passOnAfter: undefined };
        const inDays = mustCompute(world, { value: days, unit: 'WORKING_DAY' }, receivedAt).dueAt;
        const inHours = mustCompute(world, { value: days * 8, unit: 'HOUR' }, receivedAt).dueAt;
        expect(inHours).toBeLessThanOrEqual(inDays);
        // No working minute lies between: the one names the close of a session, the other the opening of the next.
        for (let minute = inHours; minute < inDays; minute += 60_000) {
          const date = dateOf(minute);
          const open = sessionsIn(world, date).some(
            ({ from, to }) => from <= minuteText(minute) && minuteText(minute) < to,
          );
          expect(open && works(world, date)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
