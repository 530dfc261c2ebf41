import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookKind } from '../../shared/books/kinds.ts';
import { columnsOf } from '../../shared/books/kinds.ts';
import type { Cell } from '../../shared/books/table.ts';
import type { DossierAccepted } from '../../shared/dossier/events.ts';
import { instantOf } from '../../shared/calendar/vietnam-time.ts';
import { messagesIn } from '../../shared/messages/index.ts';
import { acted, askedForPapers, stopped } from '../../shared/forms/testing-acts.ts';
import { rebuildProjections } from '../journal/rebuild.ts';
import { openForReading } from '../vault/database.ts';
import { MIGRATIONS, migrate } from '../vault/migrations/index.ts';
import { pragmaNumber } from '../vault/database.ts';
import { makeBook } from './make-book.ts';
import { fillShelf, openShelf } from './testing-shelf.ts';
import type { Shelf } from './testing-shelf.ts';

const words = messagesIn('vi');
const november = { from: '2026-11-01', to: '2026-11-30' };
const december = { from: '2026-12-01', to: '2026-12-31' };
const now = instantOf('2026-12-05', 480);

let shelf: Shelf;
let taken: DossierAccepted[];
beforeEach(() => {
  shelf = openShelf();
  taken = fillShelf(shelf);
});
afterEach(() => shelf.journal.close());

/** The book read on a handle of its own, every line by the names of its columns. */
const read = (kind: BookKind, period = november, at = now) => {
  const db = openForReading(shelf.journal.file, shelf.journal.key);
  const book = makeBook(db, kind, period, at);
  db.close();
  const named = (cells: Cell[] | null): Record<string, Cell> =>
    Object.fromEntries((cells ?? []).map((cell, place) => [columnsOf[kind][place]?.key ?? '', cell]));
  return {
    rows: Array.from({ length: book.count }, (_, place) => named(book.row(place, words))),
    totals: named(book.totals(words)),
  };
};

describe('the tracking book', () => {
  it('has a line for each dossier taken in, with what the journal says of it', () => {
    const { rows } = read('tracking');
    expect(rows).toHaveLength(3);
    const [first] = taken;
    expect(rows[0]).toEqual({
      no: 1,
      code: first?.code,
      procedure: first?.procedure.name,
      sets: first?.sets,
      name: first?.owner.name,
      address: [first?.owner.address, first?.owner.phone].filter(Boolean).join('; '),
      agency: first?.procedure.agency,
      received: first?.receivedAt,
      due: first?.deadline.dueAt,
      returned: instantOf('2026-11-27', 900),
      way: 'Trực tiếp',
      signature: 'Trần Thị Thí Dụ (đã ký)',
      note: '',
    });
    expect(rows[1]).toMatchObject({ returned: null, signature: '', note: 'đang quá hạn' });
  });

  it('keeps what was written and says beside it what was corrected and promised anew', () => {
    const [first] = taken;
    shelf.act('d1', {
      type: 'dossierCorrected',
      v: 1,
      payload: {
        ...acted('2026-11-28', 600),
        changes: [{ field: 'owner.name', before: first?.owner.name ?? '', after: 'Tên Đúng' }],
        reason: 'Gõ nhầm',
      },
    });
    const [row] = read('tracking').rows;
    expect(row?.['name']).toBe(first?.owner.name);
    expect(row?.['note']).toContain(`đính chính ngày 28/11/2026: “${first?.owner.name}” thành “Tên Đúng”`);
  });

  it('takes nothing from beside the period', () => {
    expect(read('tracking', december).rows).toEqual([]);
    shelf.accept('d4', 4, { receivedAt: instantOf('2026-12-01', 0) });
    shelf.accept('d5', 5, { receivedAt: instantOf('2026-12-01', 0) - 1 });
    expect(read('tracking').rows).toHaveLength(4);
    expect(read('tracking', december).rows).toHaveLength(1);
  });

  it('reads the journal where no line is kept, and says the same', () => {
    shelf.act('d2', { type: 'supplementsRequested', v: 1, payload: askedForPapers });
    shelf.act('d3', { type: 'processingStopped', v: 1, payload: stopped });
    const { db } = shelf.journal;
    const instants = [now, instantOf('2026-11-24', 480), instantOf('2026-11-25', 660)];
    const kept = instants.map((at) => read('tracking', november, at).rows);
    db.exec('DELETE FROM tracking_line');
    expect(instants.map((at) => read('tracking', november, at).rows)).toEqual(kept);
  });

  it('says that a dossier is overdue from the minute after its promise on', () => {
    const due = taken[2]?.deadline.dueAt ?? 0;
    const note = (at: number) => read('tracking', november, at).rows[2]?.['note'];
    expect([note(due), note(due + 1)]).toEqual(['', 'đang quá hạn']);
  });

  it('reads on past rows that are damaged or of a version nobody knows', () => {
    const { db } = shelf.journal;
    db.exec('DELETE FROM tracking_line');
    db.prepare("UPDATE journal SET header = 'x' WHERE type = 'resultReturned'").run();
    db.prepare("UPDATE journal SET payload = CAST('{' AS BLOB) WHERE type = 'resultArrived'").run();
    const { rows } = read('tracking');
    expect(rows).toHaveLength(3);
    expect(rows[0]?.['returned']).toBeNull();
  });
});

