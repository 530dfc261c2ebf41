import { setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import rateLimit from '@fastify/rate-limit';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { carryType } from '../shared/sync/carry.ts';
import { batchLimits } from '../shared/sync/messages.ts';
import { startAdmitting } from './admitting.ts';
import { openBell } from './bell.ts';
import type { Config } from './config.ts';
import { consoleRoutes } from './console/routes.ts';
import type { HubContext } from './context.ts';
import { migrate, openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { deskRoutes } from './desk-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { claimDatabase, openIdentity } from './identity.ts';
import { serializers } from './log.ts';
import { linkRoutes, linkTo } from './exchange/links.ts';
import { enqueue } from './exchange/queue.ts';
import { startSending } from './exchange/sending.ts';
import { startFollowing } from './follow.ts';
import { lookupRoutes } from './lookup-routes.ts';
import { openMetrics } from './metrics.ts';
import { provinceRoutes } from './province/routes.ts';
import { Refused, statusOf } from './refused.ts';
import { watchTraffic } from './traffic.ts';
import { openShelf } from './shelf.ts';

export interface Hub {
  db: Database;
  url: string;
  /** Answers what has begun, admits what it holds the lease for, and ends. */
  close(): Promise<void>;
}

const isRefusedByServer = (error: unknown): error is { statusCode: number; code: string } =>
  typeof error === 'object' &&
  error !== null &&
  'statusCode' in error &&
  typeof error.statusCode === 'number';

/** Every failure as a refusal of the closed list. */
const answerFailures = (app: FastifyInstance): void => {
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
};

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
  const traffic = watchTraffic();
  const closing = new AbortController();
  // Every reader that waits listens to it.
  setMaxListeners(0, closing.signal);
  const headersTimeout = config.headersSeconds * 1_000;
  const headers = { headersTimeout, connectionsCheckingInterval: headersTimeout / 2 };
  const app: FastifyInstance = fastify({
    logger: { level: config.log, serializers },
    bodyLimit: batchLimits.sentBytes,
    trustProxy: config.proxies.length > 0 ? config.proxies : false,
    // A client that sends its request byte by byte is not waited for; a body may be long, and its line slow.
    requestTimeout: 300_000,
    connectionTimeout: 120_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    ...(config.tls
      ? { https: { ...headers, cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) } }
      : { http: headers }),
  });
  app.addHook('onResponse', (_request, _reply, done) => {
    metrics.requests.inc();
    done();
  });
  const stopAdmitting = startAdmitting(db, bell, traffic, app.log, (rows) =>
    metrics.rows.inc({ step: 'admitted' }, rows),
  );
  const stopFollowing = startFollowing(db, traffic, app.log, (on, office, lives, after) =>
    enqueue(on, office, lives, after, now()),
  );
  const { exchange } = config;
  const stopSending = exchange
    ? startSending(
        {
          db,
          adapter: exchange.open(),
          linkTo: (office, sha256) => linkTo(identity, exchange.publicUrl, { office, sha256 }, now()),
          now,
        },
        app.log,
      )
    : undefined;
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // Read as it comes: a stick may hold more than a request's usual limit.
  app.addContentTypeParser(carryType, (_request, body, done) => done(null, body));
  answerFailures(app);

  await app.register(rateLimit, { global: false, errorResponseBuilder: () => new Refused('tooMany') });
  const hub: HubContext = {
    config,
    db,
    identity,
    bell,
    metrics,
    traffic,
    shelf: await openShelf(config.files, config.bucket),
    log: app.log,
    now,
    closing: closing.signal,
  };
  deskRoutes(app, hub);
  feedRoutes(app, hub);
  fileRoutes(app, hub);
  await lookupRoutes(app, hub);
  await consoleRoutes(app, hub);
  await provinceRoutes(app, hub);
  linkRoutes(app, hub);
  app.get('/health', async () => {
    await db.query('SELECT 1');
    return { state: 'ok', time: now() };
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );

  const url = await app.listen({ host: config.host, port: config.port });
  const end = async (): Promise<void> => {
    closing.abort();
    // A connection that has asked nothing yet is not idle to Node, and would hold up an instance that is told to stop for ever. What is cut
    // with it in the middle is asked again: every call is idempotent.
    const cut = setTimeout(() => app.server.closeAllConnections(), config.headersSeconds * 1000);
    await app.close().finally(() => clearTimeout(cut));
    await stopAdmitting();
    await stopFollowing();
    await stopSending?.();
    bell.close();
    await db.end();
  };
  let ended: Promise<void> | undefined;
  return { db, url, close: () => (ended ??= end()) };
};
