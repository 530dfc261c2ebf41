import { timeLeft } from '../../calendar/time-left.ts';
import { formatDate, formatDateTime } from '../../calendar/vietnam-time.ts';
import { formatMoney } from '../../fees/money.ts';
import type { Messages } from '../../messages/index.ts';
import { formNumber } from '../form-number.ts';
import type { DossierState, Taken } from '../state.ts';
import { isTaken } from '../state.ts';
import { businessOf } from './axes.ts';
import { countedRounds, isSupplementOverdue, urgencyOf } from './clock.ts';
import type { MissingPaper } from './events.ts';
import { moneyStanding } from './money.ts';
import { stillHeld } from './originals.ts';
import type { SyncStanding } from './say-standing.ts';

/** What is said to the citizen, in whole sentences; an empty one has nothing to say. */
export interface ToCitizen {
  happened: string;
  /** What comes next, and when. */
  next: string;
  bring: string;
}

/** In the order they are said. */
export const sentencesOf = ({ happened, next, bring }: ToCitizen): string[] =>
  [happened, next, bring].filter((sentence) => sentence !== '');

type Say = Messages['day']['toCitizen'];

const listOf = (things: readonly string[], say: Say): string =>
  things.length < 2
    ? things.join('')
    : `${things.slice(0, -1).join(', ')}${say.bring.and}${things.at(-1) ?? ''}`;

const bringLine = (things: readonly string[], say: Say): string =>
  things.length === 0 ? '' : say.bring.line({ things: listOf(things, say) });

const papersOf = (missing: readonly MissingPaper[], say: Say): string =>
  missing.length === 0
    ? say.somePapers
    : listOf(
        missing.map(({ name, count }) => say.missing({ name, count })),
        say,
      );

/** Whoever comes shows her receipt and her card; a receipt reported lost is worth nothing. */
const proofs = (state: Taken, say: Say): string[] =>
  state.receiptLost ? [say.bring.card] : [say.bring.receipt, say.bring.card];

const dues = (state: Taken, say: Say): string[] => {
  const { owed, claimed } = moneyStanding(state.money);
  if (claimed > 0) return [say.bring.proof];
  return owed > 0 ? [say.bring.money({ amount: formatMoney(owed) })] : [];
};

const lostLine = (state: Taken, say: Say): string[] => (state.receiptLost ? [say.bring.lost] : []);

const joined = (sentences: readonly string[]): string => sentences.filter((one) => one !== '').join(' ');

const sayRunning = (state: Taken, now: number, words: Messages): ToCitizen => {
  const say = words.day.toCitizen;
  const { deadline } = state.clock;
  const { delivery, submitter } = state.particulars;
  const where = state.holder?.unit ?? words.acts.standing.counter;
  const due = formatDateTime(deadline.dueAt, words.calendar);
  const isFetched = delivery.method === 'counter';
  const urgency = urgencyOf(state, now);
  if (urgency === 'overdue') {
    const left = timeLeft(deadline, now);
    return {
      happened:
        left.kind === 'late'
          ? say.happened.overdue({ where, days: left.days })
          : say.happened.overdueToday({ where }),
      next: say.next.overdue({ phone: submitter.phone }),
      bring: '',
    };
  }
  const since = state.moves.at(-1)?.at;
  const begun =
    state.holder && since !== undefined
      ? say.happened.processing({ unit: state.holder.unit, since: formatDateTime(since, words.calendar) })
      : say.happened.received({ when: formatDateTime(state.accepted.receivedAt, words.calendar) });
  return {
    happened: urgency === 'near' ? say.happened.near({ where }) : begun,
    next: say.next[delivery.method]({ due }),
    bring: isFetched
      ? joined([bringLine([...proofs(state, say), ...dues(state, say)], say), ...lostLine(state, say)])
      : '',
  };
};

const sayAwaiting = (state: Taken, now: number, words: Messages): ToCitizen => {
  const say = words.day.toCitizen;
  const asked = countedRounds(state).findLast(({ received }) => received === null)?.asked;
  const by = asked?.respondBy ? formatDate(asked.respondBy, words.calendar) : '';
  const number = asked ? formNumber('guidance', asked) : '';
  return {
    happened: say.happened.awaiting({
      papers: papersOf(asked?.missing ?? [], say),
      since: formatDateTime(state.clock.pausedAt ?? now, words.calendar),
    }),
    next: isSupplementOverdue(state, now) ? say.next.papersPast({ by }) : say.next.papers({ by }),
    bring: bringLine([say.bring.papers, ...(number === '' ? [] : [say.bring.slip({ number })])], say),
  };
};

