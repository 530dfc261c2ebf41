import { formatDay, formatTime } from '../calendar/vietnam-time.ts';
import { countedRounds, findWorkEnd, onTime } from '../dossier/acts/clock.ts';
import type { LateReason } from '../dossier/acts/clock.ts';
import type { SignatureKind } from '../dossier/acts/events.ts';
import type { DeliveryMethod } from '../dossier/form.ts';
import type { Taken } from '../dossier/state.ts';
import { isSamePerson } from '../forms/people.ts';
import type { Messages } from '../messages/index.ts';
import type { BookShape } from './table.ts';

/** What happened to a promise or a name after it was written into the book. */
export type TrackingNote =
  | { kind: 'asked'; at: number; round: number }
  | { kind: 'promised' | 'extended'; at: number; dueAt: number }
  | { kind: 'stopped'; at: number }
  | { kind: 'withdrawn'; at: number; reason: string }
  | { kind: 'corrected'; at: number; before: string; after: string }
  | { kind: 'late'; why: LateReason }
  | { kind: 'overdue' }
  | { kind: 'conflict' };

/** A line of form 07: what was written when the dossier was taken in, and how it ended. Nothing is looked up in today's catalogue. */
export interface TrackingLine {
  code: string;
  procedure: string;
  sets: number;
  owner: string;
  /** Who handed it in for the owner; '' when she did herself. */
  submitter: string;
  address: string;
  phone: string;
  agency: string;
  receivedAt: number;
  /** As promised on the receipt. */
  dueAt: number;
  returnedAt: number | null;
  way: DeliveryMethod;
  taker: string;
  signature: SignatureKind | null;
  notes: TrackingNote[];
  /** Until when work still going on is in time, milliseconds; null once it has ended, while it waits for the citizen, and where it is late already. */
  inTimeUntil: number | null;
}

/** What time alone does not change. */
const notesOf = (state: Taken, late: LateReason | null): TrackingNote[] => {
  const stands = ({ event }: { event: string }): boolean => !state.overruled.includes(event);
  const dated: Exclude<TrackingNote, { kind: 'late' | 'overdue' | 'conflict' }>[] = [
    ...countedRounds(state).map(({ asked }) => ({
      kind: 'asked' as const,
      at: asked.at,
      round: asked.round,
    })),
    ...state.brought
      .filter(stands)
      .map(({ at, deadline }) => ({ kind: 'promised' as const, at, dueAt: deadline.dueAt })),
    ...state.extensions
      .filter(stands)
      .map(({ at, deadline }) => ({ kind: 'extended' as const, at, dueAt: deadline.dueAt })),
    ...state.stops.filter(stands).map(({ at }) => ({ kind: 'stopped' as const, at })),
    ...state.withdrawals.filter(stands).map(({ at, reason }) => ({ kind: 'withdrawn' as const, at, reason })),
    ...state.corrections.flatMap(({ at, changes }) =>
      changes.map(({ before, after }) => ({ kind: 'corrected' as const, at, before, after })),
    ),
  ];
  const lateNotes: TrackingNote[] =
    late === null
      ? []
      : late === 'pastDue' && findWorkEnd(state) === undefined
        ? [{ kind: 'overdue' }]
        : [{ kind: 'late', why: late }];
  return [
    ...dated.sort((one, other) => one.at - other.at),
    ...lateNotes,
    ...(state.conflicts.length > 0 ? [{ kind: 'conflict' as const }] : []),
  ];
};

/** Before any promise: what is late by then is late whatever the time. */
const ALWAYS = Number.MIN_SAFE_INTEGER;

/** The line of one dossier, which stands until something is done to it. */
export const trackingLine = (state: Taken): TrackingLine => {
  const { accepted, clock } = state;
  const late = onTime(state, ALWAYS)?.why ?? null;
  const runs = late === null && findWorkEnd(state) === undefined && clock.pausedAt === null;
  const { owner, submitter } = accepted;
  const returned = state.returns.find(({ event }) => !state.overruled.includes(event));
  return {
    code: accepted.code,
    procedure: accepted.procedure.name,
    sets: accepted.sets,
    owner: owner.name,
    submitter: isSamePerson(owner, submitter) ? '' : submitter.name,
    address: owner.address,
    phone: owner.phone === '' ? submitter.phone : owner.phone,
    agency: accepted.procedure.agency,
    receivedAt: accepted.receivedAt,
    dueAt: accepted.deadline.dueAt,
    returnedAt: returned?.at ?? null,
    way: returned?.way ?? accepted.delivery.method,
    taker: returned?.to.name ?? '',
    signature: returned?.signature ?? null,
    notes: notesOf(state, late),
    inTimeUntil: runs ? clock.deadline.dueAt : null,
  };
};

/** The line as it reads at `now`. */
export const trackingLineAt = (line: TrackingLine, now: number): TrackingLine =>
  line.inTimeUntil !== null && now > line.inTimeUntil
    ? { ...line, notes: [...line.notes, { kind: 'overdue' }] }
    : line;

const momentText = (at: number): string => `${formatTime(at)} ${formatDay(at)}`;

const noteText = (note: TrackingNote, { books, acts }: Messages): string => {
  const say = books.tracking.notes;
  switch (note.kind) {
    case 'asked':
      return say.asked({ day: formatDay(note.at), round: note.round });
    case 'promised':
    case 'extended':
      return say[note.kind]({ day: formatDay(note.at), due: momentText(note.dueAt) });
    case 'stopped':
      return say.stopped({ day: formatDay(note.at) });
    case 'withdrawn':
      return say.withdrawn({ day: formatDay(note.at), reason: note.reason });
    case 'corrected':
      return say.corrected({ day: formatDay(note.at), before: note.before, after: note.after });
    case 'late':
      return say.late({ why: acts.late[note.why] });
    case 'overdue':
    case 'conflict':
      return say[note.kind];
  }
};

/** Form 07 of TT 03/2025/TT-VPCP, Sổ theo dõi hồ sơ: its columns in its order. */
export const trackingBook: BookShape<TrackingLine> = {
  columns: [
    { key: 'no', kind: 'count', width: 6 },
    { key: 'code', kind: 'text', width: 27 },
    { key: 'procedure', kind: 'text', width: 36 },
    { key: 'sets', kind: 'count', width: 6 },
    { key: 'name', kind: 'text', width: 26 },
    { key: 'address', kind: 'text', width: 34 },
    { key: 'agency', kind: 'text', width: 24 },
    { key: 'received', kind: 'moment', width: 17 },
    { key: 'due', kind: 'moment', width: 17 },
    { key: 'returned', kind: 'moment', width: 17 },
    { key: 'way', kind: 'text', width: 20 },
    { key: 'signature', kind: 'text', width: 24 },
    { key: 'note', kind: 'text', width: 40 },
  ],
  cells: (line, no, words) => {
    const say = words.books.tracking;
    return [
      no,
      line.code,
      line.procedure,
      line.sets,
      line.submitter === '' ? line.owner : say.onBehalf({ owner: line.owner, submitter: line.submitter }),
      [line.address, line.phone].filter((part) => part !== '').join('; '),
      line.agency,
      line.receivedAt,
      line.dueAt,
      line.returnedAt,
      say.ways[line.way],
      line.taker === '' ? '' : say.taker[line.signature ?? 'none']({ name: line.taker }),
      line.notes.map((note) => noteText(note, words)).join('; '),
    ];
  },
  totals: () => null,
};
