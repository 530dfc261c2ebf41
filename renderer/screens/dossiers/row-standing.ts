import type { DossierRow } from '../../../shared/contract.ts';
import { daysBetween, formatShortDay, localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { isOngoing } from '../../../shared/dossier/acts/axes.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import type { Messages } from '../../../shared/messages/index.ts';

/** How a status is coloured; the words always say the same. */
export type Tone = 'plain' | 'due' | 'late' | 'done' | 'stop';

export interface Standing {
  text: string;
  tone: Tone;
}

/** Of a dossier whose promise runs: what needs a hand soonest first. */
const running = (row: DossierRow, now: number, words: Messages): Standing => {
  const say = words.dossiers.row;
  const { dueNow } = row;
  if (dueNow !== null && dueNow < now) {
    const days = daysBetween(localDateAt(dueNow), localDateAt(now));
    return { text: days === 0 ? say.late : say.lateDays({ days }), tone: 'late' };
  }
  if (!row.printed) return { text: say.unprinted, tone: 'due' };
  const days = dueNow === null ? null : daysBetween(localDateAt(now), localDateAt(dueNow));
  if (days === 0) return { text: say.dueToday, tone: 'due' };
  if (days === 1) return { text: say.dueTomorrow, tone: 'due' };
  return row.holder === ''
    ? { text: say.accepted, tone: 'done' }
    : { text: say.processing({ unit: row.holder }), tone: 'plain' };
};

const courseOf = (row: DossierRow, now: number, words: Messages): Standing => {
  const say = words.dossiers.row;
  switch (row.business) {
    case 'guided':
    case 'refused':
      return { text: say[row.business], tone: 'plain' };
    case 'awaitingSupplements':
      return {
        text: say.awaiting({ since: formatShortDay(row.pausedSince ?? row.receivedAt) }),
        tone: 'plain',
      };
    case 'resultReady':
      if (row.delivery === 'told') return { text: say.told, tone: 'done' };
      return { text: row.delivery === 'tried' ? say.tried : say.untold, tone: 'due' };
    case 'returned':
    case 'withdrawn':
    case 'stopped':
      return {
        text: words.acts.business[row.business],
        tone: row.business === 'returned' ? 'done' : 'plain',
      };
    case 'accepted':
    case 'processing':
      return running(row, now, words);
  }
};

/**
 * Where a dossier is, in a few words for one table cell; what needs a hand soonest is said first. `now` in milliseconds since
 * the epoch.
 */
export const rowStanding = (row: DossierRow, now: number, words: Messages): Standing => {
  const say = words.dossiers.row;
  if (row.parked) return { text: say.parked, tone: 'stop' };
  if (row.conflicts > 0) return { text: say.conflicts({ count: row.conflicts }), tone: 'stop' };
  return courseOf(row, now, words);
};

/** The other axes, where they ask for something: money, originals. '' when they do not. */
export const rowAlso = (row: DossierRow, words: Messages): string => {
  const say = words.dossiers.row;
  const isCharged = isOngoing(row.business) || row.business === 'returned';
  const parts = [
    ...(row.signing === null ? [] : [say.signing[row.signing]]),
    ...(row.money === 'claimed' ? [say.claimed] : []),
    ...(isCharged && row.owed > 0 && row.money !== 'claimed'
      ? [say.owed({ amount: formatMoney(row.owed) })]
      : []),
    ...(row.held && !isOngoing(row.business) && row.status === 'accepted' ? [say.heldBack] : []),
  ];
  return parts.join(' · ');
};
