import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import { pileOf } from '../forms/testing-list-papers.ts';
import { drawList } from './draw.ts';

const words = messagesIn('vi');

describe('a list over several dossiers', () => {
  it('stands by the codes, in whatever order they were marked', () => {
    const [one, two, three] = pileOf(3);
    if (!one || !two || !three) throw new Error('No sample pile');
    const drawn = [
      [three, one, two],
      [two, three, one],
    ].map((states) => drawList('jointReceipt', states, words));
    for (const list of drawn)
      expect(list.ok && list.value.lines.map(({ code }) => code.slice(-4))).toEqual(['0001', '0002', '0003']);
  });
});
