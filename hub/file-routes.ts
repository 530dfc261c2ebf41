import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from '@tus/server';
import type { Locker } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { claimHeader, fileLimits, filesRequest, signatureHeader } from '../shared/sync/messages.ts';
import { callingDesk, headerOf, parse } from './context.ts';
import type { HubContext } from './context.ts';
import {
  beginUpload,
  checkUpload,
  dropUpload,
  findKept,
  finishUpload,
  standingOf,
  sweepUploads,
} from './files.ts';
import { Refused } from './refused.ts';
import type { Caller } from './sessions.ts';
import { openLocker } from './upload-lease.ts';

const sweepEveryMs = 3_600_000;
const perDesk = { max: 600, timeWindow: 60_000 };

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** tus 1.0.0, creation: `upload-metadata` is a list of key and base64 value. */
const announced = (request: FastifyRequest): { sha256: string; size: number } => {
  if (headerOf(request, 'tus-resumable') !== '1.0.0') throw new Refused('malformed');
  const pairs = headerOf(request, 'upload-metadata')
    .split(',')
    .map((pair) => pair.trim().split(' '));
  const value = pairs.find(([key]) => key === 'sha256')?.[1] ?? '';
  const size = parse(z.coerce.number().int().min(0), headerOf(request, 'upload-length') || undefined);
  if (size > fileLimits.bytes) throw new Refused('tooLarge');
  return { sha256: parse(sha256, Buffer.from(value, 'base64').toString('utf8')), size };
};

/** Nobody but the request that begins an upload has heard of it. */
const nobodyElse: Locker = {
  newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }),
};

/** The id a new upload was given, for the tus server to name it by. */
const naming = new AsyncLocalStorage<string>();

const openTus = ({ db, shelf, identity, now }: HubContext): Server => {
  const leases = openLocker(db, now);
  return new Server({
    path: '/v1/uploads',
    datastore: shelf.store,
    locker: ({ method }) => (method === 'POST' ? nobodyElse : leases),
    relativeLocation: true,
    maxSize: fileLimits.bytes,
    namingFunction: () => naming.getStore() ?? '',
    onUploadFinish: async (_request, upload) => {
      const receipt = await finishUpload(db, shelf, identity, upload.id, now());
      if (!receipt) return { status_code: 400, body: JSON.stringify({ refused: 'digestWrong' }) };
      return {
        headers: {
          [claimHeader]: Buffer.from(receipt.text).toString('base64'),
          [signatureHeader]: receipt.signature,
        },
      };
    },
  });
};

/** Attachments: what is wanted, tus uploads, and their bytes for every desk of the office. */
export const fileRoutes = (app: FastifyInstance, hub: HubContext): void => {
  const { db, shelf, now, traffic } = hub;
  const tus = openTus(hub);
  const sweep = setInterval(() => {
    sweepUploads(db, shelf, now()).catch((error: unknown) => hub.log.error({ err: error }, 'sweep failed'));
  }, sweepEveryMs);
  app.addHook('onClose', (_app, done) => {
    clearInterval(sweep);
    done();
  });

  const confirmedDesk = async (request: FastifyRequest): Promise<Caller> => {
    const from = await callingDesk(hub, headerOf(request, 'authorization'));
    if (!from.confirmed) throw new Refused('unconfirmed');
    return from;
  };
  const limited = {
    config: {
      rateLimit: {
        ...perDesk,
        keyGenerator: (request: FastifyRequest) => headerOf(request, 'authorization'),
      },
    },
  };

  app.post('/v1/files', limited, async (request) => {
    const { office } = await confirmedDesk(request);
    return standingOf(db, office, parse(filesRequest, request.body).hashes);
  });
  app.get<{ Params: { sha256: string } }>('/v1/files/:sha256', limited, async (request, reply) => {
    const { office } = await confirmedDesk(request);
    const found = await findKept(db, office, parse(sha256, request.params.sha256));
    if (!found) throw new Refused('fileUnknown');
    // One open range is all that a cut download asks for.
    const range = /^bytes=(\d{1,12})-$/u.exec(headerOf(request, 'range'));
    const from = range ? Math.min(Number(range[1]), found.size) : 0;
    if (range && from < found.size)
      void reply.code(206).header('content-range', `bytes ${from}-${found.size - 1}/${found.size}`);
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': found.size - from,
        'accept-ranges': 'bytes',
        'cache-control': 'no-store',
      })
      .send(await shelf.read(found.place, from));
  });

  const pass = async (request: FastifyRequest, reply: FastifyReply, id: string): Promise<void> => {
    reply.hijack();
    // A desk waits for it, as it does for admission: following the feed gives way.
    await traffic.admit(() => naming.run(id, () => tus.handle(request.raw, reply.raw)));
  };
  // The bytes are the tus server's to read.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.post('/v1/uploads', limited, async (request, reply) => {
    const from = await confirmedDesk(request);
    const id = await beginUpload(db, from, { ...announced(request), now: now() });
    await pass(request, reply, id);
    // Cut off with its bytes, the desk never learns what they are called here, and begins anew.
    if (!request.raw.complete) await dropUpload(db, shelf, id);
  });
  app.route<{ Params: { id: string } }>({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: '/v1/uploads/:id',
    ...limited,
    handler: async (request, reply) => {
      await checkUpload(db, await confirmedDesk(request), request.params.id);
      await pass(request, reply, request.params.id);
    },
  });
};
