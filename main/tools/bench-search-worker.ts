import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import type { DossierRow } from '../../shared/contract.ts';
import { standingAtIntake } from '../../shared/dossier/summary.ts';
import { fold } from '../../shared/text/fold.ts';
import { mergeText } from '../journal/dossier-text.ts';
import { findDossiers } from '../lookup/find.ts';
import { checkpoint, createDatabase, transaction } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { migrate } from '../vault/migrations/index.ts';

/**
 * A worker of the peers' search bench: {cmd: 'load', n, file}, then {cmd: 'query', list}; the rows are the vault's own tables. Its
 * argument: the harness's module.
 */

const message = z.union([
  z.object({ cmd: z.literal('ping') }),
  z.object({ cmd: z.literal('load'), n: z.number(), file: z.string() }),
  z.object({ cmd: z.literal('query'), list: z.array(z.string()) }),
]);

let db: WritableDatabase | undefined;

/** The harness's own dossiers, by the module it makes them in: every contender answers the same questions about the same rows. */
const dossier = z.object({ id: z.number(), code: z.string(), name: z.string(), phone: z.string() });
const harness = z.object({ dossiers: z.function({ input: [z.number()], output: z.array(dossier) }) });

const summaryOf = ({ id, code, name, phone }: z.infer<typeof dossier>): DossierRow => ({
  id: `bench-${id}`,
  code,
  procedure: '1.004873',
  procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  ownerName: name,
  submitterName: '',
  phone,
  idNumber: '',
  receivedAt: 1_790_000_000_000 + id * 60_000,
  dueAt: null,
  businessDay: '2026-11-23',
  status: 'accepted',
  printed: true,
  held: false,
  clerkName: '',
  parked: false,
  ...standingAtIntake({ status: 'accepted', dueAt: null }),
});

const load = async (n: number, file: string): Promise<{ ms: number; disk_mb: number }> => {
  const all = harness.parse(await import(pathToFileURL(process.argv[2] ?? '').href)).dossiers(n);
  rmSync(file, { force: true });
  const started = performance.now();
  const made = createDatabase(file, randomBytes(32));
  migrate(made);
  for (let from = 0; from < n; from += 5000)
    transaction(made, () => {
      for (const one of all.slice(from, from + 5000)) {
        const row = summaryOf(one);
        made
          .prepare(
            `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
               owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
             VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, '', ?, 'accepted', 0, '', 1, ?, ?)`,
          )
          .run([
            one.id,
            row.id,
            row.code,
            row.receivedAt,
            row.businessDay,
            row.procedure,
            row.ownerName,
            fold(row.ownerName),
            row.phone,
            JSON.stringify(row),
            one.id,
          ]);
        made
          .prepare("INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, '')")
          .run([one.id, fold(row.ownerName), row.phone, fold(row.code)]);
      }
    });
  mergeText(made, 1_000_000);
  checkpoint(made);
  db = made;
  return { ms: performance.now() - started, disk_mb: Number((statSync(file).size / 1_048_576).toFixed(1)) };
};

const query = (list: readonly string[]): { ms: number[]; found: number } => {
  const open = db;
  if (!open) throw new Error('load first');
  let found = 0;
  const ms = list.map((text) => {
    const started = performance.now();
    if (findDossiers(open, text).rows.length > 0) found += 1;
    return performance.now() - started;
  });
  return { ms, found };
};

const answerTo = async (asked: z.infer<typeof message>): Promise<object> => {
  if (asked.cmd === 'load') return load(asked.n, asked.file);
  return asked.cmd === 'query' ? query(asked.list) : {};
};

process.on('message', (raw: unknown) => {
  answerTo(message.parse(raw)).then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
