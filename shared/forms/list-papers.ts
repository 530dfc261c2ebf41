import { formatDate, formatDay, formatTime } from '../calendar/vietnam-time.ts';
import { formNumber } from '../dossier/form-number.ts';
import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import { formatMoney } from '../fees/money.ts';
import type {
  HandOverLine,
  ListContent,
  ListLine,
  ReadyLine,
  ReceiptLine,
  ResultLine,
  ResultNamed,
  ReturnLine,
} from '../lists/content.ts';
import type { ListDrawn } from '../lists/events.ts';
import type { Messages } from '../messages/index.ts';
import { componentRows } from './component-rows.ts';
import { stampsOf } from './extra.ts';
import type { PaperExtra } from './extra.ts';
import { feeLines } from './fee-rows.ts';
import { officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import { personLines, phoneText } from './people.ts';
import type { PersonLines } from './people.ts';
import { receiptScanText } from './receipt-scan.ts';
import { rightText } from './returned.ts';
import { cellOrBelow } from './values.ts';
import type { PaperCopy } from './values.ts';

/** What every list begins and ends with. */
type ListPaper = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  copy: string;
  number: string;
  /** "9:15 thứ Hai 23/11/2026", when it was drawn. */
  drawn: string;
  desk: string;
  /** "Danh sách có 12 hồ sơ." */
  count: string;
  clerkName: string;
  witness: string;
};

/** Two parties each keep one. */
type Party = { unit: string; person: string };

type Row = {
  no: string;
  code: string;
  procedure: string;
  owner: string;
  /** What was too long for its column: the note, the result's summary, the papers. */
  below: string[];
};

export type HandOverListValues = ListPaper & {
  giver: Party;
  receiver: Party;
  rows: (Row & { due: string; slip: string; note: string })[];
};

export type ResultListValues = ListPaper & {
  receiver: Party;
  rows: (Row & {
    from: string;
    kind: string;
    result: string;
    summary: string;
    owed: string;
    post: boolean;
  })[];
  owed: string;
};

export type ReturnListValues = ListPaper & {
  recipient: { name: string; right: string; idNumber: string };
  rows: (Row & { at: string; kind: string; result: string; summary: string; originals: string[] })[];
};

export type ReadyListValues = ListPaper & {
  /** One row a telephone. */
  rows: {
    no: string;
    phone: string;
    name: string;
    dossiers: { code: string; procedure: string }[];
    since: string;
    calls: string;
    owed: string;
  }[];
};

export type JointReceiptValues = ListPaper & {
  submitter: PersonLines;
  rows: (Row & {
    scan: string;
    papers: string;
    received: string;
    due: { clock: string; date: string };
    sets: string;
    fee: string;
  })[];
  phone: string;
};

const rowOf = ({ code, procedure, owner }: ListLine, place: number): Omit<Row, 'below'> => ({
  no: String(place + 1),
  code,
  procedure,
  owner,
});

const momentText = (at: number, words: Messages): string =>
  `${formatTime(at)} ${formatDate(at, words.calendar)}`;

const owedText = (owed: number): string => (owed > 0 ? formatMoney(owed) : '');

const resultWords = (
  { approved, number, date, summary }: ResultNamed,
  { actPapers }: Messages,
): { kind: string; result: string; summary: string; below: string[] } => {
  const { cell, below } = cellOrBelow(summary);
  return {
    kind: approved ? actPapers.approved.yes : actPapers.approved.no,
    result: actPapers.resultLine({ number, day: formatDay(date), signer: '' }),
    summary: cell,
    below,
  };
};

const handOverRow = (line: HandOverLine, place: number, words: Messages) => {
  const { cell: note, below } = cellOrBelow(line.note);
  return {
    ...rowOf(line, place),
    due: line.dueAt === null ? words.lists.paper.clockStands : momentText(line.dueAt, words),
    slip: formNumber('control', line.slip.number, line.slip.year),
    note,
    below,
  };
};

const resultRow = (line: ResultLine, place: number, words: Messages) => ({
  ...rowOf(line, place),
  ...resultWords(line.result, words),
  from: line.from,
  owed: owedText(line.owed),
  post: line.byPost,
});

const returnRow = (line: ReturnLine, place: number, words: Messages) => ({
  ...rowOf(line, place),
  ...resultWords(line.result, words),
  at: momentText(line.at, words),
  originals: line.originals,
});

