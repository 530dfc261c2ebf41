import type { DossierRow } from '../../../shared/contract.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { daysBetween, localDateAt } from '../../../shared/calendar/vietnam-time.ts';

/** How a status is coloured; the words always say the same. */
export type Tone = 'plain' | 'due' | 'late' | 'done' | 'stop';

export interface Standing {
  text: string;
  tone: Tone;
}

/**
 * Where a dossier is, in a few words for one table cell; what needs a hand soonest is said first. `now` in milliseconds since
 * the epoch.
 */
export const rowStanding = (row: DossierRow, now: number, words: Messages): Standing => {
  const say = words.dossiers.row;
  if (row.parked) return { text: say.parked, tone: 'stop' };
  if (row.status === 'guided') return { text: say.guided, tone: 'plain' };
  if (row.status === 'refused') return { text: say.refused, tone: 'plain' };
  if (row.dueAt !== null && row.dueAt < now) {
    const days = daysBetween(localDateAt(row.dueAt), localDateAt(now));
    return { text: days === 0 ? say.late : say.lateDays({ days }), tone: 'late' };
  }
  if (!row.printed) return { text: say.unprinted, tone: 'due' };
  if (row.dueAt !== null) {
    const days = daysBetween(localDateAt(now), localDateAt(row.dueAt));
    if (days === 0) return { text: say.dueToday, tone: 'due' };
    if (days === 1) return { text: say.dueTomorrow, tone: 'due' };
  }
  return { text: say.accepted, tone: 'done' };
};
