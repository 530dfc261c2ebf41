import { formatDateTime } from '../../../../shared/calendar/vietnam-time.ts';
import type { ActAfter } from '../../../../shared/contract.ts';
import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { onTime } from '../../../../shared/dossier/acts/clock.ts';
import { moneyStanding } from '../../../../shared/dossier/acts/money.ts';
import type { Taken } from '../../../../shared/dossier/state.ts';
import { formatMoney } from '../../../../shared/fees/money.ts';
import { useWords } from '../../../words.ts';
import { useNow } from '../../dossiers/use-now.ts';
import classes from './acts.module.css';

interface Props {
  kind: ActKind;
  state: Taken;
  after: ActAfter | null;
}

/** Acts after which work has an end, so that it can be said whether it was on time. */
const ends: readonly ActKind[] = ['recordResult', 'stop', 'withdraw', 'requestSupplements'];

const moneyLines = (
  state: Taken,
  { money }: ActAfter,
  say: { [K in 'owed' | 'over' | 'held']: (params: { amount: string }) => string },
): string[] => {
  const before = moneyStanding(state.money);
  const changed =
    money.owed !== before.owed || money.held !== before.held || money.claimed !== before.claimed;
  if (!changed) return [];
  return [
    ...(money.over > 0 ? [say.over({ amount: formatMoney(money.over) })] : []),
    say.owed({ amount: formatMoney(money.owed) }),
    say.held({ amount: formatMoney(money.held) }),
  ];
};

/** What will be written, as the law reckons it: number, promise, on time or late, money. */
export const After = ({ kind, state, after }: Props) => {
  const words = useWords();
  const say = words.acts.forms.after;
  const now = useNow();
  if (after === null) return null;
  const when = (at: number): string => formatDateTime(at, words.calendar);
  const before = state.clock.deadline.dueAt;
  const verdict = after.onTime;
  const wasOnTime = onTime(state, now)?.onTime ?? true;
  const toldVerdict = verdict !== null && (ends.includes(kind) || verdict.onTime !== wasOnTime);
  const plain = [
    ...(after.formNumber === ''
      ? []
      : [(kind === 'numberResult' ? say.documentNumber : say.number)({ number: after.formNumber })]),
    ...(after.dueAt !== null && after.dueAt !== before
      ? [say.newDue({ before: when(before), due: when(after.dueAt) })]
      : []),
    ...(after.pausedAt !== null && state.clock.pausedAt === null ? [say.paused] : []),
    ...moneyLines(state, after, say),
  ];
  if (plain.length === 0 && !toldVerdict) return null;
  return (
    <div className={classes['after']} role="status" aria-label={say.legend}>
      {plain.map((line) => (
        <span key={line}>{line}</span>
      ))}
      {toldVerdict && (
        <span data-tone={verdict.onTime ? 'done' : 'late'}>
          {verdict.why === null ? say.onTime : say.late({ why: words.acts.late[verdict.why] })}
        </span>
      )}
    </div>
  );
};
