// A worker thread: reads a book once, then gives its lines and its files as they are asked for. Started by book-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { bookCsv } from '../../shared/books/csv.ts';
import { bookKinds, titlesOf } from '../../shared/books/kinds.ts';
import { instantsOf } from '../../shared/books/period.ts';
import type { Cell } from '../../shared/books/table.ts';
import type { TrackingLine } from '../../shared/books/tracking.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { openForReading } from '../vault/database.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { answering, answeringLater, copyOfKey, runWorker } from '../vault/worker.ts';
import { limits } from './book-worker.ts';
import type { BookAsk, BookReply } from './book-worker.ts';
import { receivedBetween } from './lives.ts';
import { makeBook, trackingLines, trackingOf } from './make-book.ts';
import type { Book } from './make-book.ts';
import { bookXlsx } from './xlsx.ts';

const task = z
  .object({
    file: z.string(),
    databaseKey: z.instanceof(Uint8Array),
    kind: z.enum(bookKinds),
    period: z.object({ from: z.string(), to: z.string() }),
    now: z.number(),
    /** This very script, to start a second thread of it. */
    script: z.string(),
    /** Of that second thread: the first rows of the dossiers it reads. */
    part: z.array(z.number()).optional(),
  })
  .parse(workerData);

const reading = <T>(job: (db: ReadableDatabase) => T): T => {
  const { file, databaseKey } = task;
  try {
    const db = openForReading(file, databaseKey);
    try {
      return job(db);
    } finally {
      // Nothing is held open while she reads: the log can be moved.
      db.close();
    }
  } finally {
    databaseKey.fill(0);
  }
};

/** Dossiers from which on a second thread reads half of them: fewer are read before it has started. */
const worthSharing = 2_000;

const readElsewhere = (part: readonly number[]): Promise<TrackingLine[]> => {
  const databaseKey = copyOfKey(task.databaseKey);
  return runWorker(
    new URL(task.script),
    { ...task, databaseKey, part },
    [databaseKey.buffer],
    undefined,
    limits,
  );
};

/** The one book of a line a dossier: a year of it is 10,000, and opening the pages they are sealed in is most of the wait. */
const readTracking = async (): Promise<Book> => {
  const { period, now } = task;
  const { from, until } = instantsOf(period);
  const [mine, theirs] = reading((db) => {
    const positions = receivedBetween(db, from, until);
    const half = positions.length < worthSharing ? positions.length : positions.length >> 1;
    const elsewhere = half < positions.length ? readElsewhere(positions.slice(half)) : [];
    return [trackingLines(db, positions.slice(0, half), now), elsewhere];
  });
  return trackingOf([...mine, ...(await theirs)]);
};

const read = async (): Promise<Book> => {
  const { kind, period, now } = task;
  return kind === 'tracking' ? readTracking() : reading((db) => makeBook(db, kind, period, now));
};

const reply = (id: number, answer: BookReply['answer']): void => {
  const { value } = answer.ok ? answer : { value: null };
  parentPort?.postMessage(
    { id, answer } satisfies BookReply,
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
};

const serve = (book: Book): void => {
  /** Files and papers speak Vietnamese whatever the screen speaks: they are the law's. */
  const law = messagesIn('vi');
  const titles = titlesOf(task.kind, law);
  function* rows(): Generator<Cell[]> {
    for (let place = 0; place < book.count; place += 1) yield book.row(place, law);
  }
  const totals = (): Cell[][] => {
    const last = book.totals(law);
    return last === null ? [] : [last];
  };
  const give = (ask: BookAsk): unknown => {
    switch (ask.do) {
      case 'rows': {
        const words = messagesIn(ask.language);
        const count = Math.max(0, Math.min(ask.limit, book.count - ask.offset));
        return Array.from({ length: count }, (_, at) => book.row(ask.offset + at, words));
      }
      case 'totals':
        return book.totals(messagesIn(ask.language));
      case 'csv':
        return new TextEncoder().encode(bookCsv(book.columns, titles, [...rows(), ...totals()]));
      case 'xlsx':
        return bookXlsx(ask.head, book.columns, titles, [...rows()], book.totals(law));
    }
  };
  parentPort?.on('message', ({ id, ask }: { id: number; ask: BookAsk }) => {
    Promise.resolve()
      .then(() => give(ask))
      .then(
        (value) => reply(id, { ok: true, value }),
        (error: unknown) =>
          reply(id, {
            ok: false,
            code: 'internal',
            params: { method: error instanceof Error ? error.message : ask.do },
          }),
      );
  });
};

if (task.part) {
  const { part, now } = task;
  parentPort?.postMessage(answering(() => reading((db) => trackingLines(db, part, now))));
} else
  void answeringLater(read).then((opened) => {
    if (opened.ok) serve(opened.value);
    reply(0, opened.ok ? { ok: true, value: opened.value.count } : opened);
  });
