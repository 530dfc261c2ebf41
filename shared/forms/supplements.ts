import { formatDate } from '../calendar/vietnam-time.ts';
import type { SupplementsRequested } from '../dossier/acts/events.ts';
import type { Taken } from '../dossier/state.ts';
import type { Result } from '../faults.ts';
import { actPaper, commonNeeds, numberText, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { missingRows } from './guidance.ts';
import type { MissingRow } from './guidance.ts';
import { momentWords } from './head.ts';
import { paragraphsOf } from './values.ts';

export type SupplementsValues = ActPaper & {
  desk: string;
  /** "lần thứ 1" */
  round: string;
  received: string;
  /** The promise that stood when the clock stopped. */
  due: string;
  stopped: string;
  missing: MissingRow[];
  reason: string[];
  /** '' when the citizen was given no day. */
  respondBy: string;
  clerkName: string;
};

/** Form 02 while the dossier is being worked on: everything that is missing, and that the clock stands still. */
export const supplementsValues = (
  state: Taken,
  asked: SupplementsRequested,
  extra: PaperExtra,
): Result<SupplementsValues> => {
  const { words } = extra;
  const number = numberText('guidance', asked);
  const values: SupplementsValues = {
    ...actPaper(state, asked, { title: 'supplements', number }, extra),
    desk: words.print.desk({ number: String(asked.desk) }),
    round: words.actPapers.round({ round: asked.round }),
    received: momentWords(state.accepted.receivedAt, words),
    due: momentWords(asked.dueAt, words),
    stopped: momentWords(asked.at, words),
    missing: missingRows(asked.missing),
    reason: paragraphsOf(asked.reason),
    respondBy: asked.respondBy === null ? '' : formatDate(asked.respondBy, words.calendar),
    clerkName: asked.clerkName,
  };
  return whenComplete(
    values,
    'supplements',
    [
      ...commonNeeds(values),
      ['number', number],
      ['missing', [...asked.missing.map(({ name }) => name), asked.reason].join('')],
      ['officer', asked.clerkName],
    ],
    words,
  );
};
