import { existsSync, readdirSync, statSync, statfsSync } from 'node:fs';
import { release } from 'node:os';
import { join, relative } from 'node:path';
import { VaultFault } from './faults.ts';
import { vaultPaths } from './folder.ts';
import { readDatabaseSalt } from './found-vault.ts';
import type { IntegrityReport } from './integrity.ts';
import { checkFully } from './integrity.ts';
import { readSlots } from './slots.ts';

/** What a supporter needs to judge a damaged vault, and nothing about any citizen or clerk: sizes, states, fault codes. */
export interface Diagnostic {
  readonly at: number;
  readonly application: string;
  readonly system: string;
  readonly freeBytes: number;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly changedAt: number }[];
  readonly slots: {
    readonly state: string;
    readonly generation: number;
    readonly brokenCopies: number;
    readonly kinds: string[];
  };
  /** How the database file begins: 'plain' would be an unencrypted one, 'zeros' a lost write. */
  readonly databaseBegins: 'absent' | 'empty' | 'zeros' | 'plain' | 'known salt' | 'other salt';
  readonly integrity: IntegrityReport | string;
}

/** Files of the data folder, attachments counted as one. */
const listFiles = (folder: string): { name: string; bytes: number; changedAt: number }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(vaultPaths(folder).attachments))
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return { name: relative(folder, path), bytes: size, changedAt: Math.floor(mtimeMs) };
    });

const faultText = (error: unknown): string =>
  error instanceof VaultFault ? error.message : error instanceof Error ? error.name : 'unknown';

const describeSlots = (folder: string): Diagnostic['slots'] & { salt: string } => {
  try {
    const { body, generation, brokenCopies } = readSlots(folder);
    return {
      state: 'good',
      generation,
      brokenCopies,
      kinds: body.slots.map(({ kind }) => kind),
      salt: body.databaseSalt,
    };
  } catch (error) {
    return { state: faultText(error), generation: 0, brokenCopies: 2, kinds: [], salt: '' };
  }
};

const describeBeginning = (file: string, knownSalt: string): Diagnostic['databaseBegins'] => {
  if (!existsSync(file)) return 'absent';
  if (statSync(file).size === 0) return 'empty';
  const salt = readDatabaseSalt(file);
  if (salt === knownSalt) return 'known salt';
  if (/^0*$/.test(salt)) return 'zeros';
  return salt.startsWith(Buffer.from('SQLite').toString('hex')) ? 'plain' : 'other salt';
};

const describeIntegrity = (file: string, databaseKey: Uint8Array | undefined): Diagnostic['integrity'] => {
  if (databaseKey === undefined) return 'not checked: no key';
  try {
    return checkFully(file, databaseKey);
  } catch (error) {
    return faultText(error);
  }
};

/** Takes the picture; with the key also of the database's inside. Reads only. */
export const makeDiagnostic = (
  folder: string,
  about: { readonly now: number; readonly application: string; readonly databaseKey?: Uint8Array },
): Diagnostic => {
  const { database } = vaultPaths(folder);
  const { salt, ...slots } = describeSlots(folder);
  const { bavail, bsize } = statfsSync(folder);
  return {
    at: about.now,
    application: about.application,
    system: `${process.platform} ${process.arch} ${release()}`,
    freeBytes: bavail * bsize,
    files: listFiles(folder),
    slots,
    databaseBegins: describeBeginning(database, salt),
    integrity: describeIntegrity(database, about.databaseKey),
  };
};
