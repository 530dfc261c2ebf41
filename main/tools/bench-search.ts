import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { fold } from '../../shared/text/fold.ts';
import { findDossiers, matchOf } from '../lookup/find.ts';
import { unlockSlot } from '../vault/clerk-slots.ts';
import { createDatabase, openDatabase, transaction } from '../vault/database.ts';
import { vaultPaths } from '../vault/folder.ts';

/**
 * As-you-type search in the vault beside bare FTS5: the same names, phones and codes in a keyed database of nothing else, newest 20
 * rows of a match, asked for as FTS5 is (the limit, as in the peers' harness), and once more with the vault's own question, which spares
 * FTS5 the reading of every word that begins with one letter. The same prefixes, in turns. `bench-search --seed DIR` prints one JSON
 * line; the seed is only read.
 */

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string' },
    blocks: { type: 'string', default: '10' },
    tmp: { type: 'string', default: tmpdir() },
  },
});
if (!options.seed) throw new Error('bench-search: --seed is needed');
const seed = z
  .object({ slotId: z.string(), password: z.string(), dossiers: z.number() })
  .parse(JSON.parse(readFileSync(join(options.seed, 'seed.json'), 'utf8')));
const folder = join(options.seed, 'vault');
const { databaseKey } = await unlockSlot(folder, seed.slotId, seed.password);
const vault = openDatabase(vaultPaths(folder).database, databaseKey);

interface Row {
  [column: string]: string | number;
  rowid: number;
  owner_name: string;
  phone: string;
  code: string;
  owner_id_number: string;
}
const rows = vault.prepare('SELECT rowid, owner_name, phone, code, owner_id_number FROM dossier').all<Row>();

const scratch = mkdtempSync(join(options.tmp, 'quay-search-'));
const bare = createDatabase(join(scratch, 'bare.db'), randomBytes(32));
bare.exec(`CREATE TABLE d (id INTEGER PRIMARY KEY, name TEXT, phone TEXT, code TEXT);
  CREATE VIRTUAL TABLE f USING fts5 (name, phone, code, ids, content = '', prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2')`);
for (let from = 0; from < rows.length; from += 5000)
  transaction(bare, () => {
    for (const row of rows.slice(from, from + 5000)) {
      bare.prepare('INSERT INTO d VALUES (?, ?, ?, ?)').run([row.rowid, row.owner_name, row.phone, row.code]);
      bare
        .prepare('INSERT INTO f (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, ?)')
        .run([row.rowid, fold(row.owner_name), row.phone, fold(row.code), row.owner_id_number]);
    }
  });
bare.exec("INSERT INTO f (f) VALUES ('optimize')");
const limit = bare.prepare(
  'SELECT d.* FROM (SELECT rowid AS r FROM f WHERE f MATCH ? ORDER BY rowid DESC LIMIT 20) JOIN d ON d.id = r',
);

const random = ((state: number) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
})(7);

/** What a clerk types: the start of a name (half without marks), of a phone, of a code's day and number. */
const typed = (): string => {
  const row = rows[Math.floor(random() * rows.length)];
  if (!row) return 'ng';
  const kind = random();
  if (kind < 0.6) {
    const part = row.owner_name.slice(0, 2 + Math.floor(random() * (row.owner_name.length - 1))).trim();
    return random() < 0.5 ? fold(part) : part;
  }
  if (kind < 0.8) return row.phone.slice(0, 4 + Math.floor(random() * 7));
  return row.code.slice(8, 8 + 4 + Math.floor(random() * 8));
};

const mine: number[] = [];
const theirs: number[] = [];
const sameQuestion: number[] = [];

/** Every word whole, the last as the beginning of one. */
const plainMatch = (text: string): string =>
  `${fold(text)
    .split(' ')
    .map((word) => `"${word}"`)
    .join(' ')}*`;
let found = 0;
const time = (into: number[], run: () => number): void => {
  const start = performance.now();
  const hits = run();
  into.push(performance.now() - start);
  if (hits > 0) found += 1;
};
for (let block = 0; block <= Number(options.blocks); block += 1) {
  const list = Array.from({ length: 100 }, typed);
  const turns = [
    () => {
      for (const text of list) time(mine, () => findDossiers(vault, text).rows.length);
    },
    () => {
      for (const text of list) time(theirs, () => limit.all([plainMatch(text)]).length);
    },
    () => {
      for (const text of list) time(sameQuestion, () => limit.all([matchOf(text) ?? '""']).length);
    },
  ];
  for (const turn of block % 2 === 0 ? turns : turns.reverse()) turn();
  // The first block fills the caches.
  if (block > 0) continue;
  for (const times of [mine, theirs, sameQuestion]) times.length = 0;
  found = 0;
}
const at = (list: readonly number[], share: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toPrecision(4));
};
const figures = (list: readonly number[]) => ({
  n: list.length,
  p50_ms: at(list, 0.5),
  p95_ms: at(list, 0.95),
});
const [ours, bareFigures, sameFigures] = [figures(mine), figures(theirs), figures(sameQuestion)];
const against = (limitFigures: typeof ours) => ({
  p95: Number((ours.p95_ms / limitFigures.p95_ms).toPrecision(3)),
  p50: Number((ours.p50_ms / limitFigures.p50_ms).toPrecision(3)),
});
process.stdout.write(
  `${JSON.stringify({
    name: 'search: in the vault, newest 20',
    dossiers: seed.dossiers,
    ...ours,
    limit: { name: 'bare FTS5, newest 20', ...bareFigures },
    times_limit: against(bareFigures),
    same_question: { ...sameFigures, times: against(sameFigures) },
    found: Number((found / (mine.length + theirs.length + sameQuestion.length)).toPrecision(3)),
    wanted: 'p95 ≤ 1.3 ×',
  })}\n`,
);
vault.close();
bare.close();
rmSync(scratch, { recursive: true, force: true });
