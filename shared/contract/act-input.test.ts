import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import type { ActCommand } from '../dossier/acts/commands.ts';
import { actKinds } from '../dossier/acts/guards.ts';
import { commandOf } from '../dossier/acts/testing-life.ts';
import { actInput } from './act-input.ts';

/** Does not compile when the law knows an act, or a value of one, that the shapes would turn away. */
const asAsked = (act: ActCommand): z.infer<typeof actInput> => act;

describe('an act as a window asks for it', () => {
  test.each(actKinds)('%s comes through as it was asked for', (kind) => {
    const act = asAsked(commandOf(kind, 'command-1'));
    expect(actInput.parse(act)).toEqual(act);
  });

  test.each([
    ['a kind nobody knows', { kind: 'burn', command: 'command-1' }],
    ['a field beside it', { ...commandOf('storePaperFile', 'command-1'), clerk: 'somebody' }],
    ['an id of the dossier', { ...commandOf('storePaperFile', 'command-1'), dossier: 'other' }],
    ['a missing field', { kind: 'takeBack', command: 'command-1' }],
    ['a number that is none', { ...commandOf('collectFee', 'command-1'), amount: '16000' }],
    ['a field of another person', { ...commandOf('correct', 'c'), changes: [{ field: 'key', after: '' }] }],
  ])('%s is turned away', (_, act) => {
    expect(actInput.safeParse(act).success).toBe(false);
  });
});
