import type { CollectingAccount } from '../fees/account.ts';
import type { Messages } from '../messages/index.ts';
import type { PaperCopy } from './values.ts';

/** What a paper says beside its event's own content. */
export interface PaperExtra {
  /** First ten characters of the row's hash, the citizen's proof that the ledger holds it; '' before there is a row. */
  witness: string;
  copy: PaperCopy;
  /** A second or later print of the same paper. */
  reprint: boolean;
  /** The vault is a trial one: every paper says so (design §8). */
  trial: boolean;
  words: Messages;
  /** Where fees are transferred to; absent or null: no code is drawn. */
  account?: CollectingAccount | null;
}

export const stampsOf = ({
  trial,
  reprint,
  words,
}: Pick<PaperExtra, 'trial' | 'reprint' | 'words'>): string[] => [
  ...(trial ? [words.print.stamps.trial] : []),
  ...(reprint ? [words.print.stamps.reprint] : []),
];
