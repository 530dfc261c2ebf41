import { gatherText, mergeText } from '../journal/dossier-text.ts';
import { checkpoint } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { layBallast } from '../vault/ballast.ts';
import { logFailure } from '../log.ts';
import { sweepDrafts } from '../intake/drafts.ts';
import type { Desk } from './desk.ts';
import { readMachineSettings } from './settings-store.ts';
import { backUpNow } from './back-up.ts';
import { checkVault, findDueCheck } from './check-vault.ts';
import { spareSlots } from './spare-slots.ts';

/** How long after the start the first check may run. */
const checkAfterMs = 10 * 60_000;
const everyMs = 20_000;
/** A few milliseconds of work: the counter's thread does it. */
const mergePages = 64;
/** Design §4: every two hours, and at the close of day. */
const backupEveryMs = 2 * 60 * 60_000;

/** Brings new words into the search index, drops pages that became dossiers, and moves the log into the database, so that no acceptance has to. */
export const tidy = (db: WritableDatabase): void => {
  mergeText(db, mergePages);
  sweepDrafts(db);
  checkpoint(db);
};

/** What main does when nobody is waiting: tidies the vault, lays the ballast, backs up. */
export const startChores = (desk: Desk): (() => void) => {
  const started = performance.now();
  let lastBackup = performance.now();
  let gathered: WritableDatabase | undefined;
  const chore = (): void => {
    const { cabinet } = desk;
    if (!cabinet) return;
    try {
      tidy(cabinet.db);
    } catch (error) {
      logFailure('checkpoint', error);
    }
    // Once an opening, which is once a day.
    if (performance.now() - started > checkAfterMs && gathered !== cabinet.db) {
      gathered = cabinet.db;
      try {
        gatherText(cabinet.db, mergePages);
      } catch (error) {
        logFailure('search index', error);
      }
    }
    spareSlots(desk);
    layBallast(desk.places.data).catch((error: unknown) => logFailure('ballast', error));
    // Never in the first minutes of a day, when people queue.
    if (performance.now() - started > checkAfterMs && findDueCheck(desk) !== undefined)
      checkVault(desk, findDueCheck(desk) === 'full').catch((error: unknown) => logFailure('check', error));
    const { backupFolder } = readMachineSettings(cabinet.db);
    if (backupFolder === '' || performance.now() - lastBackup < backupEveryMs) return;
    lastBackup = performance.now();
    backUpNow(desk).catch((error: unknown) => logFailure('backup', error));
  };
  const timer = setInterval(chore, everyMs);
  return () => clearInterval(timer);
};

/** The backup at the close of day, when a second place has been chosen and the vault was opened today. */
export const closeOfDay = async (desk: Desk): Promise<void> => {
  const { cabinet } = desk;
  if (!cabinet || readMachineSettings(cabinet.db).backupFolder === '') return;
  try {
    await backUpNow(desk);
  } catch (error) {
    logFailure('backup at close', error);
  }
};
