import { pathToFileURL } from 'node:url';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BookKind } from '../../shared/books/kinds.ts';
import type { DossierAccepted } from '../../shared/dossier/events.ts';
import { DAY_MS, instantOf } from '../../shared/calendar/vietnam-time.ts';
import { buildScript } from '../vault/testing-process.ts';
import { openBookInWorker } from './book-worker.ts';
import type { OpenBook } from './book-worker.ts';
import { readShare } from './on-time-share.ts';
import { fillShelf, openShelf } from './testing-shelf.ts';
import type { Shelf } from './testing-shelf.ts';

let shelf: Shelf;
let taken: DossierAccepted[];
let book: OpenBook | undefined;
beforeEach(() => {
  shelf = openShelf();
  taken = fillShelf(shelf);
});
afterEach(() => {
  book?.end();
  book = undefined;
  shelf.journal.close();
});

const script = (): URL => pathToFileURL(buildScript('main/books/book.process.ts'));
const open = async (kind: BookKind, key: Buffer = shelf.journal.key): Promise<OpenBook> => {
  book = await openBookInWorker(
    {
      file: shelf.journal.file,
      databaseKey: key,
      kind,
      period: { from: '2026-11-01', to: '2026-11-30' },
      now: instantOf('2026-12-05', 480),
    },
    script(),
  );
  return book;
};

const head = { title: 'Sổ theo dõi hồ sơ, tháng 11 năm 2026', lines: ['Xã Mẫu'], sheet: 'Sổ theo dõi hồ sơ' };

/** The sheet as another library reads it: rows of cells, and the type of each. */
const opened = (bytes: Uint8Array) => {
  const workbook = readWorkbook(bytes, { cellDates: false, cellNF: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  return {
    names: workbook.SheetNames,
    rows: utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true }),
    cell: (at: string) => sheet[at] as { t: string; v: unknown; f?: string; z?: string } | undefined,
  };
};

/** Days since the spreadsheet's 30/12/1899, of Vietnam's clock. */
const serial = (instant: number): number => (instant + 7 * 3_600_000) / DAY_MS + 25_569;

describe('a book in a worker', () => {
  it('gives the lines asked for, in the language asked for, and leaves the key as it is', async () => {
    const tracking = await open('tracking');
    expect(tracking.count).toBe(3);
    expect(shelf.journal.key.some((byte) => byte !== 0)).toBe(true);
    const [second, ...more] = await tracking.rows('vi', 1, 1);
    expect(more).toEqual([]);
    expect(second?.[1]).toBe(taken[1]?.code);
    expect((await tracking.rows('en', 0, 500)).map((row) => row[10])).toContain('At the counter');
    expect(await tracking.rows('vi', 50, 10)).toEqual([]);
    expect(await tracking.totals('vi')).toBeNull();
  });

  it('writes a workbook that another library reads as the journal says', async () => {
    const { names, rows, cell } = opened(await (await open('tracking')).xlsx(head));
    expect(names).toEqual(['Sổ theo dõi hồ sơ']);
    expect(rows[0]?.[0]).toBe(head.title);
    expect(rows[2]?.slice(0, 3)).toEqual(['TT', 'Mã hồ sơ', 'Tên thủ tục hành chính']);
    expect(rows).toHaveLength(6);
    taken.forEach((accepted, at) => {
      const row = rows[3 + at];
      expect(row?.[0]).toBe(at + 1);
      expect(row?.[1]).toBe(accepted.code);
      expect(row?.[2]).toBe(accepted.procedure.name);
      expect(row?.[4]).toBe(accepted.owner.name);
      expect(cell(`H${4 + at}`)?.v).toBeCloseTo(serial(accepted.receivedAt), 6);
      expect(cell(`I${4 + at}`)?.v).toBeCloseTo(serial(accepted.deadline.dueAt), 6);
    });
    expect(cell('H4')).toMatchObject({ t: 'n', z: 'hh:mm dd/mm/yyyy' });
  });

  it('writes amounts as numbers that add up', async () => {
    const { rows } = opened(await (await open('fees')).xlsx({ ...head, sheet: 'Sổ thu' }));
    expect(rows.slice(3).map((row) => row.slice(8, 11))).toEqual([
      [10_000, null, null],
      [null, 16_000, null],
      [10_000, 16_000, 0],
    ]);
  });

  it('keeps hostile text as text, in the workbook and in CSV', async () => {
    const evil = '=HYPERLINK("http://x";"y")\u0001<b>&\uD800';
    shelf.accept('d9', 9, { owner: { ...taken[0]!.owner, name: evil } });
    const tracking = await open('tracking');
    const { rows, cell } = opened(await tracking.xlsx(head));
    expect(rows).toHaveLength(7);
    expect(cell('E7')?.t).toBe('s');
    expect(cell('E7')?.f).toBeUndefined();
    expect(String(cell('E7')?.v)).toContain('=HYPERLINK("http://x";"y")');
    const csv = new TextDecoder().decode(await tracking.csv());
    expect(csv).toContain(`"'=HYPERLINK(""http://x"";""y"")`);
  });

  it('sees what was committed before it was opened and nothing after', async () => {
    const tracking = await open('tracking');
    shelf.accept('d4', 4);
    expect(await tracking.rows('vi', 0, 100)).toHaveLength(3);
    tracking.end();
    expect((await open('tracking')).count).toBe(4);
  });

  it('says which part of what was done was done in time, for the first screen', async () => {
    const task = {
      file: shelf.journal.file,
      databaseKey: shelf.journal.key,
      now: instantOf('2026-12-05', 480),
    };
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(await readShare({ ...task, period: november }, script())).toEqual({ share: 1 });
    const october = { from: '2026-10-01', to: '2026-10-31' };
    expect(await readShare({ ...task, period: october }, script())).toEqual({ share: null });
  });

  it('says what keeps it from being read, and answers no more once ended', async () => {
    await expect(open('tracking', Buffer.alloc(32, 1))).rejects.toMatchObject({ code: 'vaultDamaged' });
    const tracking = await open('tracking');
    const answer = tracking.rows('vi', 0, 1);
    tracking.end();
    await Promise.allSettled([answer]);
    await expect(tracking.rows('vi', 0, 1)).rejects.toThrow();
  });
});
