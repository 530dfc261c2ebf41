import { everyWeekday, clockOf, formatMinute, parseClock } from '../../../shared/calendar/vietnam-time.ts';
import type { Weekday } from '../../../shared/calendar/vietnam-time.ts';
import type { OfficeHours, Session } from '../../../shared/calendar/office-hours.ts';

/** A day as two lines of the table: morning and afternoon, as typed. */
export type DayDraft = readonly [Session, Session];
export type HoursDraft = Record<Weekday, DayDraft>;

const shut: Session = { from: '', to: '' };

/** "7h30", "730", "7.30" and "7:30" all mean 07:30; what is no time stays as it was typed, so that the field can say so. */
export const readTime = (typed: string): string => {
  const found = /^(\d{1,2}?)\s*[:h.,]?\s*(\d{2})?h?$/i.exec(typed.trim());
  if (found === null) return typed.trim();
  const [, hour = '', minute = '00'] = found;
  const time = parseClock(`${hour.padStart(2, '0')}:${minute}`);
  return time === undefined ? typed.trim() : clockOf(time);
};

/** 07:30 as people write it, 7:30. */
const written = (time: string): string => {
  const minute = parseClock(time);
  return minute === undefined ? time : formatMinute(minute);
};

const noon = '12:00';

/** The table of kept hours: a day's only session goes to the half of the day it is in. */
export const draftHours = (hours: OfficeHours): HoursDraft => {
  const draftDay = (weekday: Weekday): DayDraft => {
    const [first = shut, second = shut] = hours[weekday].map(({ from, to }) => ({
      from: written(from),
      to: written(to),
    }));
    const kept = hours[weekday][0];
    return hours[weekday].length === 1 && kept !== undefined && kept.from >= noon
      ? [shut, first]
      : [first, second];
  };
  return {
    1: draftDay(1),
    2: draftDay(2),
    3: draftDay(3),
    4: draftDay(4),
    5: draftDay(5),
    6: draftDay(6),
    7: draftDay(7),
  };
};

const isOpen = ({ from, to }: Session): boolean => from.trim() !== '' || to.trim() !== '';

/** Hours to keep, from the table; `places` says which typed line each kept session came from, for problems named by session. */
export const readHours = (draft: HoursDraft): { hours: OfficeHours; places: Record<Weekday, number[]> } => {
  const hours: OfficeHours = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  const places: Record<Weekday, number[]> = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  for (const weekday of everyWeekday)
    draft[weekday].forEach((session, place) => {
      if (!isOpen(session)) return;
      hours[weekday].push({ from: readTime(session.from), to: readTime(session.to) });
      places[weekday].push(place);
    });
  return { hours, places };
};

/** The draft with one time changed. */
export const withTime = (
  draft: HoursDraft,
  weekday: Weekday,
  place: number,
  end: keyof Session,
  value: string,
): HoursDraft => {
  const [first, second] = draft[weekday];
  const changed = (session: Session, index: number): Session =>
    index === place ? { ...session, [end]: value } : session;
  return { ...draft, [weekday]: [changed(first, 0), changed(second, 1)] };
};
