import { formatDay } from '../../calendar/vietnam-time.ts';
import { numbersText, volumeText } from '../../certification/numbers.ts';
import type { CertificationEvents, CertifiedPile } from '../../certification/events.ts';
import type { EntryContent } from '../../certification/pile.ts';
import { formatMoney, moneyInWords } from '../../fees/money.ts';
import type { Messages } from '../../messages/index.ts';
import type { OfficeProfile } from '../../office/profile.ts';
import { stampsOf } from '../extra.ts';
import type { PaperExtra } from '../extra.ts';
import { officeHead } from '../head.ts';
import type { OfficeHead } from '../head.ts';

export type CertificationFeeValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  /** Of the office; '' where it has not given one. */
  taxCode: string;
  copy: string;
  /** "1532–1535, quyển số 02/2026-SCT/BS"; '' while the pile waits for its numbers. */
  numbers: string;
  requester: { name: string; idNumber: string; address: string };
  rows: { number: string; kind: string; counts: string; amount: string }[];
  copies: string;
  total: string;
  /** '' where nothing is charged. */
  inWords: string;
  /** Why nothing is charged; '' when it is. */
  exemption: string;
  day: string;
  desk: string;
  phone: string;
  clerkName: string;
  witness: string;
};

export const countsText = (content: Pick<EntryContent, 'parts'>, { certification }: Messages): string =>
  content.parts
    .map(({ pages, copies }) => certification.paper.counts({ pages: String(pages), copies: String(copies) }))
    .join('; ');

/** What the citizen takes along: which papers, under which numbers, what it cost. It takes no place of the official biên lai. */
export const certificationFeeValues = (
  pile: CertifiedPile | CertificationEvents['pileQueued'],
  extra: PaperExtra & { office: OfficeProfile; desk: number; at: number },
): CertificationFeeValues => {
  const { words } = extra;
  const say = words.certification.paper;
  const certified = 'year' in pile ? pile : null;
  const office = certified?.office ?? extra.office;
  const exempt = pile.exemption !== '';
  const numbers = certified
    ? numbersText(certified.entries[0]?.number ?? 0, certified.entries.at(-1)?.number ?? 0)
    : '';
  return {
    title: `${say.titles.certificationFee} ${numbers}`.trim(),
    stamps: stampsOf(extra),
    head: officeHead(office, extra.at, words),
    taxCode: office.taxCode ?? '',
    copy: words.print.copies[extra.copy],
    numbers: certified ? say.numbers({ numbers, volume: volumeText(certified) }) : '',
    requester: pile.requester,
    rows: pile.entries.map((entry) => ({
      number: 'number' in entry && typeof entry.number === 'number' ? String(entry.number) : '',
      kind: entry.kind,
      counts: countsText(entry, words),
      amount: exempt ? words.print.fee.exempt : formatMoney(entry.fee),
    })),
    copies: String(pile.entries.reduce((sum, { copies }) => sum + copies, 0)),
    total: exempt ? '' : formatMoney(pile.total),
    inWords: exempt ? '' : moneyInWords(pile.total),
    exemption: pile.exemption,
    day: formatDay(pile.day),
    desk: words.print.desk({ number: String(certified?.desk ?? extra.desk) }),
    phone: extra.office.phone,
    clerkName: pile.clerkName,
    witness: extra.witness.toUpperCase(),
  };
};
