import { useLiveQuery } from 'dexie-react-hooks';
import { create } from 'zustand';
import type { DossierRow } from '../shared/contract.ts';
import { askMain, listen } from './bridge.ts';
import { applyDelta, emptyBase, openWorkingSet, readRows, takeSnapshot } from './working-set/base.ts';
import type { Delta } from './working-set/base.ts';

/** 'failed': the browser's database would not open; screens then ask main (`dossier.list`) instead. */
export const useWorkingSet = create<{ state: 'empty' | 'ready' | 'failed' }>()(() => ({ state: 'empty' }));

const base = openWorkingSet('counter');

/** Rises at every start and emptying: work begun before it must not write after it. */
let generation = 0;
let queue: Promise<unknown> = Promise.resolve();
let stopListening: () => void = () => undefined;

/** One after another, in the order main told them. */
const inTurn = (job: () => Promise<void>): Promise<void> => {
  const next = queue.then(job, job);
  queue = next.catch(() => undefined);
  return next;
};

const showState = (state: 'empty' | 'ready' | 'failed') => {
  useWorkingSet.setState({ state });
  document.documentElement.dataset['workingSet'] = state;
};

const refill = async (wanted: () => boolean): Promise<void> => {
  // Whoever has left by then: the next one's filling waits for its turn behind this one.
  const answer = await askMain('workingSet.get', {});
  if (!answer.ok || !wanted()) return;
  try {
    await takeSnapshot(base, answer.value, wanted);
  } catch {
    // A browser database that will not open is thrown away and filled anew: nothing in it is the only copy.
    await base.dexie.delete();
    await base.dexie.open();
    await takeSnapshot(base, answer.value, wanted);
  }
};

const follow = async (delta: Delta, wanted: () => boolean): Promise<void> => {
  if (!wanted()) return;
  if ((await applyDelta(base, delta, wanted)) === 'gap') await refill(wanted);
};

/** Fills the working set after sign-in and keeps it in step; resolves when lists can be drawn from it. */
export const startWorkingSet = async (): Promise<void> => {
  generation += 1;
  const mine = generation;
  const wanted = () => generation === mine;
  const failed = () => {
    if (wanted()) showState('failed');
  };
  stopListening();
  stopListening = listen((telling) => {
    if (telling.kind === 'delta') inTurn(() => follow(telling, wanted)).catch(failed);
  });
  try {
    await inTurn(() => refill(wanted));
    if (!wanted()) return;
    showState('ready');
    performance.mark('quay-working-set');
  } catch {
    failed();
  }
};

/** Takes every citizen's data off the counter top: at locking and switching. */
export const emptyWorkingSet = async (): Promise<void> => {
  generation += 1;
  stopListening();
  stopListening = () => undefined;
  showState('empty');
  await inTurn(async () => {
    try {
      await emptyBase(base);
    } catch {
      await base.dexie.delete();
      await base.dexie.open();
    }
  });
};

/** The open dossiers, as a live query may read them. */
export interface OpenDossiers {
  toArray(): Promise<DossierRow[]>;
  /** In the order of the ids; undefined where one is not open. */
  bulkGet(ids: readonly string[]): Promise<(DossierRow | undefined)[]>;
}

const openDossiers: OpenDossiers = {
  toArray: async () => [...(await readRows(base)).values()],
  bulkGet: async (ids) => {
    const rows = await readRows(base);
    return ids.map((id) => rows.get(id));
  },
};

/** What `query` finds among the open dossiers, again after every change; undefined until the first answer. */
export const useLiveRows = <T>(
  query: (dossiers: OpenDossiers) => Promise<T> | T,
  deps: readonly unknown[],
): T | undefined => useLiveQuery(() => query(openDossiers), [...deps]);

/** The dossier whose receipt was handed out last; undefined before the first. */
export const findNewestPrinted = async (): Promise<DossierRow | undefined> =>
  [...(await readRows(base)).values()]
    .filter(({ status }) => status === 'accepted')
    .reduce<DossierRow | undefined>(
      (newest, row) => (newest === undefined || row.receivedAt > newest.receivedAt ? row : newest),
      undefined,
    );
