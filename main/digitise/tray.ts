import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ScanTray, TrayFile } from '../../shared/contract.ts';
import type { AttachmentRef } from '../../shared/dossier/form.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { findSetting, saveSetting } from '../desk/settings-store.ts';
import { readJson } from '../journal/json.ts';
import { logFailure } from '../log.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { VaultFault } from '../vault/faults.ts';
import { takeIn } from './take-in.ts';

/**
 * The folder a scanner's own program saves into. A file leaves it only when a dossier that holds its content is committed: until then it is
 * the only copy that a lost draft would leave.
 */

/** A file taken to a page being filled, and the attachment that holds its content now. */
interface Claim {
  path: string;
  size: number;
  changedAt: number;
  hash: string;
}

/** A scanner writes for a while: what changed just now is not whole yet. */
const restMs = 1500;
const mostShown = 200;
const endings = /\.(?:pdf|jpe?g|png|tiff?)$/iu;

const isClaims = (value: unknown): value is Claim[] =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'hash' in one);

const claimsIn = (db: ReadableDatabase): Claim[] => {
  const body = findSetting(db, 'scanClaims');
  return body === undefined ? [] : readJson(body, isClaims);
};

const saveClaims = (db: WritableDatabase, claims: readonly Claim[]): void =>
  saveSetting(db, 'scanClaims', JSON.stringify(claims));

export const trayFolder = (db: ReadableDatabase): string => findSetting(db, 'scanFolder') ?? '';

export const watchFolder = (db: WritableDatabase, folder: string): void =>
  saveSetting(db, 'scanFolder', folder);

/** Size and time of a file, or null when it is not a file that can be read. */
const lookAt = (path: string): { size: number; changedAt: number } | null => {
  try {
    const found = statSync(path);
    return found.isFile() ? { size: found.size, changedAt: Math.trunc(found.mtimeMs) } : null;
  } catch {
    return null;
  }
};

const isSame = (claim: Claim, found: ReturnType<typeof lookAt>): boolean =>
  found?.size === claim.size && found.changedAt === claim.changedAt;

/** A folder on the network may be gone or may forbid it: the file stays, taken and unseen, until a later look. */
const isRemoved = (path: string): boolean => {
  try {
    rmSync(path, { force: true });
    return true;
  } catch (error) {
    logFailure('scan folder', error);
    return false;
  }
};

/** Removes the files whose content a committed dossier holds: after its commit, and, for a cut between the two, whenever the tray is looked at. */
export const emptyTray = (desk: Desk): void => {
  const { db } = getCabinet(desk);
  const claims = claimsIn(db);
  if (claims.length === 0) return;
  const isKept = db.prepare('SELECT 1 AS one FROM attachment WHERE hash = ? LIMIT 1');
  const left = claims.filter((claim) => {
    if (isKept.get([claim.hash]) === undefined) return true;
    // A new scan under the old name is another paper.
    return isSame(claim, lookAt(claim.path)) && !isRemoved(claim.path);
  });
  if (left.length < claims.length) saveClaims(db, left);
};

const waitingIn = (folder: string, claims: readonly Claim[]): TrayFile[] => {
  const names = readdirSync(folder).filter((name) => endings.test(name) && !name.startsWith('.'));
  return names
    .flatMap((name) => {
      const path = join(folder, name);
      const found = lookAt(path);
      if (!found || Date.now() - found.changedAt < restMs) return [];
      const isTaken = claims.some((claim) => claim.path === path && isSame(claim, found));
      return isTaken ? [] : [{ name, ...found }];
    })
    .sort((a, b) => a.changedAt - b.changedAt)
    .slice(0, mostShown);
};

/** What lies in the watched folder and is not taken yet. Throws scanFolderGone when it cannot be read. */
export const trayOf = (desk: Desk): ScanTray => {
  const { db } = getCabinet(desk);
  const folder = trayFolder(db);
  if (folder === '') return { folder, files: [] };
  emptyTray(desk);
  try {
    return { folder, files: waitingIn(folder, claimsIn(db)) };
  } catch (error) {
    throw new VaultFault('scanFolderGone', { folder }, error);
  }
};

/** Takes one of the waiting files into the vault; it stays in the folder, unseen, until a dossier with it is committed. */
export const takeFromTray = async (desk: Desk, name: string, script?: URL): Promise<AttachmentRef> => {
  const { db } = getCabinet(desk);
  const { folder, files } = trayOf(desk);
  // Only what was listed: a name never leads out of the folder.
  const file = files.find((one) => one.name === name);
  if (!file) throw new VaultFault('fileUnreadable', { name });
  const path = join(folder, file.name);
  const ref = await takeIn(desk, { path }, script);
  const claim = { path, size: file.size, changedAt: file.changedAt, hash: ref.hash };
  saveClaims(db, [...claimsIn(db).filter((one) => one.path !== path), claim]);
  return ref;
};

/** After sheets were put together: claims follow their content into the new file, and a file whose sheets were all taken out waits again. */
export const moveClaims = (
  db: WritableDatabase,
  before: readonly string[],
  used: readonly string[],
  made: string | null,
): void => {
  const claims = claimsIn(db);
  const moved = claims.flatMap((claim) => {
    if (!before.includes(claim.hash)) return [claim];
    if (!used.includes(claim.hash)) return [];
    return [made === null ? claim : { ...claim, hash: made }];
  });
  if (claims.length > 0) saveClaims(db, moved);
};
