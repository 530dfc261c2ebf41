import { Readable } from 'node:stream';
import { setTimeout as rest } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { CarryMalformed } from '../shared/sync/carry.ts';
import { signature, signed } from '../shared/sync/claims.ts';
import {
  claimHeader,
  cursorHeader,
  deskStatus,
  sessionRequest,
  signatureHeader,
} from '../shared/sync/messages.ts';
import type { HubCard } from '../shared/sync/messages.ts';
import { takeCarried } from './carried.ts';
import { callingDesk, headerOf, parse } from './context.ts';
import type { HubContext } from './context.ts';
import { enrol } from './enrolment.ts';
import { isAhead, keepBatch } from './ingest.ts';
import type { Kept } from './ingest.ts';
import { readCursor, rollingAt } from './feed.ts';
import { findPack } from './packs.ts';
import { Refused } from './refused.ts';
import { issueChallenge, openSession } from './sessions.ts';
import type { Caller } from './sessions.ts';
import { keepStatus } from './desk-status.ts';
import { unpack } from './unpack.ts';
import type { Batch } from './unpack.ts';

/** How long a batch waits for the one before it. */
const aheadMs = 3_000;
/** A body of so much is of a desk that was offline: others give way to it. A counter's own few rows are admitted as they come. */
const backlogBytes = 64 * 1024;

/** Claims hold office codes as they are; a header is ASCII. */
const claimOf = (request: FastifyRequest) => ({
  text: Buffer.from(headerOf(request, claimHeader), 'base64').toString('utf8'),
  signature: parse(signature, headerOf(request, signatureHeader)),
});

/**
 * A hub restored from an older backup has lost rows that the desk has read, and acts on: it gives them back first. Of a desk that is not
 * confirmed nothing is admitted yet, and it may read nothing. Throws Refused.
 */
const checkCursor = async ({ db }: HubContext, request: FastifyRequest, from: Caller): Promise<void> => {
  const told = headerOf(request, cursorHeader);
  if (told === '' || !from.confirmed) return;
  const { position, hash } = readCursor(told);
  if ((await rollingAt(db, from.office, position)) === hash) return;
  // Whoever listens to the feed there sees now, and not at the next beat, that it is another.
  await db.query("SELECT pg_notify('quay_admitted', $1)", [from.office]);
  throw new Refused('feedUnknown');
};

/** What desks ask and tell: who the hub is, enrolment, session, status, push. */
export const deskRoutes = (app: FastifyInstance, hub: HubContext): void => {
  const { bell, db, identity, config, metrics, now, closing, traffic } = hub;
  app.get('/v1/hub', (): HubCard => ({
    hub: identity.hub,
    key: identity.key,
    name: config.name,
    time: now(),
  }));
  app.post('/v1/enrol', (request) => enrol(db, identity, parse(signed, request.body), now()));
  app.post('/v1/challenge', () => issueChallenge(db, identity, now()));
  app.post('/v1/session', (request) => openSession(db, identity, parse(sessionRequest, request.body), now()));
  app.post('/v1/status', async (request) => {
    const from = await callingDesk(hub, headerOf(request, 'authorization'));
    return keepStatus(db, from, parse(deskStatus, request.body), now(), config.release ?? null);
  });
  app.get<{ Params: { kind: string; id: string; version: string } }>(
    '/v1/packs/:kind/:id/:version',
    async (request, reply) => {
      await callingDesk(hub, headerOf(request, 'authorization'));
      const { kind, id, version } = request.params;
      const text = await findPack(db, kind, id, parse(z.coerce.number().int().min(1), version));
      if (text === undefined) throw new Refused('fileUnknown');
      return reply.type('application/json').send(text);
    },
  );

  app.post('/v1/carried', async (request) => {
    await callingDesk(hub, headerOf(request, 'authorization'));
    if (!(request.body instanceof Readable)) throw new Refused('malformed');
    const taken = await takeCarried(hub, request.body, now()).catch((error: unknown) => {
      throw error instanceof CarryMalformed ? new Refused('malformed') : error;
    });
    bell.ring(taken.office);
    return taken;
  });

  /** Keeps a batch that was early once those before it, on their way on other connections, are here. */
  const keepLater = async (batch: Batch, early: Refused): Promise<Kept> => {
    const until = performance.now() + aheadMs;
    const isOver = (): boolean => performance.now() > until || closing.aborted;
    while (!isOver()) {
      await rest(10);
      if (!(await isAhead(db, batch))) return keepBatch(db, identity, batch, now());
    }
    throw early;
  };
  const takePush = async (request: FastifyRequest): Promise<Kept> => {
    const stop = metrics.pushSeconds.startTimer();
    const from = await callingDesk(hub, headerOf(request, 'authorization'));
    const { body } = request;
    if (!Buffer.isBuffer(body)) throw new Refused('malformed');
    await checkCursor(hub, request, from);
    const take = async (): Promise<{ batch: Batch; kept: Kept | Refused }> => {
      const batch = await unpack(identity, from, claimOf(request), body);
      const kept = await keepBatch(db, identity, batch, now()).catch((error: unknown) => {
        if (error instanceof Refused && error.reason === 'ahead') return error;
        throw error;
      });
      return { batch, kept };
    };
    try {
      const { batch, kept } = await (body.length < backlogBytes ? take() : traffic.takeIn(take));
      const answer = kept instanceof Refused ? await keepLater(batch, kept) : kept;
      bell.ring(from.office);
      metrics.rows.inc({ step: 'kept' }, batch.rows.length);
      metrics.pushed.inc({ result: 'kept' });
      stop();
      return answer;
    } catch (error) {
      metrics.pushed.inc({ result: error instanceof Refused ? error.reason : 'failed' });
      throw error;
    }
  };
  app.post('/v1/push', takePush);
};