const sayReady = (state: Taken, now: number, words: Messages): ToCitizen => {
  const say = words.day.toCitizen;
  const { at = now, approved = true } = state.result ?? {};
  const told = state.notices.findLast((notice) => notice.at >= at && notice.reached);
  const { method } = state.particulars.delivery;
  const when = formatDateTime(at, words.calendar);
  return {
    happened: joined([
      approved ? say.happened.ready({ at: when }) : say.happened.readyRefusal({ at: when }),
      told ? say.happened.told({ at: formatDateTime(told.at, words.calendar) }) : '',
    ]),
    next: { counter: say.next.fetch, post: say.next.sendPost, online: say.next.sendOnline }[method],
    bring:
      method === 'counter'
        ? joined([
            bringLine([...proofs(state, say), ...dues(state, say)], say),
            ...lostLine(state, say),
            say.bring.proxy,
          ])
        : '',
  };
};

/** Of a dossier that ended without a result: what the office still has is fetched, else there is nothing left to do. */
const sayEnded = (state: Taken, happened: string, say: Say): ToCitizen => {
  const count = stillHeld(state.originals).length;
  return {
    happened,
    next: count > 0 ? say.next.originals({ count }) : say.next.anew,
    bring: count > 0 ? joined([bringLine(proofs(state, say), say), ...lostLine(state, say)]) : '',
  };
};

const sayTaken = (state: Taken, now: number, words: Messages): ToCitizen => {
  const say = words.day.toCitizen;
  const when = (at: number | undefined): string => formatDateTime(at ?? now, words.calendar);
  const live = <T extends { event: string }>(all: readonly T[]): T | undefined =>
    all.find(({ event }) => !state.overruled.includes(event));
  switch (businessOf(state)) {
    case 'awaitingSupplements':
      return sayAwaiting(state, now, words);
    case 'resultReady':
      return sayReady(state, now, words);
    case 'returned': {
      const returned = live(state.returns);
      const at = when(returned?.at);
      return {
        happened:
          returned?.way === 'counter' || !returned
            ? say.happened.returned({ to: returned?.to.name ?? '', at })
            : say.happened.sent({ at }),
        next: say.next.returned,
        bring: '',
      };
    }
    case 'withdrawn':
      return sayEnded(state, say.happened.withdrawn({ at: when(live(state.withdrawals)?.at) }), say);
    case 'stopped': {
      const stop = live(state.stops);
      const number = stop ? formNumber('stop', stop) : '';
      return sayEnded(state, say.happened.stopped({ at: when(stop?.at), number }), say);
    }
    default:
      return sayRunning(state, now, words);
  }
};

const sayTurnedAway = ({ guided, refused }: DossierState, say: Say): ToCitizen => {
  if (guided) {
    const number = formNumber('guidance', guided);
    return {
      happened: say.happened.guided({ papers: papersOf(guided.missing, say), number }),
      next: say.next.complete,
      bring: bringLine([say.bring.papers, say.bring.slip({ number })], say),
    };
  }
  const number = refused ? formNumber('refusal', refused) : '';
  return { happened: say.happened.refused({ number }), next: '', bring: '' };
};

/**
 * The answer to "hồ sơ của tôi đến đâu rồi?", to be read aloud: what happened, what comes next and when, what to bring. Where the
 * journal itself is in doubt nothing is said that might be untrue. `state` null: a draft. `now` in milliseconds.
 */
export const sayToCitizen = (
  state: DossierState | null,
  now: number,
  sync: SyncStanding,
  words: Messages,
): ToCitizen => {
  const say = words.day.toCitizen;
  if (!state) return { happened: say.happened.draft, next: say.next.draft, bring: '' };
  if (state.parked || state.conflicts.length > 0)
    return { happened: say.happened.inQuestion, next: say.next.inQuestion, bring: '' };
  if (!isTaken(state)) return sayTurnedAway(state, say);
  const told = sayTaken(state, now, words);
  const { claimed } = moneyStanding(state.money);
  return {
    ...told,
    happened: joined([
      told.happened,
      claimed > 0 ? say.happened.claimed({ amount: formatMoney(claimed) }) : '',
      sync === 'refused' || sync === 'reported' ? say.happened.refusedByHub : '',
    ]),
  };
};
