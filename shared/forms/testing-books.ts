import { bookKinds } from '../books/kinds.ts';
import type { BookKind } from '../books/kinds.ts';
import { feeBook, feeLines, receiptBook, receiptLines } from '../books/money-books.ts';
import { countOnTime, onTimeBook } from '../books/on-time-book.ts';
import type { Cell } from '../books/table.ts';
import { trackingBook, trackingLine, trackingLineAt } from '../books/tracking.ts';
import { instantOf } from '../calendar/vietnam-time.ts';
import type { ActEvent } from '../dossier/acts/events.ts';
import type { DossierAccepted } from '../dossier/events.ts';
import { messagesIn } from '../messages/index.ts';
import { bookValues, formOfBook } from './book.ts';
import type { BookValues } from './book.ts';
import {
  acted,
  arrived,
  askedForPapers,
  collected,
  extended,
  lived,
  matched,
  returned,
  stopped,
} from './testing-acts.ts';
import { birthDossier, hugeDossier, plainDossier, sampleOffice } from './testing-samples.ts';

const words = messagesIn('vi');
const period = { from: '2026-11-01', to: '2026-11-30' };
const now = instantOf('2026-12-01', 480);

const lives: [DossierAccepted, ActEvent[]][] = [
  [plainDossier, []],
  [
    birthDossier,
    [
      { type: 'feeCollected', v: 1, payload: collected },
      { type: 'supplementsRequested', v: 1, payload: askedForPapers },
    ],
  ],
  [
    birthDossier,
    [
      { type: 'deadlineExtended', v: 1, payload: extended },
      { type: 'resultArrived', v: 1, payload: arrived },
      { type: 'resultReturned', v: 1, payload: returned },
    ],
  ],
  [plainDossier, [{ type: 'processingStopped', v: 1, payload: stopped }]],
  [
    plainDossier,
    [
      { type: 'transferMatched', v: 1, payload: matched },
      {
        type: 'feeRefunded',
        v: 1,
        payload: {
          ...acted('2026-11-26', 600),
          amount: 16_000,
          to: 'Nguyễn Văn Mẫu',
          reason: 'Rút hồ sơ',
        },
      },
    ],
  ],
  [
    hugeDossier,
    [
      {
        type: 'feeRefunded',
        v: 1,
        payload: {
          ...acted('2026-11-26', 610),
          amount: 1000,
          to: 'Nguyễn Văn Mẫu',
          reason: hugeDossier.note,
        },
      },
      {
        type: 'dossierWithdrawn',
        v: 1,
        payload: {
          ...acted('2026-11-26', 620),
          to: { kind: 'submitter', name: hugeDossier.submitter.name },
          reason: hugeDossier.note,
          originals: [],
        },
      },
    ],
  ],
];

const states = lives.map(([accepted, acts]) => lived(accepted, ...acts));
const placed = (acts: readonly ActEvent[]) =>
  acts.map((event, place) => ({
    id: `event-${place + 1}`,
    subject: 'dossier',
    at: event.payload.at,
    witness: '',
    event,
  }));

const linesOf: Readonly<Record<BookKind, () => { rows: Cell[][]; totals: Cell[] | null }>> = {
  tracking: () => {
    const lines = states.map((state) => trackingLineAt(trackingLine(state), now));
    return { rows: lines.map((line, at) => trackingBook.cells(line, at + 1, words)), totals: null };
  },
  fees: () => {
    const lines = states.flatMap((state, at) =>
      placed(lives[at]?.[1] ?? []).flatMap((event) => feeLines(state, event)),
    );
    return {
      rows: lines.map((line, at) => feeBook.cells(line, at + 1, words)),
      totals: feeBook.totals(lines, words),
    };
  },
  receipts: () => {
    const lines = states.flatMap((state, at) =>
      placed(lives[at]?.[1] ?? []).flatMap((event) => receiptLines(state, event)),
    );
    return {
      rows: lines.map((line, at) => receiptBook.cells(line, at + 1, words)),
      totals: receiptBook.totals(lines, words),
    };
  },
  onTime: () => {
    const lines = countOnTime(states, instantOf(period.from, 0), now);
    return {
      rows: lines.map((line, at) => onTimeBook.cells(line, at + 1, words)),
      totals: onTimeBook.totals(lines, words),
    };
  },
};

/** A printed volume of a book, its few sample lines repeated until there are `count`. */
export const sampleBook = (kind: BookKind, count?: number): BookValues => {
  const { rows, totals } = linesOf[kind]();
  const lines = Array.from({ length: count ?? rows.length }, (_, at) => {
    const row = rows[at % rows.length] ?? [];
    return kind === 'tracking' || kind === 'fees' || kind === 'receipts' ? [at + 1, ...row.slice(1)] : row;
  });
  return bookValues(
    { kind, period, count: lines.length, volume: 1, rows: lines, totals },
    { profile: sampleOffice, trial: true, at: now, clerkName: 'Lê Thị Ví Dụ', words },
  );
};

export const sampleBooks = () =>
  bookKinds.map((kind) => ({ name: `the ${kind} book`, form: formOfBook[kind], values: sampleBook(kind) }));
