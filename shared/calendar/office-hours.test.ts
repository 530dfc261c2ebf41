import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import { defaultOfficeHours, findHoursProblems, minuteSessions, summariseHours } from './office-hours.ts';
import { officeHoursSchema } from './office-hours-schema.ts';

const vi = messagesIn('vi').calendar;
const en = messagesIn('en').calendar;

describe('default hours', () => {
  it('are eight hours on five days and have no problem', () => {
    const hours = defaultOfficeHours();
    expect(findHoursProblems(hours)).toEqual([]);
    for (const weekday of [1, 2, 3, 4, 5] as const)
      expect(minuteSessions(hours[weekday]).reduce((sum, { from, to }) => sum + to - from, 0)).toBe(480);
    expect(hours[6]).toEqual([]);
  });

  it('are a fresh copy each time', () => {
    defaultOfficeHours()[1].pop();
    expect(defaultOfficeHours()[1]).toHaveLength(2);
  });
});

describe('problems of typed hours', () => {
  const withMonday = (...sessions: [string, string][]) => ({
    ...defaultOfficeHours(),
    1: sessions.map(([from, to]) => ({ from, to })),
  });

  it('name the field to mend', () => {
    expect(findHoursProblems(withMonday(['7:30', '11:30'], ['13:00', '25:00']))).toEqual([
      { field: 'hours.1.0.from', code: 'clockUnreadable', params: {} },
      { field: 'hours.1.1.to', code: 'clockUnreadable', params: {} },
    ]);
    expect(findHoursProblems(withMonday(['11:30', '11:30']))).toEqual([
      { field: 'hours.1.0.to', code: 'sessionBackwards', params: {} },
    ]);
    expect(findHoursProblems(withMonday(['13:00', '17:00'], ['07:30', '13:01']))).toEqual([
      { field: 'hours.1.0.from', code: 'sessionsOverlap', params: {} },
    ]);
    expect(findHoursProblems(withMonday(['07:30', '12:00'], ['12:00', '16:30']))).toEqual([]);
  });

  it('refuse a week without a weekday, even with a Saturday desk', () => {
    const saturdayOnly = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [{ from: '07:30', to: '11:30' }], 7: [] };
    expect(findHoursProblems(saturdayOnly)).toEqual([{ field: 'hours', code: 'noWorkingHours', params: {} }]);
  });

  it('each have words in both languages', () => {
    expect(Object.keys(vi.hoursProblems).sort()).toEqual([
      'clockUnreadable',
      'noWorkingHours',
      'sessionBackwards',
      'sessionsOverlap',
    ]);
  });
});

describe('kept hours', () => {
  it('are read back, missing days shut', () => {
    expect(officeHoursSchema.parse(JSON.parse(JSON.stringify(defaultOfficeHours())))).toEqual(
      defaultOfficeHours(),
    );
    expect(officeHoursSchema.parse({ 2: [{ from: '08:00', to: '11:00' }] })[2]).toEqual([
      { from: '08:00', to: '11:00' },
    ]);
    for (const bad of [{ 8: [] }, { 1: [{ from: '8:00', to: '11:00' }] }, { 1: 'x' }, [], null])
      expect(officeHoursSchema.safeParse(bad).success, JSON.stringify(bad)).toBe(false);
  });
});

describe('the summary', () => {
  it('joins neighbouring days of the same hours', () => {
    expect(summariseHours(defaultOfficeHours(), vi)).toBe('Thứ Hai–thứ Sáu 7:30–11:30, 13:00–17:00');
    const saturday = { ...defaultOfficeHours(), 6: [{ from: '07:30', to: '11:30' }] };
    expect(summariseHours(saturday, vi)).toBe('Thứ Hai–thứ Sáu 7:30–11:30, 13:00–17:00; thứ Bảy 7:30–11:30');
    expect(summariseHours(saturday, en)).toBe('Monday–Friday 7:30–11:30, 13:00–17:00; Saturday 7:30–11:30');
    const split = { ...defaultOfficeHours(), 3: [] };
    expect(summariseHours(split, vi)).toBe(
      'Thứ Hai–thứ Ba 7:30–11:30, 13:00–17:00; thứ Năm–thứ Sáu 7:30–11:30, 13:00–17:00',
    );
    expect(summariseHours({ 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, vi)).toBe(
      'Chưa có giờ làm việc',
    );
  });
});
