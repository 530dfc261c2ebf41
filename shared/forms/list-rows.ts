import { formatDate, formatDay, formatTime } from '../calendar/vietnam-time.ts';
import { formNumber } from '../dossier/form-number.ts';
import { formatMoney } from '../fees/money.ts';
import type {
  HandOverLine,
  ListLine,
  ReadyLine,
  ReceiptLine,
  ResultLine,
  ResultNamed,
  ReturnLine,
} from '../lists/content.ts';
import type { Messages } from '../messages/index.ts';
import { componentRows } from './component-rows.ts';
import { feeLines } from './fee-rows.ts';
import { phoneText } from './people.ts';
import { receiptScanText } from './receipt-scan.ts';
import { cellOrBelow } from './values.ts';

/** What every row of a list says of its dossier. */
type Row = {
  no: string;
  code: string;
  procedure: string;
  owner: string;
  /** What was too long for its column: the note, the result's summary, the papers. */
  below: string[];
};

type ResultWords = { kind: string; result: string; summary: string };

export type HandOverRow = Row & { due: string; slip: string; note: string };
export type ResultRow = Row & ResultWords & { from: string; owed: string; post: boolean };
export type ReturnRow = Row & ResultWords & { at: string; originals: string[] };
export type ReceiptRow = Row & {
  scan: string;
  papers: string;
  received: string;
  due: { clock: string; date: string };
  sets: string;
  fee: string;
};

/** One row a telephone. */
export type ReadyRow = {
  no: string;
  phone: string;
  name: string;
  dossiers: { code: string; procedure: string }[];
  since: string;
  calls: string;
  owed: string;
};

const rowOf = ({ code, procedure, owner }: ListLine, place: number): Omit<Row, 'below'> => ({
  no: String(place + 1),
  code,
  procedure,
  owner,
});

export const momentText = (at: number, words: Messages): string =>
  `${formatTime(at)} ${formatDate(at, words.calendar)}`;

export const owedText = (owed: number): string => (owed > 0 ? formatMoney(owed) : '');

const resultWords = (
  { approved, number, date, summary }: ResultNamed,
  { actPapers }: Messages,
): ResultWords & Pick<Row, 'below'> => {
  const { cell, below } = cellOrBelow(summary);
  return {
    kind: approved ? actPapers.approved.yes : actPapers.approved.no,
    result: actPapers.resultLine({ number, day: formatDay(date), signer: '' }),
    summary: cell,
    below,
  };
};

export const handOverRow = (line: HandOverLine, place: number, words: Messages): HandOverRow => {
  const { cell: note, below } = cellOrBelow(line.note);
  return {
    ...rowOf(line, place),
    due: line.dueAt === null ? words.lists.paper.clockStands : momentText(line.dueAt, words),
    slip: formNumber('control', line.slip),
    note,
    below,
  };
};

export const resultRow = (line: ResultLine, place: number, words: Messages): ResultRow => ({
  ...rowOf(line, place),
  ...resultWords(line.result, words),
  from: line.from,
  owed: owedText(line.owed),
  post: line.byPost,
});

export const returnRow = (line: ReturnLine, place: number, words: Messages): ReturnRow => ({
  ...rowOf(line, place),
  ...resultWords(line.result, words),
  at: momentText(line.at, words),
  originals: line.originals,
});

/** Dossiers one call can tell of stand in one row. */
export const readyRows = (lines: readonly ReadyLine[], words: Messages): ReadyRow[] => {
  const calls = new Map<string, ReadyLine[]>();
  for (const line of lines) {
    const key = line.phone === '' ? line.dossier : line.phone;
    calls.set(key, [...(calls.get(key) ?? []), line]);
  }
  return [...calls.values()].flatMap((of, place) => {
    const [first] = of;
    if (!first) return [];
    return {
      no: String(place + 1),
      phone: first.phone === '' ? words.day.ready.noPhone : phoneText(first.phone),
      // Two may have left one telephone: whoever answers is asked for by name.
      name: [...new Set(of.map(({ name }) => name))].join(', '),
      dossiers: of.map(({ code, procedure }) => ({ code, procedure })),
      since: formatDay(Math.min(...of.map(({ readySince }) => readySince))),
      calls: String(Math.max(...of.map(({ calls: made }) => made))),
      owed: owedText(of.reduce((sum, { owed }) => sum + owed, 0)),
    };
  });
};

const feeText = (line: ReceiptLine, words: Messages): string => {
  const total = line.fees.reduce((sum, fee) => sum + (fee.total ?? 0), 0);
  const { rows, total: known, incomplete } = feeLines(line.fees, total, words);
  if (known !== '') return incomplete ? `${known}; ${words.print.fee.toBeSet}` : known;
  return rows.length === 0 ? words.print.fee.free : [...new Set(rows.map(({ amount }) => amount))].join('; ');
};

export const receiptRow = (
  line: ReceiptLine,
  place: number,
  lookupBase: string,
  words: Messages,
): ReceiptRow => {
  const { cell: papers, below } = cellOrBelow(
    componentRows(line.components, words)
      .map(({ name, held }) => (held ? words.lists.paper.held({ name }) : name))
      .join('; '),
  );
  return {
    ...rowOf(line, place),
    scan: receiptScanText(lookupBase, line.code, line.key),
    papers,
    below,
    received: momentText(line.receivedAt, words),
    due: { clock: formatTime(line.dueAt), date: formatDate(line.dueAt, words.calendar) },
    sets: String(line.sets),
    fee: feeText(line, words),
  };
};
