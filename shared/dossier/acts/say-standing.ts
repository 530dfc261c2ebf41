import { timeLeft } from '../../calendar/time-left.ts';
import { formatDate, formatDateTime } from '../../calendar/vietnam-time.ts';
import { formatMoney } from '../../fees/money.ts';
import type { Messages } from '../../messages/index.ts';
import { formNumber } from '../form-number.ts';
import { isTaken } from '../state.ts';
import type { DossierState, Taken } from '../state.ts';
import { signerOf, submissionStep } from '../signing/submission.ts';
import { businessOf, deliveryOf, isOngoing } from './axes.ts';
import { countedRounds, isSupplementOverdue, onTime, urgencyOf } from './clock.ts';
import { moneyStanding } from './money.ts';
import { stillHeld } from './originals.ts';

/** The sync axis, as told from outside: the dossier's own events know nothing of the line. */
export type SyncStanding = 'local' | 'waiting' | 'received' | 'refused' | 'reported';

type Say = Messages['acts']['standing'];

const whereOf = ({ holder }: DossierState, say: Say): string => (holder ? say.holder(holder) : say.counter);

const leftOf = (state: Taken, now: number, say: Say): string => {
  const left = timeLeft(state.clock.deadline, now);
  switch (left.kind) {
    case 'workingDays':
      return say.left.workingDays({ days: left.days });
    case 'calendarDays':
      return say.left.calendarDays({ days: left.days });
    case 'today':
      return say.left.today;
    case 'lateToday':
      return say.late.today;
    case 'late':
      return say.late.days({ days: left.days });
  }
};

const sayRunning = (state: Taken, now: number, words: Messages): string => {
  const say = words.acts.standing;
  const due = formatDateTime(state.clock.deadline.dueAt, words.calendar);
  const left = leftOf(state, now, say);
  const where = whereOf(state, say);
  switch (urgencyOf(state, now)) {
    case 'overdue':
      return say.business.overdue({ where, due, late: left });
    case 'near':
      return say.business.near({ where, due, left });
    case 'ahead':
    case 'still': {
      const since = state.moves.at(-1)?.at;
      return state.holder && since !== undefined
        ? say.business.processing({
            holder: where,
            since: formatDateTime(since, words.calendar),
            due,
            left,
          })
        : say.business.accepted({ due, left });
    }
  }
};

const sayAwaiting = (state: Taken, now: number, words: Messages): string => {
  const say = words.acts.standing.business;
  const asked = countedRounds(state).findLast(({ received }) => received === null)?.asked;
  const since = formatDateTime(state.clock.pausedAt ?? now, words.calendar);
  const by = asked?.respondBy ? formatDate(asked.respondBy, words.calendar) : '';
  return isSupplementOverdue(state, now) ? say.awaitingOverdue({ since, by }) : say.awaiting({ since, by });
};

const sayTaken = (state: Taken, now: number, words: Messages): string => {
  const say = words.acts.standing;
  const when = (at: number): string => formatDateTime(at, words.calendar);
  const verdict = onTime(state, now)?.onTime === true ? say.verdict.onTime : say.verdict.late;
  const live = <T extends { event: string }>(all: readonly T[]): T | undefined =>
    all.find(({ event }) => !state.overruled.includes(event));
  switch (businessOf(state)) {
    case 'awaitingSupplements':
      return sayAwaiting(state, now, words);
    case 'resultReady': {
      const { at = now, approved = true } = state.result ?? {};
      return approved
        ? say.business.ready({ at: when(at), verdict })
        : say.business.readyRefusal({ at: when(at), verdict });
    }
    case 'returned': {
      const returned = live(state.returns);
      return say.business.returned({ at: when(returned?.at ?? now), to: returned?.to.name ?? '', verdict });
    }
    case 'withdrawn':
      return say.business.withdrawn({ at: when(live(state.withdrawals)?.at ?? now) });
    case 'stopped': {
      const stop = live(state.stops);
      return say.business.stopped({
        at: when(stop?.at ?? now),
        number: stop ? formNumber('stop', stop) : '',
      });
    }
    default:
      return sayRunning(state, now, words);
  }
};

const sayBusiness = (state: DossierState, now: number, words: Messages): string => {
  const say = words.acts.standing.business;
  const { guided, refused } = state;
  if (isTaken(state)) return sayTaken(state, now, words);
  if (guided) return say.guided({ number: formNumber('guidance', guided) });
  if (refused) return say.refused({ number: formNumber('refusal', refused) });
  return say.unknown;
};

