import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Bell } from './bell.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';
import type { Metrics } from './metrics.ts';
import { Refused } from './refused.ts';
import type { Shelf } from './shelf.ts';
import { callerOf } from './sessions.ts';
import type { Caller } from './sessions.ts';
import type { Traffic } from './traffic.ts';

/** What every route of one instance works with. */
export interface HubContext {
  config: Config;
  db: Database;
  identity: Identity;
  bell: Bell;
  metrics: Metrics;
  traffic: Traffic;
  shelf: Shelf;
  log: FastifyBaseLogger;
  /** The hub's clock. */
  now: () => number;
  /** Ends what waits when the instance is told to stop. */
  closing: AbortSignal;
}

/** The value in its shape; refuses as malformed. */
export const parse = <T>(shape: z.ZodType<T>, value: unknown): T => {
  const read = shape.safeParse(value);
  if (!read.success) throw new Refused('malformed');
  return read.data;
};

export const headerOf = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

/** The desk a request comes from; refuses nobody's, and a revoked desk's. */
export const callingDesk = ({ db, now }: HubContext, authorization: string): Promise<Caller> =>
  callerOf(db, /^Bearer ([0-9a-f]{64})$/u.exec(authorization)?.[1] ?? '', now());
