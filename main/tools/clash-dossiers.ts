import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import type { ResultArrived } from '../../shared/dossier/acts/events.ts';
import { continueJournal, record } from '../journal/journal.ts';
import { project } from '../journal/projections.ts';
import { unlockSlot } from '../vault/clerk-slots.ts';
import { checkpoint, openDatabase } from '../vault/database.ts';
import { vaultPaths } from '../vault/folder.ts';

/**
 * For measuring: two desks each entered a result for the same dossier before the line came back, as their rows meet in the feed; which
 * of the two stands only a ruling says. `clash-dossiers --dir DIR --count 7` does so to the newest dossiers of a vault that seed-vault
 * left, and prints their ids as JSON.
 */

const { values: options } = parseArgs({
  options: { dir: { type: 'string' }, count: { type: 'string', default: '7' } },
});
if (!options.dir) throw new Error('clash-dossiers: --dir is needed');
const folder = resolve(options.dir);
const seed = z
  .object({ slotId: z.string(), password: z.string(), lastAt: z.number() })
  .parse(JSON.parse(readFileSync(join(folder, 'seed.json'), 'utf8')));
const unlocked = await unlockSlot(join(folder, 'vault'), seed.slotId, seed.password);
const db = openDatabase(vaultPaths(join(folder, 'vault')).database, unlocked.databaseKey);
const ids = db
  .prepare('SELECT id FROM dossier ORDER BY rowid DESC LIMIT ?')
  .all<{ id: string }>([Number(options.count)])
  .map(({ id }) => id);

const resultOf = (desk: number): ResultArrived => ({
  command: randomUUID(),
  at: seed.lastAt,
  businessDay: localDateAt(seed.lastAt),
  desk,
  clerkName: 'Cán bộ Mẫu',
  approved: desk === 1,
  number: `${desk}/XN-UBND`,
  date: localDateAt(seed.lastAt),
  summary: 'Kết quả mẫu',
  signer: 'Lê Văn Mẫu',
  files: [],
  replaces: null,
});

record(
  continueJournal(db),
  { clerk: unlocked.clerkId, signer: unlocked.signer, role: 'reception', office: 'H55.242', desk: 1 },
  {
    at: seed.lastAt,
    recordedAt: seed.lastAt,
    clock: 'ok',
    rules: { catalogue: '', calendar: '', forms: '' },
  },
  ids.flatMap((subject) =>
    [1, 2].map((desk) => ({
      subject,
      event: { type: 'resultArrived' as const, v: 1 as const, payload: resultOf(desk) },
    })),
  ),
  (rows) => {
    for (const row of rows) project(db, row);
  },
);
checkpoint(db);
db.close();
process.stdout.write(`${JSON.stringify(ids)}\n`);
