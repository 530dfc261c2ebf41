import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { findSession, signIn } from '../console/accounts.ts';
import type { OperatorSession } from '../console/accounts.ts';
import { headerOf } from '../context.ts';
import type { HubContext } from '../context.ts';
import { openApi, sessionPath } from './openapi.ts';
import { operations } from './operations.ts';
import type { Operation } from './operations.ts';
import { ProvinceRefused, refusalOf } from './refused.ts';
import { provincialRefusals, signInRequest } from './shapes.ts';

/** Of one account, and of one address that signs in. */
const perAccount = { max: 600, timeWindow: 60_000 };
const guesses = { config: { rateLimit: { max: 10, timeWindow: 60_000 } } };

/** The value in its shape; refuses with every place that is not as described. */
const read = <T>(shape: z.ZodType<T>, value: unknown): T => {
  const found = shape.safeParse(value);
  if (found.success) return found.data;
  throw new ProvinceRefused(
    'malformed',
    found.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message })),
  );
};

const inputOf = (operation: Operation, request: FastifyRequest): object => {
  const { params, query, body } = operation;
  return {
    ...(params ? read(params, request.params) : {}),
    ...(query ? read(query, request.query) : {}),
    ...(body ? read(body, request.body) : {}),
  };
};

/** Where the province's own case system calls (docs/provincial-system.md); described at `/v1/openapi.json`. */
export const provinceRoutes = async (app: FastifyInstance, hub: HubContext): Promise<void> => {
  const { db, now } = hub;
  const session = async (request: FastifyRequest): Promise<OperatorSession> => {
    const token = /^Bearer ([0-9a-f]{64})$/u.exec(headerOf(request, 'authorization'))?.[1] ?? '';
    const found = await findSession(db, token, now());
    if (!found) throw new ProvinceRefused('sessionOver');
    return found;
  };
  const document = openApi();
  app.get('/v1/openapi.json', () => document);
  await app.register((api, _options, done) => {
    // Its bytes are read as they come, and counted.
    api.addContentTypeParser('application/octet-stream', (_request, body, parsed) => parsed(null, body));
    const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const { status, answer } = refusalOf(error);
      if (status === provincialRefusals.busy) request.log.error({ err: error }, 'request failed');
      return reply.code(status).send(answer);
    };
    api.setErrorHandler(refuse);
    api.post(sessionPath, guesses, async (request) => {
      const token = await signIn(db, read(signInRequest, request.body), now());
      if (token === undefined) throw new ProvinceRefused('sessionOver');
      return { token };
    });
    for (const operation of operations)
      api.route({
        method: operation.method.toUpperCase(),
        url: operation.path.replaceAll(/\{(\w+)\}/gu, ':$1'),
        config: {
          rateLimit: {
            ...perAccount,
            keyGenerator: (request: FastifyRequest) => headerOf(request, 'authorization'),
          },
        },
        handler: async (request) => {
          const { name, role } = await session(request);
          if (!operation.roles.includes(role)) throw new ProvinceRefused('notAllowed');
          const input = inputOf(operation, request);
          const bytes = request.body instanceof Readable ? request.body : undefined;
          return operation.run({ hub, account: name, bytes }, input);
        },
      });
    done();
  });
};
