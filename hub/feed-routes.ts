import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { lostStretch } from '../shared/sync/feed.ts';
import { batchLimits } from '../shared/sync/messages.ts';
import type { Cursor, FeedPage } from '../shared/sync/feed.ts';
import { callingDesk, headerOf, parse } from './context.ts';
import type { HubContext } from './context.ts';
import { readCursor, readFeed } from './feed.ts';
import { Refused } from './refused.ts';
import { takeReturned } from './take-returned.ts';
import type { Caller } from './sessions.ts';

/** A long poll ends in time for any proxy's patience. */
const longestWaitSeconds = 25;
/** A stream says at least this often that it lives, and looks whether its desk still may listen. */
const beatMs = 15_000;

const feedQuery = z.strictObject({
  after: z.coerce.number().int().min(0),
  hash: z.string(),
  wait: z.coerce.number().min(0).max(longestWaitSeconds).default(0),
  own: z.enum(['0', '1']).default('0'),
  /** Older points of the reader's, newest first: position:hash, … */
  points: z.string().max(4_000).default(''),
});

const readPoints = (text: string) =>
  text
    .split(',')
    .filter((point) => point !== '')
    .map(readCursor);

interface Listening {
  from: Caller;
  at: Cursor;
  read: (at: Cursor) => Promise<FeedPage>;
  /** Whether the desk may still listen: it may be revoked while it does. */
  mayListen: () => Promise<boolean>;
}

/** One answer, at the latest after `waitMs`. */
const poll = async (
  { bell, closing }: HubContext,
  { from, at, read }: Listening,
  waitMs: number,
  gone: AbortSignal,
): Promise<FeedPage> => {
  const heard = new AbortController();
  // Listens before it looks, so that nothing is admitted between the two.
  const more = bell.untilAdmitted(from.office, waitMs, [gone, closing, heard.signal]);
  const page = await read(at);
  if (waitMs === 0 || 'rewind' in page || page.entries.length > 0) {
    heard.abort();
    return page;
  }
  await more;
  return read(at);
};

/** Pages as they come to be, the first at once: text of an event stream (HTML Living Standard, 9.2.6). */
async function* stream(
  hub: HubContext,
  { from, at, read, mayListen }: Listening,
  gone: AbortSignal,
): AsyncGenerator<string> {
  while (!gone.aborted && !hub.closing.aborted) {
    const heard = new AbortController();
    const more = hub.bell.untilAdmitted(from.office, beatMs, [gone, hub.closing, heard.signal]);
    const page = await read(at);
    // A beat is an empty page: the reader sees that the line holds.
    yield `data: ${JSON.stringify(page)}\n\n`;
    if ('rewind' in page) return;
    at = page.end;
    if (page.entries.length > 0) heard.abort();
    await more;
    if (!(await mayListen())) return;
  }
}

/** The office's feed: server-sent events for who accepts them, one page or a long poll for everybody else. */
export const feedRoutes = (app: FastifyInstance, hub: HubContext): void => {
  app.post('/v1/returned', { bodyLimit: batchLimits.bytes }, async (request) => {
    const from = await callingDesk(hub, headerOf(request, 'authorization'));
    if (!from.confirmed) throw new Refused('unconfirmed');
    return takeReturned(hub.db, hub.identity, from, parse(lostStretch, request.body), hub.now());
  });
  app.get('/v1/feed', async (request, reply) => {
    const authorization = headerOf(request, 'authorization');
    const from = await callingDesk(hub, authorization);
    if (!from.confirmed) throw new Refused('unconfirmed');
    const query = parse(feedQuery, request.query);
    const wish = { own: query.own === '1', points: readPoints(query.points) };
    const listening: Listening = {
      from,
      at: { position: query.after, hash: query.hash },
      read: (at) => readFeed(hub.db, hub.identity, from, at, wish, hub.now()),
      mayListen: () =>
        callingDesk(hub, authorization).then(
          ({ confirmed }) => confirmed,
          () => false,
        ),
    };
    const gone = new AbortController();
    reply.raw.on('close', () => gone.abort());
    if (!headerOf(request, 'accept').includes('text/event-stream'))
      return poll(hub, listening, query.wait * 1000, gone.signal);
    return reply
      .headers({
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // A proxy that gathers answers would keep this one for ever.
        'x-accel-buffering': 'no',
        // Kept alive after its end, the connection would hold up an instance that is told to stop.
        connection: 'close',
      })
      .send(Readable.from(stream(hub, listening, gone.signal)));
  });
};
