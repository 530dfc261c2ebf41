import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/faults.ts';
import { changeIntake, openIntake, type IntakeAction, type IntakeState } from './intake-form.ts';
import { findStop, isSectionDone, listStops, nextStop, previousStop } from './next-field.ts';
import { sampleSheet } from './sample-sheet.testing.ts';

const run = (...actions: IntakeAction[]): IntakeState => actions.reduce(changeIntake, openIntake('d'));
const stopsFor = (state: IntakeState, problems: Problem[] = []) =>
  listStops({ form: state.form, sheet: state.sheet, visited: state.visited, problems });
const step = (state: IntakeState, from: string | null, problems: Problem[] = []) =>
  nextStop(stopsFor(state, problems), from)?.field;

const card: IntakeAction = {
  type: 'personSet',
  who: 'submitter',
  change: {
    name: 'Nguyễn Văn Mẫu',
    idNumber: '001090000001',
    birthDate: '1990-01-01',
    sex: 'nam',
    address: 'Xã A',
  },
};
const chosen: IntakeAction = { type: 'procedureChosen', sheet: sampleSheet };
const phoneLeft: IntakeAction = { type: 'visited', field: 'submitter.phone' };

describe('Enter', () => {
  it('begins at the name on an empty page', () => {
    expect(step(run(), null)).toBe('submitter.name');
  });

  it('skips what a card has told, offers the telephone once, then asks for the procedure', () => {
    expect(step(run(card), null)).toBe('submitter.phone');
    expect(step(run(card, phoneLeft), 'submitter.phone')).toBe('procedure');
  });

  it('goes on to the papers still missing, then to the fields required, then to the open amount', () => {
    const state = run(card, phoneLeft, chosen);
    expect(step(state, 'procedure')).toBe('components.0.originals');
    expect(step(state, 'components.0.originals')).toBe('components.2.originals');
    const received = run(card, phoneLeft, chosen, { type: 'requiredReceived' });
    expect(step(received, 'components.2.originals')).toBe('answers.purpose');
    expect(step(received, 'answers.purpose')).toBe('answers.papers.0.name');
    expect(step(received, 'answers.papers.0.name')).toBe('fees.0.amount');
    const emptied = changeIntake(received, { type: 'answerSet', name: 'papers', value: [] });
    expect(step(emptied, 'answers.purpose')).toBe('answers.papers');
  });

  it('comes back to what was left open before it says she can accept', () => {
    const state = run(
      card,
      chosen,
      { type: 'requiredReceived' },
      { type: 'visited', field: 'fees.0.amount' },
    );
    expect(step(state, 'fees.0.amount')).toBe('submitter.phone');
  });

  it('stays where it is when that is all that is left', () => {
    const state = run(card, phoneLeft);
    expect(step(state, 'procedure')).toBe('procedure');
  });

  it('ends when nothing needs her', () => {
    const state = run(
      card,
      phoneLeft,
      chosen,
      { type: 'requiredReceived' },
      { type: 'answerSet', name: 'purpose', value: 'kết hôn' },
      { type: 'answerSet', name: 'papers', value: [{ name: 'Bằng' }] },
      { type: 'visited', field: 'fees.0.amount' },
    );
    expect(step(state, null)).toBeUndefined();
  });

  it('stops at what main found wrong, even in a filled or optional field', () => {
    const problem: Problem = { field: 'submitter.email', code: 'wrongFormat', params: {} };
    expect(step(run(card, phoneLeft), 'submitter.phone', [problem])).toBe('submitter.email');
  });

  it('walks the rows of a list and then its end', () => {
    const state = run(chosen, { type: 'answerSet', name: 'papers', value: [{ name: '' }] });
    expect(step(state, 'answers.purpose')).toBe('answers.papers.0.name');
  });

  it('asks for the owner and her relation when somebody else hands it in', () => {
    const state = run(card, phoneLeft, { type: 'ownerToggled', on: true });
    expect(step(state, 'submitter.phone')).toBe('owner.name');
    expect(stopsFor(state).find((stop) => stop.field === 'relation')?.needs).toBe(true);
  });

  it('asks an organisation for no birth date', () => {
    const state = run({
      type: 'personSet',
      who: 'submitter',
      change: { kind: 'organisation', name: 'Hợp tác xã' },
    });
    expect(stopsFor(state).some((stop) => stop.field === 'submitter.birthDate')).toBe(false);
  });
});

describe('Shift+Enter', () => {
  it('goes back one field, known or not, and nowhere from the first', () => {
    const stops = stopsFor(run(card, chosen));
    expect(previousStop(stops, 'components.0.originals')?.field).toBe('procedure');
    expect(previousStop(stops, 'procedure')?.field).toBe('submitter.email');
    expect(previousStop(stops, 'submitter.name')).toBeUndefined();
  });
});

describe('a problem', () => {
  it.each([
    ['answers.papers.0.pages', 'answers.papers.0.pages'],
    ['answers.papers.7.pages', 'answers.papers'],
    ['components', 'components.0.originals'],
    ['components.1.held', 'components.1.originals'],
    ['fees.0.quantity', 'fees.0.amount'],
    ['delivery.address', 'delivery.method'],
    ['submitter', 'submitter.name'],
  ])('at %s leads to %s', (field, stop) => {
    expect(findStop(stopsFor(run(chosen)), field)?.field).toBe(stop);
  });
});

it('a section is done when nothing in it needs her', () => {
  const state = run(card, chosen);
  expect(isSectionDone(stopsFor(state), 'people')).toBe(false);
  expect(isSectionDone(stopsFor(changeIntake(state, phoneLeft)), 'people')).toBe(true);
  expect(isSectionDone(stopsFor(state), 'delivery')).toBe(true);
});
