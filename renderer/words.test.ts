import { describe, expect, it } from 'vitest';
import type { CalendarPackProblemCode } from '../shared/calendar/calendar-pack.ts';
import type { DeadlineFaultCode } from '../shared/calendar/deadline.ts';
import type { HoursProblemCode } from '../shared/calendar/office-hours.ts';
import type { AnswerProblemCode } from '../shared/catalogue/answers.ts';
import type { PackFlawCode } from '../shared/catalogue/pack-flaws.ts';
import type { CardFaultCode } from '../shared/citizen/card.ts';
import type { NumberWarningCode } from '../shared/citizen/number.ts';
import type { PersonProblemCode, PersonWarningCode } from '../shared/citizen/person.ts';
import type { FeeProblemCode, FeeWarningCode } from '../shared/fees/lines.ts';
import { faultKinds } from '../shared/faults.ts';
import type { FaultCode } from '../shared/faults.ts';
import { messagesIn } from '../shared/messages/index.ts';
import type { Messages } from '../shared/messages/index.ts';
import type { TextFaultCode } from '../shared/text/hygiene.ts';
import { faultText, problemText } from './words.ts';

/** A code without words would be told as "not right yet": the compiler finds one that no area names. */
type Said =
  | keyof Messages['faults']['problems']
  | keyof Messages['intake']['problems']
  | keyof Messages['citizen']['problems']
  | keyof Messages['fees']['problems']
  | keyof Messages['catalogue']['problems']
  | keyof Messages['calendar']['hoursProblems']
  | keyof Messages['calendar']['deadlineFaults']
  | keyof Messages['calendar']['packProblems'];
type Named =
  | AnswerProblemCode
  | CalendarPackProblemCode
  | CardFaultCode
  | DeadlineFaultCode
  | FeeProblemCode
  | FeeWarningCode
  | HoursProblemCode
  | NumberWarningCode
  | PackFlawCode
  | PersonProblemCode
  | PersonWarningCode
  | TextFaultCode;
type Unsaid = Exclude<Named, Said>;
const everyCodeIsSaid: [Unsaid] extends [never] ? true : Unsaid = true;

describe.each(['vi', 'en'] as const)('words in %s', (language) => {
  const words = messagesIn(language);

  it('say every fault, with whatever main told of it', () => {
    expect(everyCodeIsSaid).toBe(true);
    for (const code of Object.keys(faultKinds) as FaultCode[]) {
      const bare = faultText(words, { code });
      expect(bare.length, code).toBeGreaterThan(10);
      expect(bare, code).not.toMatch(/undefined|NaN|\[object/);
      expect(faultText(words, { code, params: { printer: 'QUAY' } })).not.toMatch(/undefined/);
    }
  });

  it('find a problem’s words in the area that has them', () => {
    const say = (code: string, params = {}) => problemText(words, { field: 'x', code, params });
    expect(say('required')).toBe(words.faults.problems.required);
    expect(say('clockUnreadable')).toBe(words.calendar.hoursProblems.clockUnreadable);
    expect(say('laneOverlaps', { from: 1, to: 999 })).toContain('1–999');
    expect(say('toString')).toBe(words.faults.problems.unknown);
    expect(say('noSuchCode')).toBe(words.faults.problems.unknown);
  });
});
