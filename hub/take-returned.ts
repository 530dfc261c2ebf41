import { setTimeout as rest } from 'node:timers/promises';
import { readChainPayload } from '../shared/journal/chain-payload.ts';
import { readHeader } from '../shared/journal/header.ts';
import { fromHex, genesisHash, toHex } from '../shared/journal/row.ts';
import type { Bytes, RowHeader } from '../shared/journal/row.ts';
import { feedClaim, openSigned } from '../shared/sync/claims.ts';
import type { Signed } from '../shared/sync/claims.ts';
import { roll } from '../shared/sync/feed.ts';
import type { Cursor, FeedEntry, LostStretch } from '../shared/sync/feed.ts';
import { provinceDesk } from '../shared/sync/province.ts';
import { placeRow, takeSentRow } from '../shared/sync/wire.ts';
import type { PlacedRow, SentRow } from '../shared/sync/wire.ts';
import { admitOffice } from './admission.ts';
import { crypto } from './crypto.ts';
import { inTransaction } from './database.ts';
import type { Connection, Database } from './database.ts';
import { rollingAt } from './feed.ts';
import type { Identity } from './identity.ts';
import { keepRows } from './ingest.ts';
import { judgeRows } from './judge-rows.ts';
import type { Keys } from './judge-rows.ts';
import { lockOwnDesk } from './province/own-rows.ts';
import { Refused } from './refused.ts';
import type { Caller } from './sessions.ts';

/** Between two looks at an office that another instance admits. */
const busyMs = 20;

/** This hub's own word that its feed stood there. */
const isSigned = ({ key, hub }: Identity, office: string, at: Cursor, by: Signed): boolean => {
  const said = openSigned(crypto, 'feed', feedClaim, key, by);
  return (
    said?.hub === hub && said.office === office && said.position === at.position && said.hash === at.hash
  );
};

/** The entries are the feed as this hub once gave it: from a place it knows or has signed to one it has signed, none left out, altered or added. */
const proveStretch = async (
  db: Database,
  identity: Identity,
  office: string,
  { from, fromProof, entries, proof }: LostStretch,
): Promise<void> => {
  const begins =
    (await rollingAt(db, office, from.position)) === from.hash ||
    (fromProof !== undefined && isSigned(identity, office, from, fromProof));
  let rolling = fromHex(from.hash);
  for (const entry of entries) rolling = roll(crypto, rolling, fromHex(entry.hash), entry);
  const end = { position: from.position + entries.length, hash: toHex(rolling) };
  if (!begins || !isSigned(identity, office, end, proof)) throw new Refused('chainBroken');
};

interface Returned {
  entry: FeedEntry;
  header: RowHeader;
  sent: SentRow;
}

/** Rows of one epoch with nothing between them. */
interface Run {
  desk: number;
  epoch: string;
  rows: Returned[];
}

/** In the order of the feed. A row nobody can read has no place to be put at. */
const runsOf = (entries: readonly FeedEntry[]): Run[] => {
  const runs: Run[] = [];
  for (const entry of entries) {
    const sent = entry.row === undefined ? undefined : takeSentRow(entry.row);
    const header = sent && readHeader(sent.header);
    if (!header) continue;
    const { desk, epoch, seq } = header;
    const run = runs.at(-1);
    const goesOn = run?.desk === desk && run.epoch === epoch && run.rows.at(-1)?.header.seq === seq - 1;
    if (goesOn) run.rows.push({ entry, header, sent });
    else runs.push({ desk, epoch, rows: [{ entry, header, sent }] });
  }
  return runs;
};

/** The hash the run's first row continues; undefined while what is before it is not held. */
const previousOf = async (
  on: Connection,
  office: string,
  { desk, epoch, rows: [first] }: Run,
): Promise<Bytes | undefined> => {
  if (!first) return undefined;
  const { header, sent } = first;
  if (header.seq === 1) {
    const opened = readChainPayload(header, sent.payload);
    if (opened?.kind !== 'epoch') return undefined;
    return opened.parent ? fromHex(opened.parent.hash) : genesisHash;
  }
  const { rows } = await on.query<{ hash: string }>(
    "SELECT encode(hash, 'hex') AS hash FROM journal_row WHERE office = $1 AND desk = $2 AND epoch = $3 AND seq = $4",
    [office, desk, epoch, header.seq - 1],
  );
  return rows[0] && fromHex(rows[0].hash);
};

