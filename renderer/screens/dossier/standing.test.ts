import { describe, expect, test } from 'vitest';
import { sayStanding } from '../../../shared/dossier/acts/say-standing.ts';
import { begin, on } from '../../../shared/dossier/acts/testing-life.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { standingLine } from './standing.ts';

const words = messagesIn('vi');
const now = on('2026-11-23 09:15');

describe('the line under a dossier’s code', () => {
  test('says the four axes, and that the citizen’s paper is not printed', () => {
    const { state } = begin();
    const line = sayStanding(state, now, 'local', words);
    expect(standingLine({ state, sync: 'local' }, now, words)).toBe(`${line} Giấy tiếp nhận chưa in.`);
  });

  test('a printed paper is not spoken of, an unsure one is', () => {
    const { state } = begin();
    const papers = (outcome: 'printed' | 'unsure') => [
      { form: 'receipt' as const, about: '', outcome, at: now, reprint: false },
    ];
    const printed = { ...state, papers: papers('printed') };
    expect(standingLine({ state: printed, sync: 'received' }, now, words)).toBe(
      sayStanding(printed, now, 'received', words),
    );
    expect(
      standingLine({ state: { ...state, papers: papers('unsure') }, sync: 'local' }, now, words),
    ).toContain('Chưa rõ giấy đã in ra chưa.');
  });
});
