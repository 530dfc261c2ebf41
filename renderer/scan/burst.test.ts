import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_KEYS,
  LATE_END,
  LATE_GAP,
  LONGEST_GAP,
  SILENCE,
  endBySilence,
  noBurst,
  stepBurst,
} from './burst.ts';
import type { Burst, BurstKey, Verdict } from './burst.ts';

const play = (keys: readonly BurstKey[], from: Burst = noBurst): { burst: Burst; verdicts: Verdict[] } => {
  let burst = from;
  const verdicts = keys.map((key) => {
    const [next, verdict] = stepBurst(burst, key);
    burst = next;
    return verdict;
  });
  return { burst, verdicts };
};

/** `text` with the same time between all keys. */
const typed = (text: string, gap: number, start = 1000): BurstKey[] =>
  Array.from(text).map((character, index) => ({
    kind: 'character',
    text: character,
    at: start + index * gap,
  }));

const card = '001199000001||Nguyễn Văn Mẫu|01011990|Nam|Xóm Thí Dụ, Xã Mẫu|01012022';

describe('a scan', () => {
  it('is caught at the sixth quick key, keeps the rest and its end key', () => {
    const keys: BurstKey[] = typed(card, 4);
    const end = 1000 + keys.length * 4;
    const { burst, verdicts } = play([...keys, { kind: 'end', at: end }]);
    expect(verdicts.slice(0, FEWEST_KEYS)).toEqual(['start', 'pass', 'pass', 'pass', 'pass', 'caught']);
    expect(new Set(verdicts.slice(FEWEST_KEYS, -1))).toEqual(new Set(['keep']));
    expect(verdicts.at(-1)).toBe('finish');
    expect(burst).toMatchObject({ phase: 'justEnded', text: card });
  });

  it('is whole at any speed a wedge has, with shift keys between', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: FEWEST_KEYS, maxLength: 60 }),
        fc.array(fc.integer({ min: 0, max: LONGEST_GAP }), { minLength: 60, maxLength: 60 }),
        (text, gaps) => {
          let at = 5000;
          const keys = Array.from(text).flatMap((character, index): BurstKey[] => {
            at += gaps[index % gaps.length] ?? 0;
            const key: BurstKey = { kind: 'character', text: character, at };
            return index % 3 === 0 ? [{ kind: 'neutral', at }, key] : [key];
          });
          const { burst, verdicts } = play([...keys, { kind: 'end', at: at + 20 }]);
          expect(burst.text).toBe(Array.from(text).join(''));
          expect(verdicts.at(-1)).toBe('finish');
        },
      ),
    );
  });

  it('follows an input method that takes characters back', () => {
    const { burst } = play([
      ...typed('012345|Nguyee', 5),
      { kind: 'erase', at: 1066 },
      { kind: 'erase', at: 1068 },
      ...typed('ễn', 5, 1070),
      { kind: 'end', at: 1080 },
    ]);
    expect(burst.text).toBe('012345|Nguyễn');
  });

  it('keeps its first keys when a busy window got them late', () => {
    const keys: BurstKey[] = [
      { kind: 'character', text: 'H', at: 1000 },
      { kind: 'character', text: '5', at: 1000 + LATE_GAP },
      ...typed('5.242-261126-0007', 4, 1000 + 2 * LATE_GAP),
    ];
    const { burst, verdicts } = play([...keys, { kind: 'end', at: 1400 }]);
    expect(burst).toMatchObject({ text: 'H55.242-261126-0007', starts: [0, 1, 2] });
    expect(verdicts.slice(0, 3)).toEqual(['start', 'orHere', 'orHere']);
    expect(verdicts.filter((verdict) => verdict === 'start')).toHaveLength(1);
  });

  it('leaves out what was typed before it', () => {
    const { burst } = play([...typed('Nguyễn', 90, 1000), ...typed('H55.242-261126-0007', 4, 1900)]);
    expect(burst).toMatchObject({ phase: 'caught', text: 'H55.242-261126-0007' });
  });

  it('never lets a control code through as a shortcut', () => {
    const { verdicts } = play([
      ...typed('H55.242', 5),
      { kind: 'other', at: 1040 },
      ...typed('-26', 5, 1045),
    ]);
    expect(verdicts.slice(FEWEST_KEYS)).toEqual(['keep', 'keep', 'keep', 'keep', 'keep']);
  });

  it('swallows a second or late end key, then leaves Enter alone', () => {
    const scanned = play([...typed('H55.242', 5), { kind: 'end', at: 1040 }]).burst;
    expect(play([{ kind: 'end', at: 1100 }], scanned).verdicts).toEqual(['keep']);
    expect(play([{ kind: 'end', at: 1040 + LATE_END + 1 }], scanned).verdicts).toEqual(['pass']);
    const silent = endBySilence(play(typed('H55.242', 5)).burst);
    expect(play([{ kind: 'end', at: 1030 + LATE_END }], silent).verdicts).toEqual(['keep']);
  });

  it('goes on after a silence the keyboard knows nothing of, as on a busy machine', () => {
    const silent = endBySilence(play(typed('H55.242', 5)).burst);
    const { burst, verdicts } = play([...typed('-261126', 5, 1035), { kind: 'end', at: 1072 }], silent);
    expect(burst).toMatchObject({ phase: 'justEnded', text: 'H55.242-261126', starts: [0] });
    // The field is put back, of what was written into it at the silence as well.
    expect(verdicts).toEqual(['caught', 'keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'finish']);
    expect(play(typed('a', 5, 1030 + SILENCE + 1), silent).verdicts).toEqual(['start']);
  });

  it('begins anew after a silence nobody noticed', () => {
    const first = play(typed('H55.242', 5)).burst;
    const { burst, verdicts } = play(typed('a', 5, 1030 + SILENCE + 1), first);
    expect(verdicts).toEqual(['start']);
    expect(burst.phase).toBe('candidate');
  });

  it('marks a scan an input method composes', () => {
    const keys = typed('012345|', 5);
    const { burst } = play([...keys, { kind: 'composed', at: 1040 }, { kind: 'end', at: 1045 }]);
    expect(burst).toMatchObject({ phase: 'justEnded', composed: true });
  });
});

