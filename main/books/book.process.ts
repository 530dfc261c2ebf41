// A worker thread: reads a book once, then gives its lines and its files as they are asked for. Started by book-worker.ts.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { bookCsv } from '../../shared/books/csv.ts';
import { bookKinds, titlesOf } from '../../shared/books/kinds.ts';
import type { Cell } from '../../shared/books/table.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { openForReading } from '../vault/database.ts';
import { answering } from '../vault/worker.ts';
import type { BookAsk, BookReply } from './book-worker.ts';
import { makeBook } from './make-book.ts';
import { bookXlsx } from './xlsx.ts';

const task = z
  .object({
    file: z.string(),
    databaseKey: z.instanceof(Uint8Array),
    kind: z.enum(bookKinds),
    period: z.object({ from: z.string(), to: z.string() }),
    now: z.number(),
  })
  .parse(workerData);

const read = () => {
  const { file, databaseKey, kind, period, now } = task;
  try {
    const db = openForReading(file, databaseKey);
    try {
      return makeBook(db, kind, period, now);
    } finally {
      // Nothing is held open while she reads: the log can be moved.
      db.close();
    }
  } finally {
    databaseKey.fill(0);
  }
};

const reply = (id: number, answer: BookReply['answer']): void => {
  const { value } = answer.ok ? answer : { value: null };
  parentPort?.postMessage(
    { id, answer } satisfies BookReply,
    value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
};

const opened = answering(read);
reply(0, opened.ok ? { ok: true, value: opened.value.count } : opened);

if (opened.ok) {
  const book = opened.value;
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
}
