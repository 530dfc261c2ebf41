import type { ReadableDatabase } from './database.ts';
import { openForReading, pragmaNumber } from './database.ts';
import { VaultFault, withStorageFaults } from './faults.ts';

/** Tables without which the vault is not one. */
const neededTables = ['journal', 'draft', 'setting', 'access_log', 'attachment'];

/**
 * A first look at every opening, a few pages read: are the tables there, can the newest rows of the journal and the drafts be read. Throws vaultDamaged.
 */
export const checkQuickly = (db: ReadableDatabase): void =>
  withStorageFaults(() => {
    const tables = new Set(
      db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .all()
        .map((row) => row['name']),
    );
    if (!neededTables.every((table) => tables.has(table)))
      throw new VaultFault('vaultDamaged', { what: 'damaged' });
    db.prepare('SELECT * FROM journal ORDER BY pos DESC LIMIT 20').all();
    db.prepare('SELECT * FROM access_log ORDER BY pos DESC LIMIT 1').all();
    db.prepare('SELECT count(*) AS n FROM draft').get();
  });

export interface IntegrityReport {
  readonly sound: boolean;
  /** Pages whose seal is broken, counted from 1. */
  readonly brokenPages: readonly number[];
  /** SQLite's own findings about structure; names tables and pages, never their content. */
  readonly findings: readonly string[];
  readonly pages: number;
}

const brokenPagesOf = (db: ReadableDatabase): number[] =>
  db
    .pragma('cipher_integrity_check')
    .map((row) => Number(/page (\d+)/.exec(String(row['cipher_integrity_check']))?.[1] ?? 0));

const findingsLimit = 50;

/**
 * Reads every page, proves its seal, then checks the structure. Seconds on a large vault: for a worker, with the key. A page being checkpointed
 * meanwhile may look broken for a moment: only what is broken twice counts. `onStructure` is called between the two. Throws when the file cannot be opened at all.
 */
export const checkFully = (
  file: string,
  key: Uint8Array,
  onStructure: () => void = () => undefined,
): IntegrityReport => {
  const db = openForReading(file, key);
  try {
    const pages = withStorageFaults(() => pragmaNumber(db, 'page_count'));
    const first = brokenPagesOf(db);
    const again = new Set(first.length > 0 ? brokenPagesOf(db) : []);
    const brokenPages = first.filter((page) => again.has(page));
    // After one broken page SQLCipher answers nothing more on this handle: structure is checked only where every seal holds.
    onStructure();
    const findings =
      brokenPages.length > 0
        ? []
        : db
            .pragma(`integrity_check(${findingsLimit})`)
            .map((row) => String(row['integrity_check']))
            .filter((finding) => finding !== 'ok');
    return { sound: brokenPages.length === 0 && findings.length === 0, brokenPages, findings, pages };
  } finally {
    db.close();
  }
};
