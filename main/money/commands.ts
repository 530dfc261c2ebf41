import { succeed } from '../../shared/faults.ts';
import { getCabinet } from '../desk/desk.ts';
import { asClerk } from '../dispatch.ts';
import type { Commands } from '../dispatch.ts';
import { matchLines } from './match-lines.ts';
import { listClaims, openStatement, reopenStatement } from './statement.ts';
import { assignBook, setAccount, tillOf, voidReceipts } from './till.ts';

type MoneyMethod = Extract<keyof Commands, `money.${string}`>;

/** Receipt books, the collecting account, and transfers seen at the bank. */
export const moneyCommands: Pick<Commands, MoneyMethod> = {
  'money.till': ({ desk }) => succeed(tillOf(getCabinet(desk))),
  'money.assignBook': ({ desk }, input) => assignBook(desk, input),
  'money.voidReceipts': (call, input) => voidReceipts(call.desk, asClerk(call), input),
  'money.setAccount': ({ desk }, input) => setAccount(desk, input),
  'money.claims': ({ desk }) => succeed(listClaims(getCabinet(desk))),
  'money.openStatement': ({ desk }) => openStatement(desk),
  'money.statement': ({ desk }, { id }) => reopenStatement(desk, id),
  'money.matchLines': ({ desk }, input) => matchLines(desk, input),
};
