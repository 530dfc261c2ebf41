import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { ProcedureSheet } from '../../../shared/contract.ts';
import { changeIntake, isUntouched, openIntake, type IntakeAction, type IntakeState } from './intake-form.ts';
import { sampleSheet } from './sample-sheet.testing.ts';

const run = (state: IntakeState, ...actions: IntakeAction[]): IntakeState =>
  actions.reduce(changeIntake, state);
const start = openIntake('d1');
const other: ProcedureSheet = {
  ...sampleSheet,
  procedure: { ...sampleSheet.procedure, code: '2.000635', components: [], fees: [] },
  schema: null,
};
const chosen: IntakeAction = { type: 'procedureChosen', sheet: sampleSheet };

describe('the page', () => {
  it('is untouched until something is typed', () => {
    expect(isUntouched(start.form)).toBe(true);
    for (const action of [
      { type: 'personSet', who: 'submitter', change: { phone: '0' } },
      { type: 'set', change: { note: 'x' } },
      { type: 'ownerToggled', on: true },
      chosen,
    ] satisfies IntakeAction[])
      expect(isUntouched(changeIntake(start, action).form)).toBe(false);
  });

  it('gives back the owner that was toggled away', () => {
    const after = run(
      start,
      { type: 'ownerToggled', on: true },
      { type: 'personSet', who: 'owner', change: { name: 'Trần Thị Thí Dụ' } },
      { type: 'ownerToggled', on: false },
      { type: 'ownerToggled', on: true },
    );
    expect(after.form.owner?.name).toBe('Trần Thị Thí Dụ');
  });

  it('gives back papers and answers when another procedure was chosen by mistake', () => {
    const before = run(
      start,
      chosen,
      { type: 'requiredReceived' },
      { type: 'answerSet', name: 'purpose', value: 'kết hôn' },
    );
    const after = run(before, { type: 'procedureChosen', sheet: other }, chosen);
    expect(after.form).toEqual(before.form);
  });

  it('keeps everything when the same procedure is chosen again', () => {
    const before = run(start, chosen, { type: 'requiredReceived' });
    expect(changeIntake(before, chosen).form).toEqual(before.form);
  });
});

describe('prefilled answers', () => {
  const named: IntakeAction = { type: 'personSet', who: 'submitter', change: { name: 'Nguyễn Văn Mẫu' } };

  it('follow the person until the clerk types over them', () => {
    const filled = run(start, named, chosen);
    expect(filled.form.answers.holder).toBe('Nguyễn Văn Mẫu');
    const followed = run(filled, {
      type: 'personSet',
      who: 'submitter',
      change: { name: 'Nguyễn Văn Mẫu B' },
    });
    expect(followed.form.answers.holder).toBe('Nguyễn Văn Mẫu B');
    const typed = run(followed, { type: 'answerSet', name: 'holder', value: 'Khác' }, named);
    expect(typed.form.answers.holder).toBe('Khác');
  });

  it('stay empty when she emptied them', () => {
    const emptied = run(start, named, chosen, { type: 'answerSet', name: 'holder', value: '' });
    expect(changeIntake(emptied, { type: 'set', change: { note: 'x' } }).form.answers.holder).toBe('');
  });

  it('turn to the owner once there is one', () => {
    const after = run(
      start,
      named,
      chosen,
      { type: 'ownerToggled', on: true },
      { type: 'personSet', who: 'owner', change: { name: 'Trần Thị Thí Dụ' } },
    );
    expect(after.form.answers.holder).toBe('Trần Thị Thí Dụ');
  });

  it('of an opened draft are recognised again', () => {
    const saved = run(start, named, chosen).form;
    const opened = run(openIntake('d2', saved), { type: 'sheetKnown', sheet: sampleSheet });
    const after = run(opened, { type: 'personSet', who: 'submitter', change: { name: 'Khác' } });
    expect(after.form.answers.holder).toBe('Khác');
  });
});

describe('fees', () => {
  it('on request are counted by the answer that asks', () => {
    const after = run(start, chosen, { type: 'answerSet', name: 'extracts', value: 3 });
    expect(after.form.fees.map((one) => one.quantity)).toEqual([1, 3]);
  });

  it('take the amount the province has set, when it is set', () => {
    const open = run(start, chosen);
    expect(open.form.fees[0]?.amount).toBeNull();
    const sheet: ProcedureSheet = {
      ...sampleSheet,
      amounts: [{ procedure: sampleSheet.procedure.code, fee: 'le-phi', amount: 15_000, decision: 'NQ 01' }],
    };
    expect(run(open, { type: 'sheetKnown', sheet }).form.fees[0]?.amount).toBe(15_000);
  });
});

describe('what one key says twice', () => {
  it('a twelve-digit number says the sex, unless she has', () => {
    const typed: IntakeAction = { type: 'personSet', who: 'submitter', change: { idNumber: '001190000001' } };
    expect(run(start, typed).form.submitter.sex).toBe('nữ');
    const own: IntakeAction = { type: 'personSet', who: 'submitter', change: { sex: 'khác' } };
    expect(run(start, own, typed).form.submitter.sex).toBe('khác');
  });

  it('an original that is kept is one that is there', () => {
    const after = run(start, chosen, { type: 'componentSet', at: 0, change: { held: true } });
    expect(after.form.components[0]).toMatchObject({ held: true, originals: 1 });
  });

  it('a fee on request keeps what she typed while the form says nothing', () => {
    const typed = run(start, chosen, { type: 'feeSet', at: 1, change: { quantity: 2 } });
    expect(changeIntake(typed, { type: 'set', change: { note: 'x' } }).form.fees[1]?.quantity).toBe(2);
    const asked = run(typed, { type: 'answerSet', name: 'extracts', value: 5 });
    expect(asked.form.fees[1]?.quantity).toBe(5);
    expect(run(asked, { type: 'answerSet', name: 'extracts', value: null }).form.fees[1]?.quantity).toBe(0);
  });
});

it('never throws, whatever is done in whatever order, and always counts the change', () => {
  const at = fc.integer({ min: -1, max: 5 });
  const action: fc.Arbitrary<IntakeAction> = fc.oneof(
    fc.record({ type: fc.constant('ownerToggled' as const), on: fc.boolean() }),
    fc.constantFrom<IntakeAction>(
      chosen,
      { type: 'procedureChosen', sheet: other },
      { type: 'procedureCleared' },
      { type: 'requiredReceived' },
      { type: 'feeAdded' },
      { type: 'sheetKnown', sheet: sampleSheet },
    ),
    fc.record({ type: fc.constant('componentRemoved' as const), at }),
    fc.record({ type: fc.constant('componentAdded' as const), name: fc.string() }),
    fc.record({ type: fc.constant('feeRemoved' as const), at }),
    fc.record({
      type: fc.constant('answerSet' as const),
      name: fc.string(),
      value: fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    }),
    fc.record({ type: fc.constant('caseChosen' as const), id: fc.string() }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const end = actions.reduce<IntakeState>((state, one) => {
        const next = changeIntake(state, one);
        expect(next.form === state.form || next.version > state.version).toBe(true);
        return next;
      }, start);
      expect(end.id).toBe('d1');
      expect(end.form.procedure === '' || end.sheet?.procedure.code === end.form.procedure).toBe(true);
    }),
  );
});
