import { asClerk } from '../dispatch.ts';
import type { Commands } from '../dispatch.ts';
import { listsDrawn, previewList, printList, saveList } from './papers.ts';

type ListMethod = Extract<keyof Commands, `lists.${string}`>;

/** Papers over several dossiers. */
export const listCommands: Pick<Commands, ListMethod> = {
  'lists.preview': ({ desk }, wish) => previewList(desk, wish),
  'lists.print': (call, input) => printList(call.desk, asClerk(call), input),
  'lists.save': (call, wish) => saveList(call.desk, asClerk(call), wish),
  'lists.of': ({ desk }, input) => listsDrawn(desk, input),
};
