import { marks } from '../../shared/dossier/marks.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { dueOf, heldMoney, owedOf } from './testing-account.ts';
import type { Account } from './testing-account.ts';

/** A dossier's line of the lists, as the file has it. */
export interface Line {
  business: string;
  owed: number;
  holder: string;
  conflicts: number;
  open: number;
  due_at: number | null;
  ready_since: number | null;
  marks: number;
  summary: string;
}

export const lineOf = (db: ReadableDatabase, dossier: string): Line | undefined =>
  db
    .prepare(
      'SELECT business, owed, holder, conflicts, open, due_at, ready_since, marks, summary FROM dossier WHERE id = ?',
    )
    .get<Line & { [column: string]: string | number | null }>([dossier]);

/** An announced transfer is waited for until the fee is paid another way or all was given back; also when the fee was waived since. */
const isClaimed = (account: Account): boolean => {
  const due = dueOf(account);
  const isPaid = due > 0 && heldMoney(account) >= due && !account.lines.includes(null);
  const isGivenBack = heldMoney(account) === 0 && account.refunded > 0;
  return account.claims.size > 0 && !isPaid && !isGivenBack;
};

/** The marks of the morning lists, worked out by hand. */
export const marksBy = (account: Account): number => {
  const { business, calls, resultAt, originals, draft } = account;
  const isTold = calls.some(({ at, reached }) => reached && at >= (resultAt ?? Infinity));
  const course = {
    accepted: marks.counter,
    processing: marks.officer,
    awaitingSupplements: marks.papers,
    resultReady: isTold ? marks.told : marks.untold,
    returned: 0,
    withdrawn: 0,
    stopped: 0,
  }[business];
  const charged = course > 0 || business === 'returned';
  return (
    course +
    (course > 0 ? marks.unprinted : 0) +
    (draft === null ? 0 : draft.numbered ? marks.toIssue : marks.toSign) +
    (charged && owedOf(account) > 0 && !isClaimed(account) ? marks.owed : 0) +
    (isClaimed(account) ? marks.claimed : 0) +
    (originals.some((one) => one !== null) ? marks.held : 0)
  );
};
