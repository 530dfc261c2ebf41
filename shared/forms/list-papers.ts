import { formNumber } from '../dossier/form-number.ts';
import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import type { ListContent } from '../lists/content.ts';
import type { ListDrawn } from '../lists/events.ts';
import type { Messages } from '../messages/index.ts';
import { stampsOf } from './extra.ts';
import type { PaperExtra } from './extra.ts';
import { officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';
import {
  handOverRow,
  momentText,
  owedText,
  readyRows,
  receiptRow,
  resultRow,
  returnRow,
} from './list-rows.ts';
import type { HandOverRow, ReadyRow, ReceiptRow, ResultRow, ReturnRow } from './list-rows.ts';
import { personLines } from './people.ts';
import type { PersonLines } from './people.ts';
import { rightText } from './returned.ts';
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

export type HandOverListValues = ListPaper & { giver: Party; receiver: Party; rows: HandOverRow[] };

export type ResultListValues = ListPaper & { receiver: Party; rows: ResultRow[]; owed: string };

export type ReturnListValues = ListPaper & {
  recipient: { name: string; right: string; idNumber: string };
  rows: ReturnRow[];
};

export type ReadyListValues = ListPaper & { rows: ReadyRow[] };

export type JointReceiptValues = ListPaper & { submitter: PersonLines; rows: ReceiptRow[]; phone: string };

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
  | HandOverListValues
  | ResultListValues
  | ReturnListValues
  | ReadyListValues
  | JointReceiptValues;

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
  const number = formNumber(content.form, drawn);
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
