import type { ReadableDatabase, WritableDatabase } from '../database.ts';
import { pragmaNumber, transaction } from '../database.ts';
import { VaultFault } from '../faults.ts';
import type { Migration } from './migration.ts';
import { openTheCabinet } from './0010-open-the-cabinet.ts';
import { dropDoubledIndexes } from './0020-drop-doubled-indexes.ts';
import { listTheActs } from './0030-list-the-acts.ts';
import { rememberTheActs } from './0040-remember-the-acts.ts';
import { keepTheRegister } from './0050-keep-the-register.ts';
import { knowTheBankLines } from './0060-know-the-bank-lines.ts';
import { findDeedsByDay } from './0080-find-deeds-by-day.ts';
import { markWhatIsToDo } from './0090-mark-what-is-to-do.ts';
import { holdFreshText } from './0120-hold-fresh-text.ts';
import { syncWithTheProvince } from './0130-sync-with-the-province.ts';
import { keepTheLists } from './0140-keep-the-lists.ts';
import { settleWhatNeedsYou } from './0151-settle-what-needs-you.ts';
import { sendTheFiles } from './0152-send-the-files.ts';
import { keepTheSignatures } from './0160-keep-the-signatures.ts';
import { sealTheDays } from './0180-seal-the-days.ts';
import { holdWhatWasFiledOnline } from './0190-hold-what-was-filed-online.ts';
import { giveBackWhatIsLost } from './0195-give-back-what-is-lost.ts';
import { knowTheDrafts } from './0200-know-the-drafts.ts';
import { listTheUnsigned } from './0210-list-the-unsigned.ts';
import { keepTheTrackingLines } from './0220-keep-the-tracking-lines.ts';

export const MIGRATIONS: readonly Migration[] = [
  openTheCabinet,
  dropDoubledIndexes,
  listTheActs,
  rememberTheActs,
  keepTheRegister,
  knowTheBankLines,
  findDeedsByDay,
  markWhatIsToDo,
  holdFreshText,
  syncWithTheProvince,
  keepTheLists,
  settleWhatNeedsYou,
  sendTheFiles,
  keepTheSignatures,
  sealTheDays,
  holdWhatWasFiledOnline,
  giveBackWhatIsLost,
  knowTheDrafts,
  listTheUnsigned,
  keepTheTrackingLines,
];

const newestVersion = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0;

/** Throws unless the numbers rise strictly: a step slipped in between would never run where its successor has. */
export const assertRising = (steps: readonly Migration[]): void => {
  let previous = 0;
  for (const { version, name } of steps) {
    if (version <= previous)
      throw new Error(`vault: migration ${version} (${name}) may not follow ${previous}`);
    previous = version;
  }
};

/** Throws `vaultNewer` {found, known} for a database written by a later release. It is opened by updating, never by deleting. */
export const refuseNewer = (db: ReadableDatabase, steps: readonly Migration[] = MIGRATIONS): void => {
  const found = pragmaNumber(db, 'user_version');
  const known = newestVersion(steps);
  if (found > known) throw new VaultFault('vaultNewer', { found, known });
};

/** The steps a database still lacks. */
const pendingSteps = (db: ReadableDatabase, steps: readonly Migration[]): readonly Migration[] => {
  const from = pragmaNumber(db, 'user_version');
  return steps.filter(({ version }) => version > from);
};

/** Whether `migrate` would change a database that already holds something. */
export const awaitsMigration = (db: ReadableDatabase, steps: readonly Migration[] = MIGRATIONS): boolean =>
  pragmaNumber(db, 'user_version') > 0 && pendingSteps(db, steps).length > 0;

/** Brings the database to the newest shape, all pending steps or none. Returns the version before and after. */
export const migrate = (
  db: WritableDatabase,
  steps: readonly Migration[] = MIGRATIONS,
): { from: number; to: number } => {
  assertRising(steps);
  refuseNewer(db, steps);
  const from = pragmaNumber(db, 'user_version');
  const pending = pendingSteps(db, steps);
  if (pending.length === 0) return { from, to: from };
  const to = newestVersion(pending);
  transaction(db, () => {
    for (const step of pending) step.up(db);
    db.exec(`PRAGMA user_version = ${to}`);
  });
  return { from, to };
};
