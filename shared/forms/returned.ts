import { formatDay } from '../calendar/vietnam-time.ts';
import type { Recipient, ResultReturned, Shown } from '../dossier/acts/events.ts';
import type { Taken } from '../dossier/state.ts';
import type { Result } from '../faults.ts';
import type { Messages } from '../messages/index.ts';
import { actPaper, commonNeeds, whenComplete } from './act-paper.ts';
import type { ActPaper } from './act-paper.ts';
import type { PaperExtra } from './extra.ts';
import { momentWords } from './head.ts';
import { paragraphsOf } from './values.ts';

export type ReturnedValues = ActPaper & {
  desk: string;
  returned: string;
  way: string;
  recipient: { name: string; right: string; idNumber: string };
  /** What was shown, or the waybill. */
  shown: string;
  result: { kind: string; line: string; summary: string[] };
  originals: string[];
  /** Why originals stay in the office. */
  kept: string[];
  /** "(Ký và ghi rõ họ tên)" or "(Điểm chỉ …)"; '' where nobody stood at the counter. */
  signs: string;
  clerkName: string;
};

export const rightText = (to: Recipient, { actPapers }: Messages): string =>
  to.kind === 'proxy' ? actPapers.right.proxy({ paper: to.paper }) : actPapers.right[to.kind];

/** What was handed out by its own name, where the procedure has one result and this is it. */
const kindOf = ({ accepted }: Taken, approved: boolean, { actPapers }: Messages): string => {
  const [only, ...others] = accepted.procedure.results;
  if (!approved) return actPapers.approved.no;
  return only !== undefined && others.length === 0 ? only : actPapers.approved.yes;
};

const shownText = (shown: Shown, { actPapers }: Messages): string => {
  switch (shown.by) {
    case 'receipt':
      return shown.keyMatched ? actPapers.shown.receipt : actPapers.shown.receiptByCode;
    case 'card':
    case 'statement':
      return actPapers.shown[shown.by]({ number: shown.idNumber });
    case 'sent':
      return actPapers.shown.sent({ waybill: shown.waybill });
  }
};

/** Giấy biên nhận trả kết quả: what was taken home, by whom and by what right. */
export const returnedValues = (
  state: Taken,
  returned: ResultReturned,
  extra: PaperExtra,
): Result<ReturnedValues> => {
  const { words } = extra;
  const { actPapers } = words;
  const { to, shown } = returned;
  // The result that was in force at that minute: one entered later in its place was not handed out.
  const result = state.results.findLast(({ at }) => at <= returned.at);
  const atCounter = shown.by !== 'sent';
  const kind = kindOf(state, result?.approved !== false, words);
  const summary = result?.summary ?? '';
  const values: ReturnedValues = {
    ...actPaper(state, returned, { title: 'returned', number: '' }, extra),
    desk: words.print.desk({ number: String(returned.desk) }),
    returned: momentWords(returned.at, words),
    way: actPapers.way[returned.way],
    recipient: {
      name: to.name,
      right: rightText(to, words),
      idNumber: to.kind === 'proxy' ? to.idNumber : '',
    },
    shown: shownText(shown, words),
    result: {
      kind,
      line: result
        ? actPapers.resultLine({ number: result.number, day: formatDay(result.date), signer: result.signer })
        : '',
      // A clerk who adds nothing to its name has not to read it twice.
      summary: summary === kind ? [] : paragraphsOf(summary),
    },
    originals: returned.originals.map(({ name }) => name),
    kept: paragraphsOf(returned.kept),
    signs: atCounter && returned.signature !== null ? actPapers.signs[returned.signature] : '',
    clerkName: returned.clerkName,
  };
  return whenComplete(
    values,
    'returned',
    [
      ...commonNeeds(values),
      ['recipient', to.name],
      ...(to.kind === 'proxy' ? [['proxyPaper', to.paper] as const] : []),
      ['result', values.result.line],
      ...(result ? [['resultNumber', result.number] as const] : []),
      ...(shown.by === 'card' || shown.by === 'statement' ? [['shown', shown.idNumber] as const] : []),
      ...(shown.by === 'sent' ? [['waybill', shown.waybill] as const] : []),
      ...(atCounter ? [['signature', values.signs] as const] : []),
      ['officer', returned.clerkName],
    ],
    words,
  );
};
