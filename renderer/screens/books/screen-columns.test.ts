import { describe, expect, it } from 'vitest';
import { bookKinds, columnsOf } from '../../../shared/books/kinds.ts';
import { screenColumns } from './screen-columns.ts';

describe.each(bookKinds)('the columns of a book on the screen, %s', (book) => {
  it('are all of the book’s, each once', () => {
    const shown = screenColumns[book].flatMap(({ keys }) => [...keys]);
    expect(shown.toSorted()).toEqual(columnsOf[book].map(({ key }) => key).toSorted());
  });

  it('fit a screen of 1366 without scrolling sideways', () => {
    expect(screenColumns[book].reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(1145);
  });
});
