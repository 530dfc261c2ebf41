import { common as viCommon } from '../shared/messages/vi/common.ts';
import { faults as viFaults } from '../shared/messages/vi/faults.ts';
import { common as enCommon } from '../shared/messages/en/common.ts';
import { faults as enFaults } from '../shared/messages/en/faults.ts';
import type { Language, Messages } from '../shared/messages/index.ts';
import type { Fault } from '../shared/faults.ts';
import { sayMessage } from '../shared/text/problem.ts';
import { useDesk } from './desk-store.ts';

/** The part of the messages that is needed before anybody has signed in; the rest loads with the counter. */
export type LobbyMessages = Pick<Messages, 'common' | 'faults'>;

const catalogues: Record<Language, LobbyMessages> = {
  vi: { common: viCommon, faults: viFaults },
  en: { common: enCommon, faults: enFaults },
};

export const useLobbyWords = (): LobbyMessages => catalogues[useDesk((desk) => desk.language)];

/** What happened, what is safe, what to do: of a call that failed. */
export const faultText = (words: Pick<Messages, 'faults'>, fault: Fault): string =>
  sayMessage(words.faults.faults[fault.code], fault.params);
