import type { Messages } from '../messages/index.ts';
import type { Desk, OfficeProfile } from '../office/profile.ts';
import { stampsOf } from './extra.ts';
import { momentWords, officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';

export interface RecoveryExtra {
  profile: OfficeProfile;
  desk: Desk;
  trial: boolean;
  at: number;
  words: Messages;
}

export type RecoveryValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  desk: string;
  /** Groups of four, as they are typed. */
  groups: string[];
  made: string;
};

/** The recovery code for the office's safe. Nothing on it names a clerk, and no symbol holds it: it is typed by hand. */
export const recoveryValues = (
  code: string,
  { profile, desk, trial, at, words }: RecoveryExtra,
): RecoveryValues => ({
  title: words.print.titles.recovery,
  stamps: stampsOf({ trial, reprint: false, words }),
  head: officeHead(profile, at, words),
  desk: words.print.desk({ number: String(desk.number) }),
  groups: code.split('-'),
  made: momentWords(at, words),
});
