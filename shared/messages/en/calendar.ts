import { counted } from '../../text/counted.ts';
import type { calendar as source } from '../vi/calendar.ts';
import type { Translation } from '../translation.ts';

export const calendar: Translation<typeof source> = {
  weekdays: {
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
    7: 'Sunday',
  },
  neverOpen: 'No office hours yet',
  terms: {
    SAME_DAY: 'within the day',
    HOUR: ({ value }) => counted(value, 'working hour'),
    WORKING_DAY: ({ value }) => counted(value, 'working day'),
    DAY: ({ value }) => counted(value, 'day'),
    MONTH: ({ value }) => counted(value, 'month'),
  },
  weekend: 'weekend',
  officeClosed: 'office closed',
  shifts: {
    beforeOpen: 'received before opening',
    atLunch: 'received over lunch',
    afterClose: 'received after closing',
    afterCutoff: ({ time }) => `received after ${time}`,
    restDay: ({ reason }) => `received on a day off: ${reason}`,
  },
  countedFrom: ({ from, why }) => `counted from ${from} (${why})`,
  dueNextWorkingDay: ({ why }) => `returned the next working day (${why})`,
  except: ({ days, name }) => `except ${days} (${name})`,
  moreDaysOff: ({ count }) => `and ${counted(count, 'more break')}`,
  workedWeekend: ({ day }) => `${day} counts as a made-up working day`,
  rolledFrom: ({ day, why }) =>
    `the last day, ${day}, is a day off (${why}), so it moves to the next working day`,
  unofficialYears: ({ years }) => `days off of ${years} not yet official`,
  unofficial: 'not yet official',
  hoursProblems: {
    clockUnreadable: 'A time is written 07:30, from 00:00 to 23:59. Please type this time again.',
    sessionBackwards: 'A session must end after it starts. Please type the end again.',
    sessionsOverlap: 'This session overlaps another of the same day. Please change its start.',
    noWorkingHours:
      'There is no session from Monday to Friday, so no return date can be worked out. Please enter at least one.',
  },
  deadlineFaults: {
    receivedAtUnusable:
      "The PC's clock shows a year that cannot be used, so there is no return date yet. Please set its date and time.",
    termNotWhole:
      'The term in the catalogue is not a whole number, so there is no return date yet. Please ask the administrator to check this procedure.',
    termTooShort:
      'The term in the catalogue is less than 1, so there is no return date yet. Please ask the administrator to check this procedure.',
    termTooLong:
      'The term in the catalogue is too long, so there is no return date yet. Please ask the administrator to check this procedure.',
    cutoffUnreadable:
      'The cut-off time in the catalogue cannot be read, so there is no return date yet. Please ask the administrator to check this procedure.',
    neverOpen:
      'The office hours hold no working day, so there is no return date yet. Please enter the office hours in Settings.',
  },
  packProblems: {
    packShape: 'The calendar file does not have the right structure. The calendar in use stays.',
    coverageBackwards: "The calendar's last day is before its first.",
    dayTwice: ({ date }) => `${date} is given twice.`,
    dayOutsideCoverage: ({ date }) => `${date} is outside the time the calendar covers.`,
    weekdayMismatch: ({ date }) => `${date} has the wrong weekday.`,
    restOnWeekend: ({ date }) => `The make-up or swapped day off ${date} falls on a weekend.`,
    workOnWeekday: ({ date }) => `The made-up working day ${date} is not on a weekend.`,
    pairMissing: ({ date }) => `The swapped day ${date} lacks the day it is paired with.`,
    pairUnexpected: ({ date }) => `${date} is not a swapped day but names a paired day.`,
    pairTwice: ({ date }) => `The made-up working day ${date} is used for two days off.`,
    coverageGap: ({ from, to }) =>
      `This calendar does not join the one in use (${from} to ${to}): the days between are missing.`,
    forecastNotMarked: ({ date }) => `${date} is a forecast but its year is not marked as not yet official.`,
  },
};
