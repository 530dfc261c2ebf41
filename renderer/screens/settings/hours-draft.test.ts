import { describe, expect, it } from 'vitest';
import { defaultOfficeHours } from '../../../shared/calendar/office-hours.ts';
import { draftHours, readHours, readTime, withTime } from './hours-draft.ts';

describe('readTime', () => {
  it.each([
    ['7:30', '07:30'],
    ['07:30', '07:30'],
    ['7h30', '07:30'],
    ['7H30', '07:30'],
    ['7.30', '07:30'],
    ['730', '07:30'],
    ['1700', '17:00'],
    ['17', '17:00'],
    ['7h', '07:00'],
    [' 13:00 ', '13:00'],
    ['25:00', '25:00'],
    ['sáng', 'sáng'],
    ['', ''],
  ])('reads %j as %j', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('the table of hours', () => {
  it('gives back the hours it was made of', () => {
    const hours = {
      ...defaultOfficeHours(),
      6: [{ from: '07:30', to: '11:30' }],
      7: [{ from: '13:00', to: '16:00' }],
    };
    expect(readHours(draftHours(hours)).hours).toEqual(hours);
  });

  it('puts a lone afternoon on the afternoon’s line and remembers it', () => {
    const draft = draftHours({ ...defaultOfficeHours(), 7: [{ from: '13:00', to: '16:00' }] });
    expect(draft[7]).toEqual([
      { from: '', to: '' },
      { from: '13:00', to: '16:00' },
    ]);
    expect(readHours(draft).places[7]).toEqual([1]);
  });

  it('keeps what cannot be read, so that the field can be marked', () => {
    const draft = withTime(draftHours(defaultOfficeHours()), 2, 0, 'to', 'trưa');
    expect(readHours(draft).hours[2][0]).toEqual({ from: '07:30', to: 'trưa' });
  });

  it('shuts a half day when both its fields are emptied', () => {
    const draft = withTime(withTime(draftHours(defaultOfficeHours()), 5, 1, 'from', ''), 5, 1, 'to', ' ');
    expect(readHours(draft).hours[5]).toEqual([{ from: '07:30', to: '11:30' }]);
  });
});
