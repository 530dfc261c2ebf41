import { instantOf } from '../calendar/vietnam-time.ts';
import type { ActEvent } from '../dossier/acts/events.ts';
import type { DossierAccepted, DossierEvent } from '../dossier/events.ts';
import { fold } from '../dossier/evolve.ts';
import { isTaken } from '../dossier/state.ts';
import type { Taken } from '../dossier/state.ts';
import type { SupplementsRequested } from '../dossier/acts/events.ts';
import { birthDossier } from './testing-samples.ts';

/** A dossier and what was done to it, folded as the desk folds it. Events happen at the `at` of their payload. */
export const lived = (accepted: DossierAccepted, ...acts: ActEvent[]): Taken => {
  const events: DossierEvent[] = [{ type: 'dossierAccepted', v: 1, payload: accepted }, ...acts];
  const state = fold(
    events.map((event, place) => ({
      id: `event-${place}`,
      subject: 'dossier',
      at: 'at' in event.payload ? event.payload.at : accepted.receivedAt,
      witness: '3fa92c71be',
      event,
    })),
  );
  if (!state || !isTaken(state)) throw new Error('The sample dossier was not taken in');
  return state;
};

/** By whom and when, of a sample act. */
export const acted = (date: string, minute: number) => ({
  command: `${date}-${minute}`,
  at: instantOf(date, minute),
  businessDay: date,
  desk: 1,
  clerkName: 'Lê Thị Ví Dụ',
});

export const askedForPapers: SupplementsRequested = {
  ...acted('2026-11-25', 9 * 60 + 15),
  number: 7,
  year: 2026,
  round: 1,
  countsAsLate: false,
  afterDue: false,
  missing: [
    { name: 'Giấy chứng sinh', count: 1, what: 'tên mẹ chưa khớp căn cước; nộp bản đã đính chính' },
    { name: 'Văn bản ủy quyền', count: 1, what: 'chưa chứng thực chữ ký' },
  ],
  reason: 'Thông tin của người mẹ trên giấy chứng sinh khác với Cơ sở dữ liệu quốc gia về dân cư.',
  respondBy: '2026-12-10',
  dueAt: birthDossier.deadline.dueAt,
};
