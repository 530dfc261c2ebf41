import { formatDay } from '../../calendar/vietnam-time.ts';
import type { RegisterPlace } from '../../certification/events.ts';
import type { RegisterLine } from '../../certification/lines.ts';
import { volumeText } from '../../certification/numbers.ts';
import type { EntryContent } from '../../certification/pile.ts';
import { countedEntries } from '../../certification/register.ts';
import { formatMoney } from '../../fees/money.ts';
import type { Messages } from '../../messages/index.ts';
import type { OfficeProfile } from '../../office/profile.ts';
import { stampsOf } from '../extra.ts';
import { officeHead } from '../head.ts';
import type { OfficeHead } from '../head.ts';
import { cellOrBelow } from '../values.ts';

type Cells = { requester: string; kind: string; copies: string; fee: string };

export type CertificationBookRow = Cells & {
  number: string;
  day: string;
  signer: string;
  note: string;
  /** Notes too long for their column. */
  below: string[];
  /** What stood before, struck through; the number stays. */
  before: Cells[];
  struck: boolean;
};

export type CertificationBookValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  month: string;
  volumes: string;
  rows: CertificationBookRow[];
  /** Sums of the month: of what is not struck out. */
  entries: string;
  copies: string;
  fees: string;
  /** The closing line of the year; '' when the year goes on. */
  closing: string;
};

const money = (amount: number): string => formatMoney(amount);

const cellsOf = (requester: { name: string; idNumber: string }, content: EntryContent | null): Cells => ({
  requester: [requester.name, requester.idNumber].filter((text) => text !== '').join(', '),
  kind: content?.kind ?? '',
  copies: content ? String(content.copies) : '',
  fee: content ? money(content.fee) : '',
});

const rowOf = (line: RegisterLine, words: Messages): CertificationBookRow => {
  const say = words.certification.paper;
  const notes = [
    ...(line.content === null ? [say.lost] : []),
    ...(line.exemption === '' ? [] : [say.exempt({ reason: line.exemption })]),
    ...(line.note === '' ? [] : [line.note]),
    ...line.amendments.map(({ reason, day, clerkName }) =>
      say.amended({ reason, day: formatDay(day), clerk: clerkName }),
    ),
    ...(line.struck
      ? [
          say.struck({
            reason: line.struck.reason,
            day: formatDay(line.struck.day),
            clerk: line.struck.clerkName,
          }),
        ]
      : []),
  ];
  const { cell: note, below } = cellOrBelow(notes.join('; '));
  return {
    number: String(line.number),
    day: line.day === '' ? '' : formatDay(line.day),
    ...cellsOf(line.requester, line.content),
    signer: line.signer ? `${line.signer.name}, ${line.signer.title}` : '',
    note,
    below,
    before: line.amendments.map(({ before, requesterBefore }) => cellsOf(requesterBefore, before)),
    struck: line.struck !== null,
  };
};

/** Sổ chứng thực bản sao từ bản chính, a month of it as the law wants it printed and bound (NĐ 23/2015/NĐ-CP, điều 13). */
export const certificationBookValues = (
  lines: readonly RegisterLine[],
  about: {
    /** 'YYYY-MM' */
    month: string;
    office: OfficeProfile;
    at: number;
    /** Where the year stood when it was closed; null while it goes on. */
    closed: RegisterPlace | null;
    trial: boolean;
    words: Messages;
  },
): CertificationBookValues => {
  const { month, office, at, closed, words } = about;
  const say = words.certification.paper;
  const counted = lines.filter(({ struck }) => struck === null);
  const sum = (of: (content: EntryContent) => number): number =>
    counted.reduce((total, { content }) => total + (content ? of(content) : 0), 0);
  const named = say.month({ month: String(Number(month.slice(5))), year: month.slice(0, 4) });
  return {
    title: `${say.titles.certificationBook}, ${named}`,
    stamps: stampsOf({ trial: about.trial, reprint: false, words }),
    head: officeHead(office, at, words),
    month: named,
    volumes: [...new Set(lines.map(volumeText))].join(', '),
    rows: lines.map((line) => rowOf(line, words)),
    entries: String(counted.length),
    copies: String(sum(({ copies }) => copies)),
    fees: money(sum(({ fee }) => fee)),
    closing: closed
      ? say.closing({
          year: String(closed.year),
          first: String(closed.first),
          last: String(closed.next - 1),
          struck: String(closed.tally.struck),
          entries: String(countedEntries(closed)),
          copies: String(closed.tally.copies),
          fees: money(closed.tally.fees),
        })
      : '',
  };
};
