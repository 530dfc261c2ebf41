import { describe, expect, test } from 'vitest';
import type { DossierRow } from '../../../shared/contract.ts';
import { standingAtIntake } from '../../../shared/dossier/summary.ts';
import { instantOf } from '../../../shared/calendar/vietnam-time.ts';
import { dayView, LIST_ROWS } from './day-view.ts';

const day = '2026-11-26';
const now = instantOf(day, 10 * 60);

const row = (id: string, change: Partial<DossierRow> = {}): DossierRow => ({
  id,
  code: id,
  procedure: '',
  procedureName: '',
  ownerName: '',
  submitterName: '',
  phone: '',
  idNumber: '',
  receivedAt: now - 1000,
  dueAt: instantOf('2026-12-01', 600),
  businessDay: '2026-11-20',
  status: 'accepted',
  printed: true,
  held: false,
  clerkName: '',
  parked: false,
  ...standingAtIntake({ status: 'accepted', dueAt: null }),
  ...change,
});

describe('dayView', () => {
  test('an hour that has passed today is late, one to come is due today, never both', () => {
    const view = dayView(
      [row('past', { dueAt: now - 1 }), row('coming', { dueAt: now + 1 }), row('later')],
      day,
      now,
    );
    expect([view.late, view.dueToday]).toEqual([1, 1]);
    expect(view.next.map(({ id }) => id)).toEqual(['coming', 'later']);
  });

  test('counts what was received by the business day, not by the clock', () => {
    const view = dayView(
      [
        row('a', { businessDay: day }),
        row('b', { businessDay: day, status: 'refused', dueAt: null }),
        row('c'),
      ],
      day,
      now,
    );
    expect(view.received).toBe(1);
    expect(view.recent.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a dossier that was not taken waits for no receipt and no date', () => {
    const guided = row('g', { status: 'guided', dueAt: null, printed: false });
    expect(dayView([guided], day, now)).toMatchObject({ unprinted: 0, late: 0, next: [] });
    expect(dayView([row('u', { printed: false })], day, now).unprinted).toBe(1);
  });

  test('shows the newest and the soonest first and leaves the given rows as they were', () => {
    const rows = Array.from({ length: 20 }, (_, index) =>
      row(`r${index}`, { businessDay: day, receivedAt: now + index, dueAt: now + 100 - index }),
    );
    const before = rows.map(({ id }) => id);
    const view = dayView(rows, day, now);
    expect(view.recent[0]?.id).toBe('r19');
    expect(view.next[0]?.id).toBe('r19');
    expect(view.next).toHaveLength(LIST_ROWS);
    expect(rows.map(({ id }) => id)).toEqual(before);
  });
});
