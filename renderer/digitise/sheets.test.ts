import { describe, expect, it } from 'vitest';
import {
  addSheets,
  emptyTable,
  goTo,
  moveSheet,
  readSheetKey,
  removeSheet,
  sheetsOf,
  turnSheet,
} from './sheets.ts';
import type { SheetTable } from './sheets.ts';

const file = { hash: 'a'.repeat(64), name: 'To khai.pdf', size: 10, mime: 'application/pdf' };
const three = (): SheetTable => goTo(addSheets(emptyTable, sheetsOf(file, 3)), 0);
const pages = ({ sheets }: SheetTable) => sheets.map(({ page }) => page);
const press = (table: SheetTable, key: string, held: { altKey?: boolean; shiftKey?: boolean } = {}) =>
  readSheetKey({ key, altKey: false, shiftKey: false, ...held }, table);

describe('the sheets of a paper', () => {
  it('puts new sheets last and shows the first of them', () => {
    const table = addSheets(three(), sheetsOf({ ...file, hash: 'b'.repeat(64) }, 2));
    expect(table.sheets).toHaveLength(5);
    expect(table.at).toBe(3);
  });

  it('turns one sheet by quarters, both ways round', () => {
    const turned = turnSheet(goTo(three(), 1), 1);
    expect(turned.sheets.map(({ turn }) => turn)).toEqual([0, 90, 0]);
    const round = [1, 1, 1].reduce((table) => turnSheet(table, 1), turned);
    expect(round.sheets.map(({ turn }) => turn)).toEqual([0, 0, 0]);
    expect(turnSheet(three(), -1).sheets[0]?.turn).toBe(270);
  });

  it('moves a sheet and stays on it, and not past the ends', () => {
    const moved = moveSheet(three(), 1);
    expect(pages(moved)).toEqual([1, 0, 2]);
    expect(moved.at).toBe(1);
    expect(moveSheet(three(), -1)).toEqual(three());
    expect(pages(moveSheet(goTo(three(), 2), 1))).toEqual([0, 1, 2]);
  });

  it('removes the sheet shown and shows the one that takes its place, or the last', () => {
    expect(removeSheet(goTo(three(), 1))).toMatchObject({ at: 1 });
    expect(removeSheet(goTo(three(), 2))).toMatchObject({ at: 1 });
    expect([0, 1, 2].reduce((table) => removeSheet(table), three())).toEqual(emptyTable);
  });

  it.each([
    ['ArrowRight', {}, { at: 1 }],
    ['End', {}, { at: 2 }],
    ['ArrowLeft', {}, { at: 0 }],
    ['ArrowRight', { altKey: true }, { at: 1 }],
    ['Delete', {}, { at: 0 }],
    ['R', { shiftKey: true }, { at: 0 }],
  ])('knows the key %s', (key, held, expected) => {
    expect(press(three(), key, held)).toMatchObject(expected);
  });

  it('leaves every other key alone', () => {
    expect(press(three(), 'a')).toBeNull();
    expect(press(three(), 'Delete', { altKey: true })).toBeNull();
    expect(press(three(), 'Tab')).toBeNull();
  });
});
