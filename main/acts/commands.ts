import { succeed } from '../../shared/faults.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Commands } from '../dispatch.ts';
import { doAct } from './act.ts';
import { doMany } from './do-many.ts';
import { judgeAct } from './judge.ts';
import { rememberedIn } from './remembered.ts';

type ActMethod = 'act.do' | 'act.doMany' | 'act.judge' | 'act.remembered';

/** The acts after the intake. */
export const actCommands: Pick<Commands, ActMethod> = {
  'act.do': ({ desk }, input) => doAct(desk, input),
  'act.doMany': ({ desk }, input) => doMany(desk, input),
  'act.judge': ({ desk }, input) => judgeAct(desk, input),
  'act.remembered': ({ desk }) => succeed(rememberedIn(getCabinet(desk).db)),
};
