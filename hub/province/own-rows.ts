import { randomBytes, randomUUID } from 'node:crypto';
import { commitmentOf, genesisHash, rowHash, signedMessage, toHex } from '../../shared/journal/row.ts';
import type { Bytes, RowHeader } from '../../shared/journal/row.ts';
import { provinceClerk, provinceDesk } from '../../shared/sync/province.ts';
import { crypto } from '../crypto.ts';
import type { Connection } from '../database.ts';
import type { Identity } from '../identity.ts';

/** Something the province itself says to an office. */
export interface OwnEvent {
  subject: string;
  type: string;
  payload: unknown;
}

interface Head {
  epoch: string;
  seq: number;
  hash: Bytes;
}

interface OwnRow {
  header: RowHeader;
  text: string;
  payload: string;
  salt: Bytes;
  commitment: Bytes;
  hash: Bytes;
  signature: Bytes;
}

/** One run of one instance writes one epoch an office: after a hub was restored no place is written twice. */
const run = randomBytes(16);
const epochOf = (office: string): string => toHex(crypto.sha256([new Uint8Array(run), office])).slice(0, 32);

/** The hub among the office's desks; its row is what two writers wait for. */
export const lockOwnDesk = async (
  on: Connection,
  { key }: Identity,
  office: string,
  now: number,
): Promise<void> => {
  await on.query(
    `INSERT INTO desk (office, desk, name, key, lanes, state, enrolled_at, confirmed_at, application, clerks)
     VALUES ($1, $2, '', decode($3, 'hex'), '[]', 'confirmed', $4, $4, 'hub', $5) ON CONFLICT DO NOTHING`,
    [office, provinceDesk, key, now, JSON.stringify({ [provinceClerk]: [key] })],
  );
  await on.query('SELECT 1 FROM desk WHERE office = $1 AND desk = $2 FOR UPDATE', [office, provinceDesk]);
};

const findHead = async (on: Connection, office: string): Promise<Head | undefined> => {
  const { rows } = await on.query<{ epoch: string; held: number; held_hash: Buffer }>(
    'SELECT epoch, held, held_hash FROM epoch WHERE office = $1 AND desk = $2 ORDER BY (epoch = $3) DESC, arrival DESC LIMIT 1',
    [office, provinceDesk, epochOf(office)],
  );
  const [row] = rows;
  return row && { epoch: row.epoch, seq: row.held, hash: new Uint8Array(row.held_hash) };
};

const chain = (
  identity: Identity,
  { office, now }: { office: string; now: number },
  from: Head,
  { subject, type, payload }: OwnEvent,
): OwnRow => {
  const header: RowHeader = {
    id: randomUUID(),
    type,
    v: 1,
    subject,
    office,
    desk: provinceDesk,
    epoch: from.epoch,
    seq: from.seq + 1,
    clerk: provinceClerk,
    role: 'officer',
    at: now,
    recordedAt: now,
    clock: 'hub',
    rules: { catalogue: '', calendar: '', forms: '' },
  };
  const text = JSON.stringify(header);
  const body = JSON.stringify(payload);
  const salt = new Uint8Array(randomBytes(16));
  const commitment = commitmentOf(crypto, salt, body);
  const hash = rowHash(crypto, from.hash, text, commitment);
  return {
    header,
    text,
    payload: body,
    salt,
    commitment,
    hash,
    signature: identity.signRow(signedMessage(hash)),
  };
};

/**
 * Writes rows of the province's own into an office's journal, chained and signed with the province's key as a desk's are, inside the
 * caller's transaction; they are admitted and fed to the desks like any other. Returns the ids of the rows.
 */
export const writeOwnRows = async (
  on: Connection,
  identity: Identity,
  place: { office: string; now: number },
  events: readonly OwnEvent[],
): Promise<string[]> => {
  const { office, now } = place;
  await lockOwnDesk(on, identity, office, now);
  const known = await findHead(on, office);
  const epoch = epochOf(office);
  const opens = known?.epoch !== epoch;
  let head: Head = opens ? { epoch, seq: 0, hash: known?.hash ?? genesisHash } : known;
  const parent = known ? { epoch: known.epoch, seq: known.seq, hash: toHex(known.hash) } : null;
  const opening: OwnEvent[] = opens
    ? [{ subject: 'office', type: 'epochOpened', payload: { parent, application: 'hub' } }]
    : [];
  if (opens)
    await on.query(
      'INSERT INTO epoch (office, desk, epoch, parent_epoch, parent_seq, held_hash) VALUES ($1, $2, $3, $4, $5, $6)',
      [office, provinceDesk, epoch, parent?.epoch ?? null, parent?.seq ?? null, Buffer.from(head.hash)],
    );
  const ids: string[] = [];
  for (const event of [...opening, ...events]) {
    const row = chain(identity, place, head, event);
    await on.query(
      `INSERT INTO journal_row (office, desk, epoch, seq, hash, header, payload, salt, commitment, signature, broken)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, false)`,
      [
        office,
        provinceDesk,
        epoch,
        row.header.seq,
        Buffer.from(row.hash),
        row.text,
        row.payload,
        Buffer.from(row.salt),
        Buffer.from(row.commitment),
        Buffer.from(row.signature),
      ],
    );
    head = { epoch, seq: row.header.seq, hash: row.hash };
    ids.push(row.header.id);
  }
  await on.query(
    'UPDATE epoch SET held = $4, held_hash = $5 WHERE office = $1 AND desk = $2 AND epoch = $3',
    [office, provinceDesk, epoch, head.seq, Buffer.from(head.hash)],
  );
  await on.query("SELECT pg_notify('quay_pushed', $1)", [office]);
  return ids.slice(opening.length);
};
