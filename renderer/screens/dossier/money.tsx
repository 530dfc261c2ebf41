import { formatDateTime, formatDay } from '../../../shared/calendar/vietnam-time.ts';
import type { OfficialReceipt } from '../../../shared/dossier/acts/money-events.ts';
import type { Taken } from '../../../shared/dossier/state.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import classes from './dossier.module.css';

const receiptText = (receipt: OfficialReceipt | null, { acts }: Messages): string =>
  receipt === null
    ? acts.facts.noReceipt
    : acts.facts.receipt({
        ...receipt,
        kind: acts.receiptKinds[receipt.kind],
        date: formatDay(receipt.date),
      });

/** What was taken, announced and given back, each with its official receipt. */
export const MoneyCard = ({ state: { money } }: { state: Taken }) => {
  const words = useWords();
  const say = words.acts.facts;
  const when = (at: number): string => formatDateTime(at, words.calendar);
  const waiting = money.claims.filter(({ matchedBy }) => matchedBy === null);
  const isEmpty = money.payments.length + waiting.length + money.refunds.length === 0;
  return (
    <Card title={say.money}>
      {isEmpty && <p className={classes['quiet']}>{say.nothingPaid}</p>}
      <ul className={classes['list']}>
        {money.payments.map(({ event, kind, amount, at, clerkName, receipt }) => (
          <li key={event}>
            {say.payment({
              amount: formatMoney(amount),
              way: say.ways[kind],
              at: when(at),
              clerk: clerkName,
            })}
            <div className={classes['quiet']}>{receiptText(receipt, words)}</div>
          </li>
        ))}
        {waiting.map(({ event, amount, at, reference }) => (
          <li key={event}>{say.claim({ amount: formatMoney(amount), at: when(at), reference })}</li>
        ))}
        {money.refunds.map(({ event, amount, to, at, reason }) => (
          <li key={event}>{say.refund({ amount: formatMoney(amount), to, at: when(at), reason })}</li>
        ))}
      </ul>
    </Card>
  );
};
