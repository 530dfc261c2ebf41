import type { Messages } from '../messages/index.ts';
import type { Problem } from '../text/problem.ts';
import { everyWeekday, formatMinute, parseClock } from './vietnam-time.ts';
import type { Weekday } from './vietnam-time.ts';

type Words = Messages['calendar'];

/** One sitting of the desk, 'HH:MM' in 24 hours; open from `from` up to, not including, `to`. */
export interface Session {
  from: string;
  to: string;
}

/** When the desk is open, per ISO weekday; an empty list is a day it stays shut. Kept as data in the office's events. */
export type OfficeHours = Record<Weekday, Session[]>;

/** The same in minutes of day, in order. */
export interface MinuteSession {
  from: number;
  to: number;
}

export type HoursProblemCode = 'clockUnreadable' | 'sessionBackwards' | 'sessionsOverlap' | 'noWorkingHours';

const workingWeek: readonly Weekday[] = [1, 2, 3, 4, 5];

/**
 * What a new office starts from, to be set to its own: the hours a commune published for 2026 (Monday–Friday 7:30–11:30 and
 * 13:00–17:00). Eight hours a day is Bộ luật Lao động Điều 105; the hours themselves are each province's decision.
 */
export const defaultOfficeHours = (): OfficeHours => {
  const day = (): Session[] => [
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ];
  return { 1: day(), 2: day(), 3: day(), 4: day(), 5: day(), 6: [], 7: [] };
};

/** Sessions in minutes, in order. Unreadable ones are left out: `findHoursProblems` names them. */
export const minuteSessions = (sessions: readonly Session[]): MinuteSession[] =>
  sessions
    .flatMap(({ from, to }) => {
      const start = parseClock(from);
      const end = parseClock(to);
      return start === undefined || end === undefined || start >= end ? [] : [{ from: start, to: end }];
    })
    .sort((a, b) => a.from - b.from);

/**
 * What is wrong with typed hours, in the order of the week; empty when nothing is. `field` is `hours.<weekday>.<n>.from|to`,
 * n counted from 0, or `hours` for the whole week. Sessions may touch (11:30–11:30 apart by nothing) but not overlap.
 */
export const findHoursProblems = (hours: OfficeHours): Problem<HoursProblemCode>[] => {
  const problems: Problem<HoursProblemCode>[] = [];
  for (const weekday of everyWeekday) {
    const read: (MinuteSession & { index: number })[] = [];
    hours[weekday].forEach(({ from, to }, index) => {
      const at = (end: 'from' | 'to') => `hours.${weekday}.${index}.${end}`;
      const start = parseClock(from);
      const end = parseClock(to);
      if (start === undefined) problems.push({ field: at('from'), code: 'clockUnreadable', params: {} });
      if (end === undefined) problems.push({ field: at('to'), code: 'clockUnreadable', params: {} });
      if (start === undefined || end === undefined) return;
      if (start >= end) problems.push({ field: at('to'), code: 'sessionBackwards', params: {} });
      else read.push({ from: start, to: end, index });
    });
    read.sort((a, b) => a.from - b.from);
    read.forEach((session, place) => {
      const before = read[place - 1];
      if (before && session.from < before.to)
        problems.push({
          field: `hours.${weekday}.${session.index}.from`,
          code: 'sessionsOverlap',
          params: {},
        });
    });
  }
  if (workingWeek.every((weekday) => minuteSessions(hours[weekday]).length === 0))
    problems.push({ field: 'hours', code: 'noWorkingHours', params: {} });
  return problems;
};

const capitalise = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const sessionsText = (hours: OfficeHours, weekday: Weekday): string =>
  minuteSessions(hours[weekday])
    .map(({ from, to }) => `${formatMinute(from)}–${formatMinute(to)}`)
    .join(', ');

/** "Thứ Hai–thứ Sáu 7:30–11:30, 13:00–17:00; thứ Bảy 7:30–11:30": neighbouring days of the same hours are one run. */
export const summariseHours = (hours: OfficeHours, words: Words): string => {
  const runs: { first: Weekday; last: Weekday; text: string }[] = [];
  for (const weekday of everyWeekday) {
    const text = sessionsText(hours, weekday);
    const run = runs.at(-1);
    if (run?.text === text) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, text });
  }
  const open = runs.filter(({ text }) => text !== '');
  if (open.length === 0) return words.neverOpen;
  return capitalise(
    open
      .map(({ first, last, text }) => {
        const days =
          first === last ? words.weekdays[first] : `${words.weekdays[first]}–${words.weekdays[last]}`;
        return `${days} ${text}`;
      })
      .join('; '),
  );
};
