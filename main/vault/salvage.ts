import type { ReadableDatabase, WritableDatabase } from './database.ts';
import { closeDatabase, createDatabase, openForReading, transaction } from './database.ts';
import { findStorageFault } from './faults.ts';
import { migrate } from './migrations/index.ts';

/** What cannot be made again from the journal, most needed first. Projections are left out: they are rebuilt. */
const numberedTables = ['journal', 'access_log'] as const;
const namedTables = [
  'draft',
  'attachment',
  'number_block',
  'form_series',
  'setting',
  'pack',
  'checkpoint',
] as const;

/** Rows asked for at once while all is well. */
const stride = 500;
/** Positions tried one by one behind a broken page before the rest of the table is given up. */
const patience = 50_000;

export interface SalvagedTable {
  readonly table: string;
  readonly kept: number;
  /** For the numbered tables: runs of positions that could not be read, both ends included; 0 as last end: to the end of the table. */
  readonly lost: readonly { readonly from: number; readonly to: number }[];
  /** False when rows that cannot even be counted may be missing. */
  readonly complete: boolean;
}

export interface SalvageReport {
  readonly tables: readonly SalvagedTable[];
}

type Row = ReturnType<ReturnType<ReadableDatabase['prepare']>['all']>[number];

/** A source that comes back after each broken page: SQLCipher refuses a handle for good once a page's seal has failed. */
interface Source {
  /** The rows, or undefined when a page they stand on is broken. */
  readonly tryAll: (sql: string, params?: (string | number)[]) => Row[] | undefined;
  readonly close: () => void;
}

const openSource = (file: string, key: Uint8Array): Source => {
  let db: ReadableDatabase | undefined = openForReading(file, key);
  return {
    tryAll: (sql, params = []) => {
      try {
        db ??= openForReading(file, key);
        return db.prepare(sql).all(params);
      } catch (error) {
        if (findStorageFault(error)?.code !== 'vaultDamaged') throw error;
        db?.close();
        db = undefined;
        return undefined;
      }
    },
    close: () => db?.close(),
  };
};

const insertRows = (target: WritableDatabase, table: string, rows: readonly Row[]): number => {
  if (rows.length === 0) return 0;
  let kept = 0;
  transaction(target, () => {
    for (const row of rows) {
      const names = Object.keys(row);
      const sql = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      kept += target.prepare(sql).run(names.map((name) => row[name] ?? null)).changes;
    }
  });
  return kept;
};

const lastPosition = (rows: readonly Row[]): number => Number(rows.at(-1)?.['pos'] ?? 0);

/** Walks a table by position, stepping over what cannot be read one position at a time. */
const salvageNumbered = (source: Source, target: WritableDatabase, table: string): SalvagedTable => {
  const highest = Number(source.tryAll(`SELECT max(pos) AS pos FROM ${table}`)?.[0]?.['pos'] ?? 0);
  const lost: { from: number; to: number }[] = [];
  let kept = 0;
  let next = 1;
  for (;;) {
    const rows =
      source.tryAll(`SELECT * FROM ${table} WHERE pos >= ? ORDER BY pos LIMIT ${stride}`, [next]) ??
      source.tryAll(`SELECT * FROM ${table} WHERE pos >= ? ORDER BY pos LIMIT 1`, [next]);
    if (rows !== undefined) {
      if (rows.length === 0) return { table, kept, lost, complete: lost.length === 0 };
      kept += insertRows(target, table, rows);
      next = lastPosition(rows) + 1;
      continue;
    }
    const from = next;
    const end = highest > 0 ? highest : from + patience;
    let readable = false;
    while (!readable && next < end) {
      next += 1;
      readable = source.tryAll(`SELECT * FROM ${table} WHERE pos = ?`, [next])?.length === 1;
    }
    lost.push({ from, to: readable ? next - 1 : 0 });
    if (!readable) return { table, kept, lost, complete: false };
  }
};

/** Reads a table from its beginning and from its end, as far as each way goes. */
const salvageNamed = (source: Source, target: WritableDatabase, table: string): SalvagedTable => {
  const all = source.tryAll(`SELECT * FROM ${table}`);
  if (all !== undefined) return { table, kept: insertRows(target, table, all), lost: [], complete: true };
  const kept = ['ASC', 'DESC'].map((direction) => {
    let found = 0;
    let offset = 0;
    // A failed read is tried again smaller, down to the one row that cannot be read.
    for (let size = stride; size >= 1;) {
      const order = `ORDER BY 1 ${direction} LIMIT ${size} OFFSET ${offset}`;
      const rows = source.tryAll(`SELECT * FROM ${table} ${order}`);
      if (rows?.length === 0) break;
      if (rows === undefined) size = Math.floor(size / 2);
      else {
        found += insertRows(target, table, rows);
        offset += rows.length;
      }
    }
    return found;
  });
  return { table, kept: kept.reduce((sum, n) => sum + n, 0), lost: [], complete: false };
};

/**
 * Copies every readable row of a damaged database into a new one beside it, with the same key. The old file is only read. The new journal has
 * gaps where rows were lost; verifying it names them. Throws vaultDamaged when not even the first page can be read: then only a backup helps.
 */
export const salvageDatabase = (file: string, key: Uint8Array, targetFile: string): SalvageReport => {
  const source = openSource(file, key);
  try {
    const target = createDatabase(targetFile, key);
    try {
      migrate(target);
      return {
        tables: [
          ...numberedTables.map((table) => salvageNumbered(source, target, table)),
          ...namedTables.map((table) => salvageNamed(source, target, table)),
        ],
      };
    } finally {
      closeDatabase(target);
    }
  } finally {
    source.close();
  }
};
