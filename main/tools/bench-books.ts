import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { writeXlsx } from 'hucre/xlsx';
import * as z from 'zod';
import type { Cell } from '../../shared/books/table.ts';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import type { DossierEvent } from '../../shared/dossier/events.ts';
import { openBookInWorker } from '../books/book-worker.ts';
import { advance, chainRows, continueJournal, insertRows } from '../journal/journal.ts';
import { projectAnew } from '../journal/projections.ts';
import { unlockSlot } from '../vault/clerk-slots.ts';
import { checkpoint, openDatabase, transaction } from '../vault/database.ts';
import { vaultPaths } from '../vault/folder.ts';

/**
 * The tracking book of a year of 10,000 dossiers, each handed over, done, returned and paid for, from the question to the bytes of the
 * workbook. `bench-books --seed DIR` prints one JSON line. DIR is what seed-vault left; it is copied, not changed.
 */

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    tmp: { type: 'string', default: tmpdir() },
  },
});
if (!options.seed) throw new Error('bench-books: --seed is needed');
const seed = z
  .object({ slotId: z.string(), password: z.string(), dossiers: z.number() })
  .parse(JSON.parse(readFileSync(join(options.seed, 'seed.json'), 'utf8')));
const folder = mkdtempSync(join(options.tmp, 'quay-books-'));
cpSync(join(options.seed, 'vault'), join(folder, 'vault'), { recursive: true });
const unlocked = await unlockSlot(join(folder, 'vault'), seed.slotId, seed.password);
const { database } = vaultPaths(join(folder, 'vault'));
const db = openDatabase(database, unlocked.databaseKey);

const wantedLines = 10_000;
const dossiers = db
  .prepare('SELECT id, received_at AS at FROM dossier ORDER BY received_at LIMIT ?')
  .all<{ id: string; at: number }>([wantedLines]);

const hour = 3_600_000;
const eventsOf = (at: number): DossierEvent[] => {
  const acted = (hours: number) => ({
    command: randomUUID(),
    at: at + hours * hour,
    businessDay: localDateAt(at + hours * hour),
    desk: 1,
    clerkName: 'Cán bộ Mẫu',
  });
  const day = localDateAt(at);
  return [
    {
      type: 'handedOver',
      v: 1,
      payload: {
        ...acted(1),
        from: null,
        to: { unit: 'Công chức tư pháp - hộ tịch', person: 'Lê Thị Mẫu' },
        batch: '',
        slip: { number: 1, year: Number(day.slice(0, 4)) },
        step: 1,
        note: '',
      },
    },
    {
      type: 'feeCollected',
      v: 1,
      payload: {
        ...acted(0),
        number: 1,
        year: Number(day.slice(0, 4)),
        amount: 8000,
        owed: 8000,
        beyond: '',
        receipt: null,
      },
    },
    {
      type: 'resultArrived',
      v: 1,
      payload: {
        ...acted(24),
        approved: true,
        number: '1/2026',
        date: day,
        summary: 'Kết quả mẫu',
        signer: 'Lê Văn Mẫu',
        files: [],
        replaces: null,
      },
    },
    {
      type: 'resultReturned',
      v: 1,
      payload: {
        ...acted(30),
        to: { kind: 'owner', name: 'Nguyễn Văn Mẫu' },
        way: 'counter',
        shown: { by: 'receipt', keyMatched: true },
        originals: [],
        kept: '',
        signature: 'signature',
        satisfaction: null,
      },
    },
  ];
};

const journal = continueJournal(db);
const author = {
  clerk: unlocked.clerkId,
  signer: unlocked.signer,
  role: 'reception',
  office: 'H55.242',
  desk: 1,
} as const;
const rules = { catalogue: '', calendar: '', forms: '' };
for (let from = 0; from < dossiers.length; from += 500)
  transaction(db, () => {
    for (const { id, at } of dossiers.slice(from, from + 500))
      for (const event of eventsOf(at)) {
        const when = 'at' in event.payload ? event.payload.at : at;
        const recorded = chainRows(journal, author, { at: when, recordedAt: when, clock: 'ok', rules }, [
          { subject: id, event },
        ]);
        insertRows(db, recorded);
        advance(journal, recorded);
      }
    for (const { id } of dossiers.slice(from, from + 500)) projectAnew(db, id);
  });
checkpoint(db);
db.close();

const period = {
  from: localDateAt(dossiers[0]?.at ?? 0),
  to: localDateAt(dossiers.at(-1)?.at ?? 0),
};
const head = { title: 'Sổ theo dõi hồ sơ', lines: ['Bản đo'], sheet: 'Sổ theo dõi hồ sơ' };
/** The least such a file costs: the writer alone, the same cells without looks, in a thread that does nothing else. */
const writeBare = async (rows: readonly Cell[][]): Promise<number> => {
  const cells = rows.map((row) => [...row]);
  const started = performance.now();
  await writeXlsx({ sheets: [{ name: head.sheet, rows: cells }] });
  return performance.now() - started;
};

interface Times {
  read: number;
  xlsx: number;
  all: number;
  cpu: number;
  stalled: number;
  bare: number;
}
const times: Times[] = [];
let lines = 0;
let bytes = 0;
for (let round = 0; round < Number(options.rounds); round += 1) {
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const book = await openBookInWorker(
    { file: database, databaseKey: unlocked.databaseKey, kind: 'tracking', period, now: Date.now() },
    new URL('../main/book.cjs', import.meta.url),
  );
  const opened = performance.now();
  const workbook = await book.xlsx(head);
  const written = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  stalls.disable();
  lines = book.count;
  bytes = workbook.length;
  const bare = await writeBare(await book.rows('vi', 0, lines));
  book.end();
  times.push({
    read: opened - started,
    xlsx: written - opened,
    all: written - started,
    cpu: (user + system) / 1000,
    stalled: stalls.max / 1e6,
    bare,
  });
}
const median = (pick: (one: (typeof times)[number]) => number): number => {
  const sorted = times.map(pick).sort((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
};
process.stdout.write(
  `${JSON.stringify({
    name: 'tracking book of a year to XLSX, off the main thread',
    dossiers: seed.dossiers,
    lines,
    rows: lines * 6,
    bytes,
    n: times.length,
    p50_ms: median(({ all }) => all),
    worst_ms: Math.round(Math.max(...times.map(({ all }) => all))),
    read_ms: median(({ read }) => read),
    xlsx_ms: median(({ xlsx }) => xlsx),
    cpu_ms: median(({ cpu }) => cpu),
    main_thread_stalled_ms: median(({ stalled }) => stalled),
    limit: { name: 'the writer alone, bare cells', p50_ms: median(({ bare }) => bare) },
    wanted: '≤ 2000 ms',
  })}\n`,
);
rmSync(folder, { recursive: true, force: true });
