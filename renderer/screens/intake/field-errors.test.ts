import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/faults.ts';
import { errorsBySection, problemsToShow, warningsToShow } from './field-errors.ts';
import type { Stop } from './next-field.ts';

const problem = (field: string, code: string): Problem => ({ field, code, params: {} });
const phone = problem('submitter.phone', 'phoneFormat');
const name = problem('submitter.name', 'nameMissing');
const stop = (field: string, section: Stop['section']): Stop => ({ field, section, needs: true });

describe('problems', () => {
  it('are shown where she has been, but emptiness only once she tried to accept', () => {
    const visited = new Set(['submitter.phone', 'submitter.name']);
    expect(problemsToShow({ problems: [phone, name], visited, tried: false, isResumed: false })).toEqual([
      phone,
    ]);
    expect(
      problemsToShow({ problems: [phone, name], visited: new Set(), tried: false, isResumed: false }),
    ).toEqual([]);
    expect(
      problemsToShow({ problems: [phone, name], visited: new Set(), tried: true, isResumed: false }),
    ).toEqual([phone, name]);
  });

  it('of an opened draft are shown at once, but not what is empty', () => {
    const seen = { visited: new Set<string>(), tried: false, isResumed: true };
    expect(problemsToShow({ problems: [phone, name], ...seen })).toEqual([phone]);
  });

  it('below a field she has left are shown too', () => {
    const cell = problem('answers.papers.0.pages', 'tooSmall');
    const visited = new Set(['answers.papers']);
    expect(problemsToShow({ problems: [cell], visited, tried: false, isResumed: false })).toEqual([cell]);
  });

  it('are told once a field, in its section, and never nowhere', () => {
    const stops = [stop('submitter.name', 'people'), stop('components.0.originals', 'components')];
    const errors = errorsBySection(
      [name, problem('submitter.name', 'tooLong'), problem('components', 'componentMissing')],
      stops,
      (one) => one.code,
    );
    expect(errors.people).toEqual({ 'submitter.name': 'nameMissing' });
    expect(errors.components).toEqual({ 'components.0.originals': 'componentMissing' });
  });
});

it('a warning that something is missing waits until she has been there', () => {
  const warnings = [
    problem('submitter.address', 'addressMissing'),
    problem('submitter.idNumber', 'idSexDiffers'),
  ];
  expect(warningsToShow(warnings, new Set())).toHaveLength(1);
  expect(warningsToShow(warnings, new Set(['submitter.address']))).toHaveLength(2);
});