/** Dossiers one call can tell of stand in one row. */
const readyRows = (lines: readonly ReadyLine[], words: Messages): ReadyListValues['rows'] => {
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
      name: first.name,
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

const receiptRow = (line: ReceiptLine, place: number, lookupBase: string, words: Messages) => {
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

/** What only this list has, beside what all have. */
const ownValues = (content: ListContent, drawn: ListDrawn, words: Messages) => {
  const counter: Party = {
    unit: words.actPapers.counter({ office: drawn.office.name }),
    person: drawn.clerkName,
  };
  switch (content.form) {
    case 'handOverList':
      return {
        giver: content.from ?? counter,
        receiver: content.to,
        rows: content.lines.map((line, place) => handOverRow(line, place, words)),
      };
    case 'resultList': {
      const owed = content.lines.reduce((sum, line) => sum + line.owed, 0);
      return {
        receiver: counter,
        rows: content.lines.map((line, place) => resultRow(line, place, words)),
        owed: owedText(owed),
      };
    }
    case 'returnList':
      return {
        recipient: {
          name: content.to.name,
          right: rightText(content.to, words),
          idNumber: content.to.kind === 'proxy' ? content.to.idNumber : '',
        },
        rows: content.lines.map((line, place) => returnRow(line, place, words)),
      };
    case 'readyList':
      return { rows: readyRows(content.lines, words) };
    case 'jointReceipt':
      return {
        submitter: personLines(content.submitter, words),
        rows: content.lines.map((line, place) => receiptRow(line, place, content.lookupBase, words)),
        phone: drawn.office.phone,
      };
  }
};

export type ListValues =
  HandOverListValues | ResultListValues | ReturnListValues | ReadyListValues | JointReceiptValues;

/** What the list cannot do without, as the clerk is told that it is missing. */
const lacksOf = ({
  content,
  office,
  number,
  clerkName,
}: ListDrawn): (keyof Messages['actPapers']['lacks'])[] => {
  const blank = (text: string): boolean => text.trim() === '';
  const { lines } = content;
  return [
    ...(blank(office.name) ? (['officeName'] as const) : []),
    ...(Number.isSafeInteger(number) && number > 0 ? [] : (['number'] as const)),
    ...(lines.length === 0 ? (['dossiers'] as const) : []),
    ...(lines.some(({ code }) => blank(code)) ? (['code'] as const) : []),
    ...(blank(clerkName) ? (['officer'] as const) : []),
    ...(content.form === 'handOverList' && blank(content.to.unit) ? (['holder'] as const) : []),
    ...(content.form === 'returnList' && blank(content.to.name) ? (['recipient'] as const) : []),
    ...(content.form === 'jointReceipt' && blank(content.submitter.name) ? (['applicant'] as const) : []),
    ...((content.form === 'resultList' || content.form === 'returnList') &&
    content.lines.some(({ result }) => blank(result.number))
      ? (['resultNumber'] as const)
      : []),
  ];
};

/** What is said beside the list's own content; of leaves there are two. */
type ListExtra = Omit<PaperExtra, 'account' | 'copy'> & { copy: Exclude<PaperCopy, 'internal'> };

/** A list over several dossiers as values for its template, all of it from what was frozen when it was drawn. */
export const listValues = (drawn: ListDrawn, extra: ListExtra): Result<ListValues> => {
  const { words } = extra;
  const { content } = drawn;
  const name = words.lists.names[content.form];
  const lacks = lacksOf(drawn);
  if (lacks.length > 0)
    return fail('paperLacks', {
      paper: name,
      what: lacks.map((lack) => words.actPapers.lacks[lack]).join(', '),
    });
  const number = formNumber(content.form, drawn.number, drawn.year);
  return succeed({
    title: `${name} ${number}`,
    stamps: stampsOf(extra),
    head: officeHead(drawn.office, drawn.at, words),
    copy: words.lists.copies[content.form][extra.copy],
    number,
    drawn: momentText(drawn.at, words),
    desk: words.print.desk({ number: String(drawn.desk) }),
    count: words.lists.paper.count({ count: content.lines.length }),
    clerkName: drawn.clerkName,
    witness: extra.witness.toUpperCase(),
    ...ownValues(content, drawn, words),
  });
};
