import { get } from './clerk/bridge.ts';
import { accept, fillIntake } from './clerk/intake.ts';
import { makeInput } from './clerk/make-input.ts';
import { expect, test } from './counter.ts';
import { maritalStatus } from './samples.ts';
import { isWhole } from './whole.ts';

/** Dossiers of procedures of every kind, made from the catalogue itself, each right by its own rules. */

const chosen = [
  ['1.001193', '1.000656', '1.000894', '2.000815', '1.004222', '1.001612'],
  ['1.004194', '2.000635', '2.000884', '1.013225', '2.000286', '1.003677', '2.001263'],
] as const;

for (const [half, all] of chosen.entries()) {
  const codes = all.filter((_, turn) => isWhole || turn % 2 === 0);
  test(`any procedure is taken in through the same page, part ${half + 1}`, async ({ kept }) => {
    test.slow();
    const { page, faults } = kept;
    for (const [turn, code] of codes.entries())
      await test.step(code, async () => {
        const { procedure, schema } = await get(page, 'catalogue.get', { code });
        const input = makeInput(maritalStatus, procedure, schema, turn);
        await fillIntake(kept, input);
        const given = await accept(page);
        const [row] = (await get(page, 'dossier.find', { text: given })).rows;
        const { state } = await get(page, 'dossier.get', { id: row!.id });
        expect.soft(state.accepted?.procedure.code).toBe(code);
        expect.soft(state.accepted?.answers, code).toMatchObject(input.answers ?? {});
        expect.soft(state.accepted?.note).toBe(input.note);
        expect.soft(state.accepted?.components.length).toBe(input.components?.length);
      });
    expect(faults).toEqual([]);
  });
}
