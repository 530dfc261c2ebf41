import type { HistoryRow } from '../../../shared/contract.ts';
import { paperForms } from '../../../shared/dossier/events.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { actNote, isActType } from './act-note.ts';
import { isOneOf } from './is-one-of.ts';

const events = ['dossierAccepted', 'intakeGuided', 'intakeRefused', 'paperPrinted'] as const;
const outcomes = ['printed', 'saved', 'failed', 'unsure', 'skipped'] as const;

/** What happened, in the clerk's words; an act of newer software is named as such, never hidden. */
export const historyTitle = ({ type, detail }: HistoryRow, words: Messages): string => {
  const say = words.dossiers.history;
  if (isActType(type)) return words.acts.events[type];
  if (!isOneOf(events, type)) return say.unknown({ type });
  const { form, outcome } = detail;
  if (type === 'paperPrinted' && isOneOf(paperForms, form) && isOneOf(outcomes, outcome))
    return say.paper({
      form: words.dossiers.page.forms[form],
      outcome: words.dossiers.page.outcomes[outcome],
    });
  return say.events[type];
};

/** What the act is known by: the dossier's code, the slip's number, the printer, what an act says of itself; '' for nothing more. */
export const historyNote = (row: HistoryRow, words: Messages): string => {
  const { type, detail } = row;
  const { code, slip, printer, reprint } = detail;
  if (isActType(type)) return actNote(type, detail, words);
  if (typeof code === 'string') return code;
  if (typeof slip === 'string') return slip;
  return [typeof printer === 'string' ? printer : '', reprint === true ? words.dossiers.page.reprint : '']
    .filter((part) => part !== '')
    .join(' · ');
};

/** Apart by so much, the PC wrote the act down later than it happened; milliseconds. */
const LATE_WRITING_MS = 60_000;

/** Whether the PC's clock must be told beside the time of the act. */
export const isWrittenLater = ({ at, recordedAt }: HistoryRow): boolean =>
  Math.abs(recordedAt - at) >= LATE_WRITING_MS;
