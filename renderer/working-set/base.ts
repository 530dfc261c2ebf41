import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { DossierRow, Telling, WorkingSet } from '../../shared/contract.ts';

/** What main sends after each commit: rows to put and ids gone, its version one above the last. */
export type Delta = Extract<Telling, { kind: 'delta' }>;

interface Meta {
  key: 'version';
  version: number;
}

/**
 * The counter top: open dossiers as main last told them, for lists that redraw by themselves. It lives in the session's in-memory
 * partition, is shared by every window and emptied when the counter locks. The truth is the vault.
 */
export interface WorkingSetBase {
  dexie: Dexie;
  dossier: Table<DossierRow, string>;
  meta: Table<Meta, 'version'>;
}

/** `cache: 'disabled'`: live queries over bulk writes doubled rows or stood still with it (dexie/Dexie.js issues 2012 and 2067). */
export const openWorkingSet = (name: string): WorkingSetBase => {
  const dexie = new Dexie(name, { cache: 'disabled', chromeTransactionDurability: 'relaxed' });
  dexie.version(1).stores({ dossier: 'id, code, dueAt, receivedAt, status, businessDay', meta: 'key' });
  return { dexie, dossier: dexie.table('dossier'), meta: dexie.table('meta') };
};

const inOneGo = <T>({ dexie, dossier, meta }: WorkingSetBase, work: () => Promise<T>): Promise<T> =>
  dexie.transaction('rw', dossier, meta, work);

/** Replaces everything by a snapshot, unless another window has already put this one or a newer one there. */
export const takeSnapshot = (
  base: WorkingSetBase,
  set: WorkingSet,
  wanted: () => boolean,
): Promise<'taken' | 'known'> =>
  inOneGo(base, async () => {
    const held = await base.meta.get('version');
    if (!wanted() || (held !== undefined && held.version >= set.version)) return 'known';
    await base.dossier.clear();
    await base.dossier.bulkAdd(set.rows);
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
    await base.dossier.bulkDelete(delta.gone);
    await base.dossier.bulkPut(delta.rows);
    await base.meta.put({ key: 'version', version: delta.version });
    return 'applied';
  });

export const emptyBase = (base: WorkingSetBase): Promise<void> =>
  inOneGo(base, async () => {
    await base.dossier.clear();
    await base.meta.clear();
  });