/** A feed's sum covers no signature: those are proved here, so that who brings a row can spoil none. */
const checkSignatures = async (
  on: Connection,
  office: string,
  { desk, epoch, rows }: Run,
  placed: readonly PlacedRow[],
): Promise<void> => {
  const found = await on.query<{ clerks: Keys }>('SELECT clerks FROM desk WHERE office = $1 AND desk = $2', [
    office,
    desk,
  ]);
  const asHeld = placed.map(({ hash, header, payload, signature, broken }, at) => ({
    desk,
    epoch,
    seq: rows[at]?.header.seq ?? 0,
    hash: Buffer.from(hash),
    header,
    payload,
    signature: Buffer.from(signature),
    broken,
    read: rows[at]?.header,
  }));
  const { judged } = judgeRows(crypto, office, asHeld, found.rows[0]?.clerks ?? {}, desk !== provinceDesk);
  const spoilt = judged.some(
    ({ verdict }, at) => verdict === 'quarantined' && rows[at]?.entry.verdict !== 'quarantined',
  );
  // The last may wait for a key that the next stretch tells.
  if (spoilt || judged.length < placed.length - 1) throw new Refused('signatureWrong');
};

/** A desk nobody knows any more but by its rows; its own certificate, or a new enrolment, makes it one again. The hub's own needs neither. */
const knowByRows = async (
  on: Connection,
  identity: Identity,
  office: string,
  { desk, rows: [first] }: Run,
  now: number,
): Promise<void> => {
  if (desk === provinceDesk) return lockOwnDesk(on, identity, office, now);
  await on.query(
    `INSERT INTO desk (office, desk, name, key, lanes, state, enrolled_at, application)
     VALUES ($1, $2, '', '', '[]', 'revoked', $3, '') ON CONFLICT DO NOTHING`,
    [office, desk, now],
  );
  // A founding this hub believed before it believes again.
  const opened = first && readChainPayload(first.header, first.sent.payload);
  if (opened?.kind === 'epoch' && opened.parent === null)
    await on.query('UPDATE desk SET awaits_root = true WHERE office = $1 AND desk = $2', [office, desk]);
};

const keepRun = async (
  on: Connection,
  identity: Identity,
  office: string,
  run: Run,
  now: number,
): Promise<number> => {
  const { desk, epoch, rows } = run;
  const previous = await previousOf(on, office, run);
  const [first] = rows;
  if (!previous || !first) return 0;
  let last = previous;
  const placed = rows.map(({ sent, entry }) => {
    const row = placeRow(crypto, last, { ...sent, hash: fromHex(entry.hash) });
    last = row.hash;
    return row;
  });
  await knowByRows(on, identity, office, run, now);
  await checkSignatures(on, office, run, placed);
  const held = await keepRows(on, {
    claim: {
      hub: '',
      office,
      desk,
      epoch,
      first: first.header.seq,
      last: first.header.seq + rows.length - 1,
      previous: toHex(previous),
      hash: toHex(last),
      digest: '',
    },
    rows: placed,
  });
  await on.query(
    `UPDATE epoch SET held = $4, held_hash = decode($5, 'hex'), due = greatest(due, $6)
     WHERE office = $1 AND desk = $2 AND epoch = $3`,
    [office, desk, epoch, held.seq, held.hash, first.header.seq + rows.length - 1],
  );
  return rows.length;
};

/** Until nothing is left that could be admitted, whichever instance does it. */
const admitAll = async (db: Database, office: string): Promise<void> => {
  for (;;) {
    const { more, busy } = await admitOffice(db, office);
    if (busy) await rest(busyMs);
    else if (!more) return;
  }
};

/**
 * Takes back what a hub restored from an older backup has lost, from any desk that read it: also of desks that are no more, and what
 * was born here. Each row is put where it was in its desk's chain and admitted anew, before those that came after it, since an act
 * is nothing without the opening of its dossier; twice is the same as once. Answers how many rows have their place. Refuses what is
 * not this hub's own feed; what came before a row refused stays.
 */
export const takeReturned = async (
  db: Database,
  identity: Identity,
  { office }: Pick<Caller, 'office'>,
  stretch: LostStretch,
  now: number,
): Promise<{ rows: number }> => {
  await proveStretch(db, identity, office, stretch);
  // The keys of clerks are told by rows that came before.
  await admitAll(db, office);
  let rows = 0;
  for (const run of runsOf(stretch.entries)) {
    rows += await inTransaction(db, (on) => keepRun(on, identity, office, run, now));
    await admitAll(db, office);
  }
  return { rows };
};
