import { randomUUID } from 'node:crypto';
import type { BookOpened, InputOf, PaperPage, PrintAnswer } from '../../shared/contract.ts';
import { isPeriod, periodSlug, periodText } from '../../shared/books/period.ts';
import { cellText } from '../../shared/books/table.ts';
import type { Cell } from '../../shared/books/table.ts';
import { bookValues, formOfBook, linesPerVolume, volumesOf } from '../../shared/forms/book.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { noteAccess } from '../desk/access-log.ts';
import { getCabinet, getSession, stampOf } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { previewPaper, printPaper } from '../desk/print-paper.ts';
import { saveBytes } from '../desk/save-bytes.ts';
import type { PrintJob } from '../print/index.ts';
import { vaultPaths } from '../vault/folder.ts';
import { openBookInWorker } from './book-worker.ts';
import { booksOf, mostOpen } from './kept-books.ts';
import type { KeptBook } from './kept-books.ts';

/** Papers and files speak Vietnamese whatever the screen speaks: they are the law's. */
const law = messagesIn('vi');

export const openBook = async (
  desk: Desk,
  { book: kind, from, to }: InputOf<'books.open'>,
): Promise<Result<BookOpened>> => {
  const period = { from, to };
  if (!isPeriod(period)) return fail('periodInvalid');
  const cabinet = getCabinet(desk);
  const { at } = stampOf(desk, cabinet);
  const { database } = vaultPaths(desk.places.data);
  const session = getSession(desk);
  const book = await openBookInWorker({
    file: database,
    databaseKey: cabinet.databaseKey,
    kind,
    period,
    now: at,
  });
  // Locked, or shut, while it was being read.
  if (desk.cabinet !== cabinet || desk.session !== session) {
    book.end();
    return fail('notSignedIn');
  }
  const books = booksOf(desk);
  const id = randomUUID();
  books.set(id, { book, kind, period, at });
  for (const [oldest, kept] of [...books].slice(0, Math.max(0, books.size - mostOpen))) {
    kept.book.end();
    books.delete(oldest);
  }
  return succeed({
    id,
    count: book.count,
    volumes: volumesOf(book.count),
    totals: await book.totals(desk.language),
    at,
  });
};

/** The open book of that id; closed when the counter was locked or others were opened since. */
const findBook = (desk: Desk, id: string): Result<KeptBook> => {
  const kept = booksOf(desk).get(id);
  return kept ? succeed(kept) : fail('bookClosed');
};

export const bookRows = async (
  desk: Desk,
  { id, offset, limit }: InputOf<'books.rows'>,
): Promise<Result<Cell[][]>> => {
  const kept = findBook(desk, id);
  return kept.ok ? succeed(await kept.value.book.rows(desk.language, offset, limit)) : kept;
};

const jobOf = async (desk: Desk, { book, kind, period, at }: KeptBook, volume: number): Promise<PrintJob> => {
  const { office } = getCabinet(desk);
  const first = (volume - 1) * linesPerVolume;
  const [rows, totals] = await Promise.all([book.rows('vi', first, linesPerVolume), book.totals('vi')]);
  return {
    form: formOfBook[kind],
    layout: { paper: 'A4', twoOnOne: false, copies: ['file'] },
    values: [
      bookValues(
        { kind, period, count: book.count, volume, rows, totals },
        {
          profile: office.profile,
          trial: office.trial,
          at,
          clerkName: getSession(desk).name,
          words: law,
        },
      ),
    ],
  };
};

/** A volume the book has. */
const findVolume = (desk: Desk, { id, volume }: { id: string; volume: number }): Result<KeptBook> => {
  const kept = findBook(desk, id);
  return kept.ok && volume > volumesOf(kept.value.book.count) ? fail('nothingToPrint') : kept;
};

export const previewBook = async (
  desk: Desk,
  input: InputOf<'books.preview'>,
): Promise<Result<PaperPage>> => {
  const kept = findVolume(desk, input);
  return kept.ok ? previewPaper(desk, await jobOf(desk, kept.value, input.volume)) : kept;
};

const detailOf = ({ kind, period }: KeptBook, volume: number): string =>
  `${law.books.names[kind]}, ${periodText(period, law)}${volume > 1 ? `, ${volume}` : ''}`;

export const printBook = async (desk: Desk, input: InputOf<'books.print'>): Promise<Result<PrintAnswer>> => {
  const kept = findVolume(desk, input);
  if (!kept.ok) return kept;
  noteAccess(desk, 'print', '', detailOf(kept.value, input.volume));
  return printPaper(desk, await jobOf(desk, kept.value, input.volume), input.printer);
};

const bytesOf = async (
  desk: Desk,
  kept: KeptBook,
  { as, volume }: InputOf<'books.save'>,
): Promise<Uint8Array> => {
  const { book, kind, period, at } = kept;
  switch (as) {
    case 'pdf':
      return (await desk.printing()).pdf(await jobOf(desk, kept, volume));
    case 'csv':
      return book.csv();
    case 'xlsx': {
      const { office } = getCabinet(desk);
      const made = law.books.paper.made({ at: cellText(at, 'moment') });
      return book.xlsx({
        title: `${law.books.names[kind]}, ${periodText(period, law)}`,
        lines: [[office.profile.name, made, ...(office.trial ? [law.print.stamps.trial] : [])].join(' · ')],
        sheet: law.books.names[kind],
      });
    }
  }
};

/** Saves the book as a spreadsheet's file, or a volume of it as PDF, where the clerk's dialog says. */
export const saveBook = async (desk: Desk, input: InputOf<'books.save'>): Promise<Result<PrintAnswer>> => {
  const found = findVolume(desk, input);
  if (!found.ok) return found;
  const kept = found.value;
  const volumes = volumesOf(kept.book.count);
  const part =
    input.as === 'pdf' && volumes > 1
      ? `-${law.books.file.part({ part: input.volume, parts: volumes })}`
      : '';
  const name = `${law.books.file.names[kept.kind]}-${periodSlug(kept.period)}${part}.${input.as}`;
  const saved = await saveBytes(desk, name, () => bytesOf(desk, kept, input));
  if (!saved.ok) return saved;
  noteAccess(desk, input.as === 'pdf' ? 'save' : 'export', '', detailOf(kept, input.volume));
  return succeed({ outcome: 'saved', printer: '', detail: saved.value.file });
};