describe('the books of money', () => {
  it('have a line for what was taken in the period, and its sums', () => {
    const { rows, totals } = read('fees');
    expect(rows).toMatchObject([
      {
        code: taken[0]?.code,
        cash: 10_000,
        transfer: null,
        refund: null,
        slip: 'PT-0031/2026',
        receipt: '01BLP, AA-26E, số 0000123',
      },
      { code: taken[1]?.code, cash: null, transfer: 16_000, refund: null, slip: '', receipt: '' },
    ]);
    expect(totals).toMatchObject({
      cash: 10_000,
      transfer: 16_000,
      refund: 0,
      note: 'Thu trừ hoàn: 26.000 đ',
    });
  });

  it('give back in the period in which it was given back, and may come out below nothing', () => {
    const { rows, totals } = read('fees', december);
    expect(rows).toMatchObject([{ refund: 16_000, note: 'Nguyễn Văn Mẫu: Nộp nhầm' }]);
    expect(totals).toMatchObject({ note: 'Thu trừ hoàn: -16.000 đ' });
  });

  it('list official receipts when they were written, in the order of their numbers', () => {
    const receipt = (number: string) =>
      ({ form: '01BLP', series: 'AA-26E', number, date: '2026-11-24', kind: 'electronic' }) as const;
    const payment = shelf.journal.db
      .prepare("SELECT id FROM journal WHERE type = 'transferMatched'")
      .get<{ id: string }>()?.id;
    shelf.act('d2', {
      type: 'feeReceiptRecorded',
      v: 1,
      payload: { ...acted('2026-11-24', 700), payment: payment ?? '', receipt: receipt('0000045') },
    });
    const { rows, totals } = read('receipts');
    expect(rows).toMatchObject([
      { no: 1, number: '0000045', amount: 16_000, way: 'Chuyển khoản', kind: 'Biên lai điện tử' },
      { no: 2, number: '0000123', amount: 10_000, way: 'Tiền mặt' },
    ]);
    expect(totals).toMatchObject({ number: '2 biên lai', amount: 26_000 });
    // And the fee book knows it too, though it came later.
    expect(read('fees').rows[1]).toMatchObject({ receipt: '01BLP, AA-26E, số 0000045' });
  });
});

describe('on-time figures', () => {
  it('stand as they stood at the end of the period, whatever came after', () => {
    const figures = { carried: 0, received: 3, early: 1, onTime: 0, late: 0, openInTime: 0, openOverdue: 2 };
    expect(read('onTime').rows).toMatchObject([figures]);
    shelf.act('d2', {
      type: 'resultArrived',
      v: 1,
      payload: {
        ...acted('2026-12-03', 600),
        approved: true,
        number: '1',
        date: '2026-12-03',
        summary: '',
        signer: '',
        files: [],
        replaces: null,
      },
    });
    expect(read('onTime').rows).toMatchObject([figures]);
    expect(read('onTime', december).rows).toMatchObject([
      { carried: 2, received: 0, early: 0, late: 1, openOverdue: 1 },
    ]);
  });

  it('stand as they stand now while the period lasts', () => {
    const early = instantOf('2026-11-24', 600);
    expect(read('onTime', november, early).rows).toMatchObject([{ received: 3, openInTime: 3, early: 0 }]);
  });
});

describe('migration 80, from version 40', () => {
  it('finds the deeds of rows that were there before', () => {
    const { db } = shelf.journal;
    db.exec('DROP INDEX journal_deed; PRAGMA user_version = 40');
    migrate(
      db,
      MIGRATIONS.filter(({ version }) => version === 80),
    );
    expect(pragmaNumber(db, 'user_version')).toBe(80);
    expect(read('fees').rows).toHaveLength(2);
  });
});

describe('migration 220, from version 210', () => {
  it('reads the same book before the rebuild it sets off, and after', () => {
    const { db } = shelf.journal;
    const { rows } = read('tracking');
    db.exec('DROP TABLE tracking_line; PRAGMA user_version = 210');
    migrate(
      db,
      MIGRATIONS.filter(({ version }) => version === 220),
    );
    expect(pragmaNumber(db, 'user_version')).toBe(220);
    expect(read('tracking').rows).toEqual(rows);
    const lines = () => db.prepare('SELECT count(*) AS n FROM tracking_line').get();
    expect(lines()).toEqual({ n: 0 });
    expect([...rebuildProjections(db)].length).toBeGreaterThan(0);
    expect(lines()).toEqual({ n: 3 });
    expect(read('tracking').rows).toEqual(rows);
  });
});
