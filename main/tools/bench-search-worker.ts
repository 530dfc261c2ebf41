import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import * as z from 'zod';
import type { DossierRow } from '../../shared/contract.ts';
import { standingAtIntake } from '../../shared/dossier/summary.ts';
import { fold } from '../../shared/text/fold.ts';
import { mergeText } from '../journal/dossier-text.ts';
import { findDossiers } from '../lookup/find.ts';
import { checkpoint, createDatabase, transaction } from '../vault/database.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { migrate } from '../vault/migrations/index.ts';

/** A worker of the peers' search bench: {cmd: 'load', n, file}, then {cmd: 'query', list}; the rows are the vault's own tables. */

const message = z.union([
  z.object({ cmd: z.literal('ping') }),
  z.object({ cmd: z.literal('load'), n: z.number(), file: z.string() }),
  z.object({ cmd: z.literal('query'), list: z.array(z.string()) }),
]);

let db: WritableDatabase | undefined;

/** Names, phones and codes by a fixed generator: plainly made up. */
const random = ((state: number) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
})(7);
const pick = (list: string): string => {
  const words = list.split(' ');
  return words[Math.floor(random() * words.length)] ?? '';
};

const summaryOf = (index: number): DossierRow => ({
  id: `bench-${index}`,
  code: `HS26-${String(index).padStart(6, '0')}`,
  procedure: '1.004873',
  procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  ownerName: `${pick('Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ')} ${pick('Văn Thị Hữu Đức Minh Ngọc Thanh')} ${pick('An Bình Chi Dũng Giang Hà Hùng Lan Long Mai Nam')}`,
  submitterName: '',
  phone: `09${String(Math.floor(random() * 1e8)).padStart(8, '0')}`,
  idNumber: '',
  receivedAt: 1_790_000_000_000 + index * 60_000,
  dueAt: null,
  businessDay: '2026-11-23',
  status: 'accepted',
  printed: true,
  held: false,
  clerkName: '',
  parked: false,
  ...standingAtIntake({ status: 'accepted', dueAt: null }),
});

const load = (n: number, file: string): { ms: number; disk_mb: number } => {
  rmSync(file, { force: true });
  const started = performance.now();
  const made = createDatabase(file, randomBytes(32));
  migrate(made);
  for (let from = 1; from <= n; from += 5000)
    transaction(made, () => {
      for (let index = from; index < Math.min(from + 5000, n + 1); index += 1) {
        const row = summaryOf(index);
        made
          .prepare(
            `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
               owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
             VALUES (?, ?, ?, ?, NULL, ?, ?, ?, ?, '', ?, 'accepted', 0, '', 1, ?, ?)`,
          )
          .run([
            index,
            row.id,
            row.code,
            row.receivedAt,
            row.businessDay,
            row.procedure,
            row.ownerName,
            fold(row.ownerName),
            row.phone,
            JSON.stringify(row),
            index,
          ]);
        made
          .prepare("INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, '')")
          .run([index, fold(row.ownerName), row.phone, fold(row.code)]);
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

process.on('message', (raw: unknown) => {
  const asked = message.parse(raw);
  const answer =
    asked.cmd === 'load' ? load(asked.n, asked.file) : asked.cmd === 'query' ? query(asked.list) : {};
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
