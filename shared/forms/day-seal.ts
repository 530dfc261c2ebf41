import { formatDate, formatDay, formatTime } from '../calendar/vietnam-time.ts';
import { formNumber } from '../dossier/form-number.ts';
import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import type { Messages } from '../messages/index.ts';
import type { DaysSealed, SealedDay } from '../seals/events.ts';
import { signedAt } from '../signing/appearance.ts';
import { sealText } from '../seals/seal-text.ts';
import { stampsOf } from './extra.ts';
import type { PaperExtra } from './extra.ts';
import { officeHead } from './head.ts';
import type { OfficeHead } from './head.ts';

type DayRow = {
  /** A day's own line above its papers; '' on a paper's. */
  day: string;
  no: string;
  code: string;
  number: string;
  time: string;
  witness: string;
  pos: string;
};

export type DaySealValues = {
  title: string;
  stamps: string[];
  head: OfficeHead;
  number: string;
  drawn: string;
  days: string;
  desk: string;
  /** "dải số 0001–0999" */
  lanes: string;
  covers: string;
  count: string;
  rows: DayRow[];
  /** The hash of the head in groups of eight, as eyes compare it. */
  hash: string[];
  place: string;
  epochs: string;
  /** Of the code and of the line beneath it. */
  scan: string;
  text: string;
  clerkName: string;
  /** Signed with a certificate on the page itself; false: by hand. */
  electronic: boolean;
  /** On a print of the signed page: who signed and when; '' on the page that is signed itself. */
  signer: string;
};

const dayRows = ({ day, acts, lines }: SealedDay, words: Messages): DayRow[] => {
  const say = words.seals.paper;
  const blank = { no: '', code: '', number: '', time: '', witness: '', pos: '' };
  return [
    { ...blank, day: say.day({ date: formatDate(day, words.calendar), papers: lines.length, acts }) },
    ...lines.map(({ form, code, number, at, witness, pos }, place) => ({
      day: '',
      no: String(place + 1),
      code: code === '' ? say.forms[form] : code,
      number,
      time: formatTime(at),
      witness: witness.toUpperCase(),
      pos: String(pos),
    })),
  ];
};

/** A register of the sealed days as values for its template, all of it from what was frozen when it was drawn. */
export const daySealValues = (
  sealed: DaysSealed,
  extra: Pick<PaperExtra, 'reprint' | 'trial' | 'words'> & { electronic: boolean },
): Result<DaySealValues> => {
  const { words } = extra;
  const say = words.seals.paper;
  const { office, head, from, days, epochs } = sealed;
  if (office.name.trim() === '')
    return fail('paperLacks', { paper: words.seals.name, what: words.actPapers.lacks.officeName });
  const number = formNumber('daySeal', sealed);
  const papers = days.reduce((sum, { lines }) => sum + lines.length, 0);
  return succeed({
    title: `${words.seals.name} ${number}`,
    stamps: stampsOf(extra),
    head: officeHead(office, sealed.at, words),
    number,
    drawn: `${formatTime(sealed.at)} ${formatDate(sealed.at, words.calendar)}`,
    days: days.map(({ day }) => formatDay(day)).join(', '),
    desk: words.print.desk({ number: String(sealed.desk) }),
    lanes: sealed.lanes.map(say.lane).join(', '),
    covers: say.covers({ from, to: head.pos, rows: head.pos - from + 1 }),
    count: say.count({ papers, days: days.length }),
    rows: days.flatMap((day) => dayRows(day, words)),
    hash: head.hash.match(/.{1,8}/g) ?? [],
    place: say.place({ pos: head.pos, seq: head.seq }),
    epochs: epochs.map((one) => say.epoch({ ...one, name: one.epoch.slice(0, 8) })).join('; '),
    scan: sealText(sealed),
    text: sealText(sealed),
    clerkName: sealed.clerkName,
    electronic: extra.electronic,
    signer: sealed.signed ? say.signed({ name: sealed.signed.signer.name, at: signedAt(sealed.at) }) : '',
  });
};
