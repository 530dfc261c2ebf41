import { cursor as cursorShape, feedStart } from '../shared/sync/feed.ts';
import type { FeedClaim } from '../shared/sync/claims.ts';
import type { Cursor, FeedEntry, FeedPage, FeedVerdict } from '../shared/sync/feed.ts';
import { feedRowOf } from '../shared/sync/wire.ts';
import { parse } from './context.ts';
import type { Database, Queryable } from './database.ts';
import { crypto } from './crypto.ts';
import type { Identity } from './identity.ts';
import { hexOf } from './sessions.ts';
import type { Caller } from './sessions.ts';

/**
 * Entries of one answer: a desk proves and takes them in between two turns of the thread its counter waits for. It needs no proof of what
 * it wrote itself.
 */
const most = { entries: 150, whole: 100 };

/** `header` is null in what the asking desk wrote itself and needs no body of; then the rest of the row is not read either. */
interface Read {
  position: number;
  id: string;
  verdict: FeedVerdict;
  detail: string;
  rolling: Buffer;
  hash: Buffer;
  header: string | null;
  payload: string | null;
  salt: Buffer | null;
  commitment: Buffer;
  signature: Buffer;
}

/** position:hash, as desks write it. Throws Refused. */
export const readCursor = (text: string): Cursor => {
  const [position, hash] = text.split(':');
  return parse(cursorShape, { position: Number(position), hash });
};

/** The hub's sum at a position of its feed; undefined beyond its end. */
export const rollingAt = async (
  db: Queryable,
  office: string,
  position: number,
): Promise<string | undefined> => {
  if (position === 0) return feedStart.hash;
  const { rows } = await db.query<{ rolling: Buffer }>({
    name: 'rolling',
    text: 'SELECT rolling FROM feed WHERE office = $1 AND position = $2',
    values: [office, position],
  });
  return rows[0] && hexOf(rows[0].rolling);
};

/** The newest of the reader's own points that is also the hub's; the beginning when none is. */
const commonPoint = async (db: Queryable, office: string, points: readonly Cursor[]): Promise<Cursor> => {
  for (const point of points) if ((await rollingAt(db, office, point.position)) === point.hash) return point;
  return feedStart;
};

const entryOf = (row: Read): FeedEntry => {
  const { position, id, verdict, detail, header } = row;
  const entry = { position, id, verdict, detail, hash: hexOf(row.hash) };
  if (header === null) return entry;
  const salt = row.salt && new Uint8Array(row.salt);
  const told = {
    header,
    payload: row.payload,
    salt,
    signature: new Uint8Array(row.signature),
    commitment: new Uint8Array(row.commitment),
    hash: new Uint8Array(row.hash),
  };
  return { ...entry, row: feedRowOf(crypto, told) };
};

const unlessOwn = ['header', 'payload', 'salt', 'commitment', 'signature']
  .map((column) => `CASE WHEN feed.desk <> $4 THEN row.${column} END AS ${column}`)
  .join(', ');

/** What follows a cursor; `own`: also the bodies of what the asking desk wrote, which a restored vault may have lost. */
export const readFeed = async (
  db: Database,
  identity: Identity,
  { office, desk }: Pick<Caller, 'office' | 'desk'>,
  from: Cursor,
  wish: { own: boolean; points: readonly Cursor[] },
  now: number,
): Promise<FeedPage> => {
  if ((await rollingAt(db, office, from.position)) !== from.hash)
    return { rewind: await commonPoint(db, office, wish.points), time: now };
  const { rows } = await db.query<Read>({
    name: 'feed',
    text: `SELECT feed.position, feed.id, feed.verdict, feed.detail, feed.rolling, row.hash, ${unlessOwn}
     FROM (
       SELECT next.*, count(*) FILTER (WHERE next.desk <> $4) OVER (ORDER BY position) AS whole
       FROM (SELECT * FROM feed WHERE office = $1 AND position > $2 ORDER BY position LIMIT $3) AS next) AS feed
       JOIN journal_row AS row USING (office, desk, epoch, seq)
     WHERE feed.whole <= $5 ORDER BY feed.position`,
    values: [office, from.position, most.entries, wish.own ? 0 : desk, most.whole],
  });
  const last = rows.at(-1);
  if (!last) return { entries: [], end: from, time: now };
  const end = { position: last.position, hash: hexOf(last.rolling) };
  return {
    entries: rows.map(entryOf),
    end,
    time: now,
    proof: identity.sign('feed', { hub: identity.hub, office, ...end } satisfies FeedClaim),
  };
};
