import * as z from 'zod';
import { readChainPayload } from '../../shared/journal/chain-payload.ts';
import { readHeader } from '../../shared/journal/header.ts';
import { fromHex, genesisHash, toHex } from '../../shared/journal/row.ts';
import type { Bytes, JournalRow, RowHeader } from '../../shared/journal/row.ts';
import { followSigners } from '../../shared/journal/signers.ts';
import type { FeedEntry } from '../../shared/sync/feed.ts';
import { provinceClerk, provinceDesk } from '../../shared/sync/province.ts';
import { placeRow, takeSentRow } from '../../shared/sync/wire.ts';
import type { PlacedRow } from '../../shared/sync/wire.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { findEnrolment } from './enrolment.ts';

/** A row of another desk as it will be kept; not `proved`: kept, and folded into nothing. */
export interface Foreign {
  entry: FeedEntry;
  row: PlacedRow;
  header: RowHeader | undefined;
  proved: boolean;
}

const keyList = z.array(z.string());

const keysOf = (db: ReadableDatabase, desk: number): Record<string, string[]> =>
  Object.fromEntries(
    db
      .prepare('SELECT clerk, keys FROM other_clerk WHERE desk = ?')
      .all<{ clerk: string; keys: string }>([desk])
      .map(({ clerk, keys }) => [clerk, keyList.parse(JSON.parse(keys))]),
  );

const clerkName = z
  .object({ founder: z.object({ id: z.string(), name: z.string() }) })
  .or(z.object({ clerk: z.object({ id: z.string(), name: z.string() }) }));

/** The province's own rows are believed by the key that was pinned, and by no word of a row. */
const pinnedKeys = (db: WritableDatabase): Record<string, string[]> => {
  const enrolment = findEnrolment(db);
  if (!enrolment) return {};
  db.prepare(
    `INSERT INTO other_clerk (desk, clerk, name, keys) VALUES (?, ?, ?, '[]')
     ON CONFLICT (desk, clerk) DO UPDATE SET name = excluded.name`,
  ).run([provinceDesk, provinceClerk, enrolment.hubName]);
  return { [provinceClerk]: [enrolment.hubKey] };
};

const saveKeys = (
  db: WritableDatabase,
  desk: number,
  keys: Readonly<Record<string, readonly string[]>>,
): void => {
  for (const [clerk, known] of Object.entries(keys))
    db.prepare(
      `INSERT INTO other_clerk (desk, clerk, name, keys) VALUES (?, ?, '', ?)
       ON CONFLICT (desk, clerk) DO UPDATE SET keys = excluded.keys`,
    ).run([desk, clerk, JSON.stringify(known)]);
};

/** What her own desk calls her, for the history of a dossier she worked on. */
const saveName = (db: WritableDatabase, { header, row }: Foreign): void => {
  if (!header || row.payload === null) return;
  if (header.type !== 'officeFounded' && header.type !== 'clerkEnrolled') return;
  const read = clerkName.safeParse(JSON.parse(row.payload));
  if (!read.success) return;
  const { id, name } = 'founder' in read.data ? read.data.founder : read.data.clerk;
  db.prepare(
    `INSERT INTO other_clerk (desk, clerk, name, keys) VALUES (?, ?, ?, '[]')
     ON CONFLICT (desk, clerk) DO UPDATE SET name = excluded.name`,
  ).run([header.desk, id, name]);
};

/** The hash a row of another desk must continue: what this desk holds of that desk, or what is being taken in with it. */
const previousOf = (
  db: ReadableDatabase,
  header: RowHeader,
  payload: string | null,
  fresh: ReadonlyMap<string, Bytes>,
  own: number,
): Bytes | undefined => {
  const hashAt = (epoch: string, seq: number): Bytes | undefined => {
    const now = fresh.get(`${epoch} ${seq}`);
    if (now) return now;
    const heldIn = (table: string) =>
      db
        .prepare(`SELECT lower(hex(hash)) AS hash FROM ${table} WHERE epoch = ? AND seq = ? LIMIT 1`)
        .get<{ hash: string }>([epoch, seq]);
    const held = heldIn('pulled') ?? (header.desk === own ? heldIn('journal') : undefined);
    return held && fromHex(held.hash);
  };
  if (header.seq > 1) return hashAt(header.epoch, header.seq - 1);
  const opened = readChainPayload(header, payload);
  if (opened?.kind !== 'epoch') return undefined;
  if (opened.parent === null) return genesisHash;
  const parent = hashAt(opened.parent.epoch, opened.parent.seq);
  return parent && toHex(parent) === opened.parent.hash ? parent : undefined;
};

const asJournalRow = (pos: number, row: PlacedRow): JournalRow => ({
  pos,
  header: row.header,
  salt: row.salt,
  payload: row.payload,
  commitment: row.commitment,
  hash: row.hash,
  signature: row.signature,
});

/**
 * Proves rows the hub passes on: chained to what is held of their desk, signed by a clerk that desk's own rows have told of. The hub is
 * not taken at its word. Inside the caller's transaction: the keys they bring are kept. `own` is this desk's number: rows
 * of it that the journal lost are taken as the hub shows them.
 */
export const proveForeign = (db: WritableDatabase, entries: readonly FeedEntry[], own: number): Foreign[] => {
  const fresh = new Map<string, Bytes>();
  const byDesk = new Map<number, { signers: ReturnType<typeof followSigners>; faults: Set<number> }>();
  const signersOf = (desk: number) => {
    const known = byDesk.get(desk);
    if (known) return known;
    const faults = new Set<number>();
    // A desk's number goes to a new vault when its PC is replaced. An epoch opened after a recovery is signed with a key the next row tells; it folds into nothing either way.
    const signers = followSigners(
      chainCrypto,
      desk === provinceDesk ? pinnedKeys(db) : keysOf(db, desk),
      ({ pos, header }) => {
        if (readHeader(header)?.type !== 'epochOpened') faults.add(pos);
      },
      desk !== provinceDesk,
    );
    byDesk.set(desk, { signers, faults });
    return { signers, faults };
  };
  const taken = entries.flatMap((entry): Foreign[] => {
    const sent = takeSentRow(entry.row);
    if (!sent) return [];
    const header = readHeader(sent.header);
    const previous = header && previousOf(db, header, sent.payload, fresh, own);
    const told = fromHex(entry.hash);
    const row = placeRow(chainCrypto, previous ?? genesisHash, { ...sent, hash: told });
    if (header) fresh.set(`${header.epoch} ${header.seq}`, told);
    if (entry.verdict === 'quarantined') return [{ entry, row, header, proved: true }];
    if (!header || !previous || row.broken) return [{ entry, row, header, proved: false }];
    // What this desk wrote before a restore: it chains to what the journal still holds.
    if (header.desk === own) return [{ entry, row, header, proved: true }];
    const { signers, faults } = signersOf(header.desk);
    const payload = readChainPayload(header, row.payload);
    if (signers.judge(asJournalRow(entry.position, row), header, payload)) faults.add(entry.position);
    return [{ entry, row, header, proved: true }];
  });
  for (const [desk, { signers }] of byDesk) {
    signers.finish();
    if (desk !== provinceDesk) saveKeys(db, desk, signers.keys());
  }
  const judged = taken.map((one) => {
    const faults = one.header && byDesk.get(one.header.desk)?.faults;
    return faults?.has(one.entry.position) === true ? { ...one, proved: false } : one;
  });
  for (const one of judged) if (one.proved && one.entry.verdict !== 'quarantined') saveName(db, one);
  return judged;
};
