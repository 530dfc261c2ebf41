import type { InputOf, Till } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Problem, Result } from '../../shared/faults.ts';
import { checkAccount } from '../../shared/fees/account.ts';
import { checkBook, findBook, mostVoided, receiptDigits } from '../../shared/fees/receipt-books.ts';
import type { Role } from '../../shared/journal/row.ts';
import { cleanText } from '../../shared/text/hygiene.ts';
import { dayOf, getCabinet, getSession, recordOffice } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findNextReceipt } from '../journal/official-receipts.ts';
import { booksOf } from './receipt-register.ts';

const invalid = (problems: Problem[]): Result<never> => fail('invalidInput', undefined, problems);

/** The account this office has set, also where it has taken it back; else the one the newest catalogue publishes for it. */
export const accountOf = ({ office, rules }: Cabinet): Pick<Till, 'account' | 'accountFrom'> => {
  if (office.account !== undefined)
    return { account: office.account, accountFrom: office.account && 'office' };
  const published = rules.catalogues
    .map(({ accounts }) => accounts?.[office.profile.code])
    .findLast((account) => account !== undefined);
  return published ? { account: published, accountFrom: 'pack' } : { account: null, accountFrom: null };
};

export const tillOf = (cabinet: Cabinet): Till => ({ books: booksOf(cabinet), ...accountOf(cabinet) });

export const setAccount = (desk: Desk, input: InputOf<'money.setAccount'>): Result<null> => {
  const checked = input.account && checkAccount(input.account);
  if (checked && checked.problems.length > 0) return invalid(checked.problems);
  recordOffice(desk, 'admin', [{ type: 'accountSet', v: 1, payload: { account: checked?.account ?? null } }]);
  return succeed(null);
};

export const assignBook = (desk: Desk, input: InputOf<'money.assignBook'>): Result<null> => {
  const cabinet = getCabinet(desk);
  const { book, problems } = checkBook(input, cabinet.office.books ?? []);
  if (problems.length > 0) return invalid(problems);
  const assigned = {
    ...book,
    assignedOn: dayOf(desk, cabinet).day,
    assignedBy: getSession(desk).name,
  };
  recordOffice(desk, 'admin', [{ type: 'receiptBookAssigned', v: 1, payload: { book: assigned } }]);
  return succeed(null);
};

/** Leaves that came to nothing, in their turn: what lies behind stays as it was written. */
export const voidReceipts = (
  desk: Desk,
  role: Role,
  { form, series, from, to, reason }: InputOf<'money.voidReceipts'>,
): Result<null> => {
  const cabinet = getCabinet(desk);
  const { db, office } = cabinet;
  const book = findBook(office.books ?? [], { form, series, number: from });
  const next = book ? findNextReceipt(db, book) : null;
  const why = cleanText(reason, { max: 300 });
  const problems: Problem[] = [];
  if (!book) problems.push({ field: 'from', code: 'voidNoBook', params: {} });
  else if (from !== next)
    problems.push({
      field: 'from',
      code: next === null ? 'bookFinished' : 'voidNotNext',
      params: next === null ? {} : { next: receiptDigits(next) },
    });
  if (book && !(Number.isInteger(to) && to >= from && to <= book.to && to - from < mostVoided))
    problems.push({ field: 'to', code: 'voidRange', params: { last: receiptDigits(book.to) } });
  if (!why.ok) problems.push({ field: 'reason', code: why.fault.code, params: why.fault.params });
  else if (why.text === '') problems.push({ field: 'reason', code: 'required', params: {} });
  if (problems.length > 0 || !book || !why.ok) return invalid(problems);
  const payload = {
    form: book.form,
    series: book.series,
    from,
    to,
    reason: why.text,
    businessDay: dayOf(desk, cabinet).day,
    clerkName: getSession(desk).name,
  };
  recordOffice(desk, role, [{ type: 'receiptsVoided', v: 1, payload }]);
  return succeed(null);
};
