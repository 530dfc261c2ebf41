import * as z from 'zod';
import type { ActDone, ActJudgement, ActOfMany, Remembered } from './act-answers.ts';
import { actInput } from './act-input.ts';
import { answers, id, none } from './method.ts';

/** The acts after the intake. Who may do which is the law's to say, so any clerk may ask. */
export const actsMethods = {
  'act.do': answers<ActDone>()(z.strictObject({ dossier: id, act: actInput }), 'any'),
  /** Each dossier in a transaction of its own: done, or its refusal; in the order they were named. */
  'act.doMany': answers<ActOfMany[]>()(
    z.strictObject({ dossiers: z.array(id).min(1).max(1000), act: actInput }),
    'any',
  ),
  /** What would come of it, for the form that is being filled. */
  'act.judge': answers<ActJudgement>()(z.strictObject({ dossier: id, act: actInput }), 'any'),
  /** Takes files by main's own dialog into the vault; a result or supplements then name them. */
  'act.remembered': answers<Remembered>()(none, 'any'),
} as const;
