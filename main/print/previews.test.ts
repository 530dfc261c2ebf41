import { describe, expect, it } from 'vitest';
import { openPreviews } from './previews.ts';

describe('pages kept for a preview', () => {
  it('are found by a name nobody can guess, each its own', () => {
    const previews = openPreviews();
    const [one, other] = [previews.keep('one'), previews.keep('other')];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(other);
    expect(previews.find(one)).toBe('one');
    expect(previews.find(other)).toBe('other');
    expect(previews.find('')).toBeUndefined();
  });

  it('are gone after a quarter of an hour, beyond the newest 24, and when all are cleared', () => {
    let now = 0;
    const previews = openPreviews(() => now);
    const old = previews.keep('old');
    now = 15 * 60_000;
    expect(previews.find(old)).toBeUndefined();
    const tokens = Array.from({ length: 30 }, (_, place) => previews.keep(String(place)));
    expect(tokens.filter((token) => previews.find(token) !== undefined)).toEqual(tokens.slice(6));
    previews.clear();
    expect(tokens.every((token) => previews.find(token) === undefined)).toBe(true);
  });
});