const sayMoney = (state: DossierState, say: Say): string => {
  if (!isTaken(state)) return say.money.none;
  const { state: money, owed, held, claimed, refunded, over, toBeSet } = moneyStanding(state.money);
  const also = [
    ...(over > 0 ? [say.money.over({ amount: formatMoney(over) })] : []),
    ...(toBeSet > 0 && (money === 'unpaid' || money === 'claimed') ? [say.money.andToBeSet] : []),
  ];
  const main = (): string => {
    switch (money) {
      case 'free':
      case 'toBeSet':
      case 'exempt':
        return say.money[money];
      case 'unpaid':
        return say.money.unpaid({ amount: formatMoney(owed) });
      case 'claimed':
        return say.money.claimed({ amount: formatMoney(claimed) });
      case 'partly':
        return owed > 0
          ? say.money.partly({ held: formatMoney(held), owed: formatMoney(owed) })
          : say.money.partlyToBeSet({ held: formatMoney(held) });
      case 'cash':
      case 'matched':
        return say.money[money]({ amount: formatMoney(held) });
      case 'refunded':
        return say.money.refunded({ amount: formatMoney(refunded) });
    }
  };
  return [main(), ...also].join(', ');
};

const sayDelivery = (state: DossierState, words: Messages): string => {
  const say = words.acts.standing.delivery;
  if (!isTaken(state)) return say.none;
  const delivery = deliveryOf(state);
  const notice = state.notices.at(-1);
  const at = notice ? formatDateTime(notice.at, words.calendar) : '';
  switch (delivery) {
    case 'tried':
      return say.tried({ at });
    case 'told':
      return say.told({ at });
    case 'untold':
    case 'returned':
    case 'sent':
      return say[delivery];
    case 'none': {
      const business = businessOf(state);
      if (business !== 'withdrawn' && business !== 'stopped') return say[state.particulars.delivery.method];
      const count = stillHeld(state.originals).length;
      return count > 0 ? say.held({ count }) : say.nothingHeld;
    }
  }
};

const isUrgent = (state: DossierState, now: number): boolean =>
  ['near', 'overdue'].includes(urgencyOf(state, now));

/** A drafted result on its way to its signature, or come back from there. Whom it lies with is named before it already, and since when. */
const saySubmission = (state: DossierState, now: number, words: Messages): string[] => {
  const say = words.acts.standing.submitted;
  const step = submissionStep(state);
  const last = state.submissions.at(-1);
  if (!last || !isOngoing(businessOf(state)) || state.result) return [];
  const when = (at: number): string => formatDateTime(at, words.calendar);
  const { unit, person } = last.to;
  const isThere = state.holder?.unit === unit && state.holder.person === person;
  switch (step) {
    case 'signature': {
      const to = isThere ? '' : words.acts.standing.holder({ unit, person });
      const isSaid = isThere && state.moves.at(-1)?.at === last.at && !isUrgent(state, now);
      return [say[last.way === 'paper' ? 'paper' : 'signature']({ to, since: isSaid ? '' : when(last.at) })];
    }
    case 'number': {
      const signer = signerOf(state, last);
      return [say.number({ signer: isThere && signer === person ? '' : signer })];
    }
    case 'seal':
      return [say.seal({ number: last.numbered?.number ?? '' })];
    case null:
      return last.sentBack
        ? [say.sentBack({ at: when(last.sentBack.at), reason: last.sentBack.reason })]
        : [];
  }
};

/** What must not be overlooked, before the rest. */
const sayAlarms = (state: DossierState, say: Say): string[] => {
  const rounds = countedRounds(state).length;
  return [
    ...(state.parked ? [say.business.unknown] : []),
    ...(state.conflicts.length > 0 ? [say.conflicts({ count: state.conflicts.length })] : []),
    ...(rounds >= 2 ? [say.askedTwice({ times: rounds })] : []),
    ...(state.receiptLost ? [say.receiptLost] : []),
  ];
};

const lineOf = (parts: readonly string[]): string => {
  const line = parts.join(' · ');
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}.`;
};

/**
 * Where a dossier stands, in one line: business · money · delivery · sync, and what is amiss after the first. `state` null: a draft.
 * `now` in milliseconds.
 */
export const sayStanding = (
  state: DossierState | null,
  now: number,
  sync: SyncStanding,
  words: Messages,
): string => {
  const say = words.acts.standing;
  if (!state) return lineOf([say.business.draft, say.money.draft, say.delivery.draft, say.sync[sync]]);
  const business = state.parked && !isTaken(state) ? [] : [sayBusiness(state, now, words)];
  return lineOf([
    ...business,
    ...saySubmission(state, now, words),
    ...sayAlarms(state, say),
    sayMoney(state, say),
    sayDelivery(state, words),
    say.sync[sync],
  ]);
};
