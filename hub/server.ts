import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { signature, signed } from '../shared/sync/claims.ts';
import { cursor } from '../shared/sync/feed.ts';
import { batchLimits, claimHeader, sessionRequest, signatureHeader } from '../shared/sync/messages.ts';
import type { HubCard } from '../shared/sync/messages.ts';
import { startAdmitting } from './admitting.ts';
import { openBell } from './bell.ts';
import type { Config } from './config.ts';
import { migrate, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { enrol } from './enrolment.ts';
import { readFeed } from './feed.ts';
import { claimDatabase, openIdentity } from './identity.ts';
import { keepBatch } from './ingest.ts';
import { serializers } from './log.ts';
import { openMetrics } from './metrics.ts';
import { Refused, statusOf } from './refused.ts';
import { callerOf, issueChallenge, openSession } from './sessions.ts';
import type { Caller } from './sessions.ts';
import { unpack } from './unpack.ts';

export interface Hub {
  db: Database;
  url: string;
  /** Answers what has begun, admits what it holds the lease for, and ends. */
  close(): Promise<void>;
}

/** A long poll ends in time for any proxy's patience. */
const longestWaitSeconds = 25;
/** How long a batch waits for the one before it. */
const aheadMs = 3_000;

const feedQuery = z.strictObject({
  after: z.coerce.number().int().min(0),
  hash: z.string(),
  wait: z.coerce.number().min(0).max(longestWaitSeconds).default(0),
  own: z.enum(['0', '1']).default('0'),
  /** Older points of the reader's, newest first: position:hash, … */
  points: z.string().max(4_000).default(''),
});

const parse = <T>(shape: z.ZodType<T>, value: unknown): T => {
  const read = shape.safeParse(value);
  if (!read.success) throw new Refused('malformed');
  return read.data;
};

const readPoints = (text: string) =>
  text
    .split(',')
    .filter((point) => point !== '')
    .map((point) => {
      const [position, hash] = point.split(':');
      return parse(cursor, { position: Number(position), hash });
    });

const headerOf = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** Claims hold office codes as they are; a header is ASCII. */
const claimOf = (request: FastifyRequest) => ({
  text: Buffer.from(headerOf(request, claimHeader), 'base64').toString('utf8'),
  signature: parse(signature, headerOf(request, signatureHeader)),
});

const isRefusedByServer = (error: unknown): error is { statusCode: number; code: string } =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  typeof error.statusCode === 'number';

/** Builds one instance on its database; `now` is the hub's clock. */
export const startHub = async (
  config: Config & { databaseUrl: string },
  now: () => number = Date.now,
): Promise<Hub> => {
  const db = openDatabase(config.databaseUrl);
  await migrate(db);
  const identity = openIdentity(config.keyFile);
  await claimDatabase(db, identity);
  const metrics = openMetrics(db);
  const bell = openBell(db);
  const closing = new AbortController();
  const headersTimeout = config.headersSeconds * 1_000;
  const headers = { headersTimeout, connectionsCheckingInterval: headersTimeout / 2 };
  const app: FastifyInstance = fastify({
    logger: { level: config.log, serializers },
    bodyLimit: batchLimits.sentBytes,
    // A client that sends its request byte by byte is not waited for; a body may be long, and its line slow.
    requestTimeout: 300_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    ...(config.tls
      ? { https: { ...headers, cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) } }
      : { http: headers }),
  });
  const stopAdmitting = startAdmitting(db, bell, app.log, (rows) =>
    metrics.rows.inc({ step: 'admitted' }, rows),
  );

  app.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refused)
      return reply
        .code(statusOf[error.reason])
        .send({ refused: error.reason, ...(error.held ? { held: error.held } : {}) });
    if (isRefusedByServer(error) && error.statusCode < 500) {
      const tooLarge = error.statusCode === 413;
      return reply.code(error.statusCode).send({ refused: tooLarge ? 'tooLarge' : 'malformed' });
    }
    request.log.error({ err: error }, 'request failed');
    return reply.code(503).send({ refused: 'busy' });
  });

  const caller = (request: FastifyRequest): Promise<Caller> =>
    callerOf(db, /^Bearer ([0-9a-f]{64})$/u.exec(headerOf(request, 'authorization'))?.[1] ?? '', now());

  app.get('/v1/hub', (): HubCard => ({
    hub: identity.hub,
    key: identity.key,
    name: config.name,
    time: now(),
  }));
  app.post('/v1/enrol', (request) => enrol(db, identity, parse(signed, request.body), now()));
  app.post('/v1/challenge', () => issueChallenge(db, identity, now()));
  app.post('/v1/session', (request) => openSession(db, identity, parse(sessionRequest, request.body), now()));

  app.post('/v1/push', async (request) => {
    const stop = metrics.pushSeconds.startTimer();
    const from = await caller(request);
    if (!Buffer.isBuffer(request.body)) throw new Refused('malformed');
    const batch = await unpack(identity, from, claimOf(request), request.body);
    const until = performance.now() + aheadMs;
    for (;;) {
      try {
        const kept = await keepBatch(db, identity, batch, now());
        metrics.rows.inc({ step: 'kept' }, batch.rows.length);
        metrics.pushed.inc({ result: 'kept' });
        stop();
        return kept;
      } catch (error) {
        const early = error instanceof Refused && error.reason === 'ahead';
        // The batch before it is on its way on another connection.
        if (!early || performance.now() > until || closing.signal.aborted) {
          metrics.pushed.inc({ result: error instanceof Refused ? error.reason : 'failed' });
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  });

  app.get('/v1/feed', async (request) => {
    const from = await caller(request);
    if (!from.confirmed) throw new Refused('unconfirmed');
    const query = parse(feedQuery, request.query);
    const at = { position: query.after, hash: query.hash };
    const wish = { own: query.own === '1', points: readPoints(query.points) };
    const read = () => readFeed(db, from, at, wish, now());
    const gone = new AbortController();
    request.raw.on('close', () => gone.abort());
    // Listens before it looks, so that nothing is admitted between the two.
    const heard = bell.untilAdmitted(
      from.office,
      query.wait * 1000,
      AbortSignal.any([gone.signal, closing.signal]),
    );
    const page = await read();
    if (query.wait === 0 || 'rewind' in page || page.entries.length > 0) {
      gone.abort();
      return page;
    }
    await heard;
    return read();
  });

  app.get('/health', async () => {
    await db.query('SELECT 1');
    return { state: 'ok', time: now() };
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );

  const url = await app.listen({ host: config.host, port: config.port });
  return {
    db,
    url,
    close: async () => {
      closing.abort();
      await app.close();
      await stopAdmitting();
      bell.close();
      await db.end();
    },
  };
};
