import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { DossierRow, Telling, WorkingSet } from '../../shared/contract.ts';

/** What main sends after each commit: rows to put and ids gone, its version one above the last. */
export type Delta = Extract<Telling, { kind: 'delta' }>;

interface Meta {
  key: 'version';
  version: number;
}

/** A run of the snapshot's rows. */
interface Block {
  number: number;
  rows: DossierRow[];
}

/** What has happened to a dossier since the snapshot; null: it is no longer open. */
interface Change {
  id: string;
  row: DossierRow | null;
}

/**
 * The counter top: open dossiers as main last told them, for lists that redraw by themselves. It lives in the session's in-memory
 * partition, is shared by every window and emptied when the counter locks. The truth is the vault.
 *
 * The snapshot is kept in blocks, since IndexedDB takes its time per record and not per byte: 2,000 records took 40 times as
 * long to write as 8 blocks of 250, with no index at all. Lists sort and filter 2,000 rows in memory faster than any index answers.
 */
export interface WorkingSetBase {
  dexie: Dexie;
  block: Table<Block, number>;
  change: Table<Change, string>;
  meta: Table<Meta, 'version'>;
}

const blockSize = 250;

/** `cache: 'disabled'`: live queries over bulk writes doubled rows or stood still with it (dexie/Dexie.js issues 2012 and 2067). */
export const openWorkingSet = (name: string): WorkingSetBase => {
  const dexie = new Dexie(name, { cache: 'disabled', chromeTransactionDurability: 'relaxed' });
  dexie.version(1).stores({ block: 'number', change: 'id', meta: 'key' });
  return { dexie, block: dexie.table('block'), change: dexie.table('change'), meta: dexie.table('meta') };
};

const inOneGo = <T>({ dexie, block, change, meta }: WorkingSetBase, work: () => Promise<T>): Promise<T> =>
  dexie.transaction('rw', block, change, meta, work);

const inBlocks = (rows: readonly DossierRow[]): Block[] =>
  Array.from({ length: Math.ceil(rows.length / blockSize) }, (_, number) => ({
    number,
    rows: rows.slice(number * blockSize, (number + 1) * blockSize),
  }));

/** Replaces everything by a snapshot, unless another window has already put this one or a newer one there. */
export const takeSnapshot = (
  base: WorkingSetBase,
  set: WorkingSet,
  wanted: () => boolean,
): Promise<'taken' | 'known'> =>
  inOneGo(base, async () => {
    const held = await base.meta.get('version');
    if (!wanted() || (held !== undefined && held.version >= set.version)) return 'known';
    await base.block.clear();
    await base.change.clear();
    await base.block.bulkAdd(inBlocks(set.rows));
    await base.meta.put({ key: 'version', version: set.version });
    return 'taken';
  });

/**
 * Applies one delta: 'known' when a window sharing the base was quicker, 'gap' when a delta before it is missing (or the base was
 * emptied), and then nothing is written: the caller asks for a new snapshot.
 */
export const applyDelta = (
  base: WorkingSetBase,
  delta: Pick<Delta, 'version' | 'rows' | 'gone'>,
  wanted: () => boolean,
): Promise<'applied' | 'known' | 'gap'> =>
  inOneGo(base, async () => {
    const held = await base.meta.get('version');
    if (!wanted()) return 'known';
    if (held === undefined || delta.version > held.version + 1) return 'gap';
    if (delta.version <= held.version) return 'known';
    await base.change.bulkPut([
      ...delta.gone.map((id) => ({ id, row: null })),
      ...delta.rows.map((row) => ({ id: row.id, row })),
    ]);
    await base.meta.put({ key: 'version', version: delta.version });
    return 'applied';
  });

/** Every open dossier by id, in one consistent look. Seen by live queries. */
export const readRows = (base: WorkingSetBase): Promise<Map<string, DossierRow>> =>
  base.dexie.transaction('r', base.block, base.change, async () => {
    const [blocks, changes] = await Promise.all([base.block.toArray(), base.change.toArray()]);
    const rows = new Map(blocks.flatMap((block) => block.rows.map((row) => [row.id, row])));
    for (const { id, row } of changes) {
      if (row === null) rows.delete(id);
      else rows.set(id, row);
    }
    return rows;
  });

export const emptyBase = (base: WorkingSetBase): Promise<void> =>
  inOneGo(base, async () => {
    await base.block.clear();
    await base.change.clear();
    await base.meta.clear();
  });
