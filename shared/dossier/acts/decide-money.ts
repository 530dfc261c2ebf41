import { succeed } from '../../faults.ts';
import type { Result } from '../../faults.ts';
import { inCapitals } from '../../fees/receipt-books.ts';
import { formatMoney, isAmount } from '../../fees/money.ts';
import type { Taken } from '../state.ts';
import { actedBy, numberOf } from './acted.ts';
import { longest, startChecks } from './checks.ts';
import type { Checks } from './checks.ts';
import type { ActCommand } from './commands.ts';
import type { ActContext } from './context.ts';
import type { ActEvent } from './events.ts';
import type { OfficialReceipt } from './money-events.ts';
import { isChargeable, moneyStanding } from './money.ts';

type Decided = Result<ActEvent[]>;

const receiptNumber = /^\d{1,12}$/;

const isSameReceipt = (one: OfficialReceipt, other: OfficialReceipt): boolean =>
  one.form === other.form && one.series === other.series && Number(one.number) === Number(other.number);

/** The official biên lai as typed; one number belongs to one payment. Other dossiers' receipts are main's to compare. */
const readReceipt = (
  checks: Checks,
  receipt: OfficialReceipt,
  { money }: Taken,
  { businessDay }: ActContext,
): OfficialReceipt => {
  const read: OfficialReceipt = {
    form: inCapitals(checks.text('receipt.form', receipt.form, longest.number)),
    series: inCapitals(checks.text('receipt.series', receipt.series, longest.number)),
    number: checks.text('receipt.number', receipt.number, longest.number),
    date: checks.date('receipt.date', receipt.date),
    kind: receipt.kind,
  };
  if (read.number !== '' && !receiptNumber.test(read.number))
    checks.add('receipt.number', 'actReceiptNumber');
  else if (money.payments.some((payment) => payment.receipt && isSameReceipt(payment.receipt, read)))
    checks.add('receipt.number', 'actReceiptTwice');
  if (read.date > businessDay) checks.add('receipt.date', 'actDateFuture');
  return read;
};

export const decideCollect = (
  state: Taken,
  command: ActCommand<'collectFee'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const { owed } = moneyStanding(state.money);
  const { amount } = command;
  const beyond = checks.paragraph('beyond', command.beyond, 'optional');
  if (checks.amount('amount', amount) && amount > owed && beyond === '')
    checks.add('amount', 'actAmountOverOwed', { owed: formatMoney(owed) });
  const receipt = command.receipt && readReceipt(checks, command.receipt, state, context);
  if (checks.problems.length > 0) return checks.refuse();
  const payload = {
    ...actedBy(command, context),
    ...numberOf(context),
    amount,
    owed,
    beyond: amount > owed ? beyond : '',
    receipt,
  };
  return succeed([{ type: 'feeCollected', v: 1, payload }]);
};

export const decideClaim = (command: ActCommand<'claimTransfer'>, context: ActContext): Decided => {
  const checks = startChecks();
  checks.amount('amount', command.amount);
  const reference = checks.text('reference', command.reference, longest.line, 'optional');
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), amount: command.amount, reference };
  return succeed([{ type: 'transferClaimed', v: 1, payload }]);
};

/** What the bank shows is a fact, also where it is more or less than was announced. */
export const decideMatch = (
  state: Taken,
  command: ActCommand<'matchTransfer'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const { amount, claim } = command;
  if (claim !== null && !state.money.claims.some((one) => one.event === claim && one.matchedBy === null))
    checks.add('claim', 'actUnknownClaim');
  checks.amount('amount', amount);
  const bankDate = checks.date('bankDate', command.bankDate);
  if (bankDate > context.businessDay) checks.add('bankDate', 'actDateFuture');
  const reference = checks.text('reference', command.reference, longest.line);
  const receipt = command.receipt && readReceipt(checks, command.receipt, state, context);
  if (checks.problems.length > 0) return checks.refuse();
  const { owed } = moneyStanding(state.money);
  const payload = {
    ...actedBy(command, context),
    claim,
    amount,
    owed,
    bankDate,
    reference,
    receipt,
    ...(command.bankLine === undefined ? {} : { bankLine: command.bankLine }),
  };
  return succeed([{ type: 'transferMatched', v: 1, payload }]);
};

export const decideExempt = (
  state: Taken,
  command: ActCommand<'exemptFee'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const line = state.money.lines[command.line];
  if (!line) checks.add('line', 'actUnknownLine');
  else if (!isChargeable(line)) checks.add('line', 'actLineNotChargeable');
  const ground = checks.text('ground', command.ground, longest.line);
  if (checks.problems.length > 0 || !line) return checks.refuse();
  const payload = {
    ...actedBy(command, context),
    line: command.line,
    label: line.label,
    waived: line.total,
    ground,
  };
  return succeed([{ type: 'feeExempted', v: 1, payload }]);
};

export const decideSetAmount = (
  state: Taken,
  command: ActCommand<'setFeeAmount'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const line = state.money.lines[command.line];
  if (!line) checks.add('line', 'actUnknownLine');
  else if (line.state !== 'toBeSet') checks.add('line', 'actLineNotToBeSet');
  const total = command.amount * (line?.quantity ?? 1);
  if (checks.amount('amount', command.amount) && !isAmount(total)) checks.add('amount', 'actAmountTooLarge');
  const decision = checks.text('decision', command.decision, longest.line);
  if (checks.problems.length > 0 || !line) return checks.refuse();
  const payload = {
    ...actedBy(command, context),
    line: command.line,
    label: line.label,
    amount: command.amount,
    quantity: line.quantity,
    total,
    decision,
  };
  return succeed([{ type: 'feeAmountSet', v: 1, payload }]);
};

export const decideRefund = (
  state: Taken,
  command: ActCommand<'refundFee'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const { held } = moneyStanding(state.money);
  if (checks.amount('amount', command.amount) && command.amount > held)
    checks.add('amount', 'actAmountOverHeld', { held: formatMoney(held) });
  const to = checks.text('to', command.to, longest.name);
  const reason = checks.paragraph('reason', command.reason);
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), amount: command.amount, to, reason };
  return succeed([{ type: 'feeRefunded', v: 1, payload }]);
};

export const decideFeeReceipt = (
  state: Taken,
  command: ActCommand<'recordFeeReceipt'>,
  context: ActContext,
): Decided => {
  const checks = startChecks();
  const payment = state.money.payments.find(({ event }) => event === command.payment);
  if (payment?.receipt !== null) checks.add('payment', 'actUnknownPayment');
  const receipt = readReceipt(checks, command.receipt, state, context);
  if (checks.problems.length > 0) return checks.refuse();
  const payload = { ...actedBy(command, context), payment: command.payment, receipt };
  return succeed([{ type: 'feeReceiptRecorded', v: 1, payload }]);
};
