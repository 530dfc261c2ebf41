import type { LastCheck } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { note } from '../log.ts';
import { checkInWorker } from '../vault/check-worker.ts';
import { VaultFault } from '../vault/faults.ts';
import { getCabinet } from './desk.ts';
import type { Desk } from './desk.ts';
import { findLastCheck, readMachineSettings, saveLastCheck } from './settings-store.ts';
import { tellStrip } from './status.ts';

let running: { full: boolean; found: Promise<LastCheck> } | undefined;

/** A full check takes about as long as the one before, page for page; null when there was none. */
const expectedMs = (last: LastCheck | null, pages: number): number | null =>
  last && last.fullTook > 0 && last.fullPages > 0 ? (last.fullTook * pages) / last.fullPages : null;

const check = async (desk: Desk, full: boolean): Promise<LastCheck> => {
  const cabinet = getCabinet(desk);
  const last = findLastCheck(cabinet.db);
  const expected = expectedMs(last, last?.pages ?? 0);
  const tell = (step: 1 | 2): void => desk.tell({ kind: 'check', step, expected });
  if (full) tell(1);
  const { databaseKey } = cabinet;
  const now = desk.clock.now();
  const found = await checkInWorker({ folder: desk.places.data, databaseKey, full, now }, () => tell(2));
  const { took, ...seen } = found;
  const state: LastCheck = {
    ...seen,
    at: now,
    fullAt: full ? now : (last?.fullAt ?? 0),
    fullTook: full ? took : (last?.fullTook ?? 0),
    fullPages: full ? found.pages : (last?.fullPages ?? 0),
    // A first look that finds nothing does not unsay what a full one found.
    sound: seen.sound && (full || last?.sound !== false),
  };
  note('vault checked', { full, sound: state.sound, pages: state.pages, strays: state.strayFiles });
  // The counter may have been shut meanwhile: the answer still stands, only nobody writes it down.
  if (desk.cabinet === cabinet) {
    saveLastCheck(cabinet.db, state);
    tellStrip(desk);
  }
  return state;
};

/** Looks through the vault in a worker; one at a time. Who asks for all of it while a first look is under way gets all of it after that. */
export const checkVault = async (desk: Desk, full: boolean): Promise<Result<LastCheck>> => {
  const before = running;
  if (before && (before.full || !full)) return succeed(await before.found);
  await before?.found.catch(() => undefined);
  const found = check(desk, full).finally(() => {
    running = undefined;
  });
  running = { full, found };
  return succeed(await found);
};

const dayMs = 24 * 60 * 60_000;

/** What an idle moment owes: a first look each day; all of it each week where no backup reads every page anyway. */
export const findDueCheck = (desk: Desk): 'quick' | 'full' | undefined => {
  const { db } = getCabinet(desk);
  const last = findLastCheck(db);
  const now = desk.clock.now();
  const since = (at: number): number => Math.abs(now - at);
  if (readMachineSettings(db).backupFolder === '' && since(last?.fullAt ?? 0) > 7 * dayMs) return 'full';
  return since(last?.at ?? 0) > dayMs ? 'quick' : undefined;
};

/** From a check that found damage to the screen of the ways out: the vault is shut, nothing is changed. */
export const openWaysOut = (desk: Desk): Result<null> => {
  if (findLastCheck(getCabinet(desk).db)?.sound !== false) return fail('vaultExists');
  desk.noteStorageFault(new VaultFault('vaultDamaged', { what: 'damaged' }));
  return succeed(null);
};
