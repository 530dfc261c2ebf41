import { succeed } from '../../shared/faults.ts';
import { getCabinet } from '../desk/desk.ts';
import { asClerk } from '../dispatch.ts';
import type { Commands } from '../dispatch.ts';
import { findOpenDays } from './find-open.ts';
import { previewSeal, printSeal, saveSeal, sealsPage } from './papers.ts';
import { signSeal } from './sign-seal.ts';

type SealMethod = Extract<keyof Commands, `seals.${string}`>;

/** Close of day. */
export const sealCommands: Pick<Commands, SealMethod> = {
  'seals.open': ({ desk }) => succeed(findOpenDays(getCabinet(desk).db)),
  'seals.page': ({ desk }) => sealsPage(desk),
  'seals.preview': ({ desk }, input) => previewSeal(desk, input),
  'seals.sign': (call, input) => signSeal(call.desk, asClerk(call), input),
  'seals.print': (call, input) => printSeal(call.desk, asClerk(call), input),
  'seals.save': (call, input) => saveSeal(call.desk, asClerk(call), input),
};
