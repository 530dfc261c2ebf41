import { describe, expect, test } from 'vitest';
import type { DossierRow } from '../../../shared/contract.ts';
import { standingAtIntake } from '../../../shared/dossier/summary.ts';
import { findRow, missingPages, noPages, PAGE_ROWS, pagesOver, rowAt, withPage } from './list-pages.ts';

const row = (index: number): DossierRow => ({
  id: `id-${index}`,
  code: '',
  procedure: '',
  procedureName: '',
  ownerName: '',
  submitterName: '',
  phone: '',
  idNumber: '',
  receivedAt: 0,
  dueAt: null,
  businessDay: '',
  status: 'accepted',
  printed: true,
  held: false,
  clerkName: '',
  parked: false,
  ...standingAtIntake({ status: 'accepted', dueAt: null }),
});
const page = (number: number, length = PAGE_ROWS) =>
  Array.from({ length }, (_, place) => row(number * PAGE_ROWS + place));

describe('list pages', () => {
  test('finds each row on its page and knows what is missing', () => {
    const list = withPage(withPage(noPages, 0, page(0), 100_000), 3, page(3), 100_000);
    expect(rowAt(list, 0)?.id).toBe('id-0');
    expect(rowAt(list, 3 * PAGE_ROWS + 7)?.id).toBe(`id-${3 * PAGE_ROWS + 7}`);
    expect(rowAt(list, PAGE_ROWS)).toBeUndefined();
    expect(missingPages(list, pagesOver(PAGE_ROWS - 1, 3 * PAGE_ROWS))).toEqual([1, 2]);
    expect(findRow(list, 'id-305')).toBe(305);
    expect(findRow(list, 'id-150')).toBeUndefined();
  });

  test('asks for the first page while the list is unknown', () => {
    expect(pagesOver(0, -1)).toEqual([0]);
  });

  test('forgets pages that a shorter list no longer has', () => {
    const long = withPage(withPage(noPages, 0, page(0), 350), 3, page(3, 50), 350);
    const short = withPage(long, 0, page(0, 20), 20);
    expect([...short.pages.keys()]).toEqual([0]);
    expect(short.total).toBe(20);
    expect(withPage(short, 0, [], 0).total).toBe(0);
  });

  test('lets the farthest pages go and never the one just taken', () => {
    let list = noPages;
    for (let number = 0; number < 60; number += 1) list = withPage(list, number, page(number), 100_000);
    expect(list.pages.size).toBe(40);
    expect(list.pages.has(59)).toBe(true);
    expect(list.pages.has(20)).toBe(true);
    expect(list.pages.has(19)).toBe(false);
  });
});