describe('a person', () => {
  it('is never taken for a scanner at 120 words a minute with keys rolled together', () => {
    // 100 ms a key on average; at most two rolled keys in a row come quicker than a wedge's longest gap.
    const gap = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 40, max: 220 }).map((ms) => [ms]) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.integer({ min: 3, max: LONGEST_GAP }),
            fc.integer({ min: 3, max: LONGEST_GAP }),
            fc.integer({ min: 60, max: 200 }),
          )
          .map((rolled) => [...rolled]),
      },
    );
    fc.assert(
      fc.property(fc.array(gap, { minLength: 20, maxLength: 400 }), (runs) => {
        let at = 0;
        const keys = runs.flat().map((ms, index): BurstKey => {
          at += ms;
          return { kind: 'character', text: 'nguyenthi'.charAt(index % 9), at };
        });
        const { verdicts } = play(keys);
        expect(verdicts.filter((verdict) => !['pass', 'start', 'orHere'].includes(verdict))).toEqual([]);
      }),
    );
  });

  it('may hold a key down or press Enter at any time', () => {
    const held: BurstKey[] = Array.from({ length: 40 }, (_, index) => ({
      kind: 'other',
      at: 1000 + index * 30,
    }));
    expect(new Set(play(held).verdicts)).toEqual(new Set(['pass']));
    const { verdicts } = play([...typed('abc', 20), { kind: 'end', at: 1050 }]);
    expect(verdicts).toEqual(['start', 'pass', 'pass', 'pass']);
  });

  it('keeps every key that is not part of a scan', () => {
    const { verdicts } = play([
      ...typed('Trần', 90),
      { kind: 'erase', at: 1300 },
      { kind: 'other', at: 1310 },
    ]);
    expect(new Set(verdicts)).toEqual(new Set(['start', 'orHere', 'pass']));
  });
});
