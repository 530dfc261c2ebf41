import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { openSigned, signature as signed } from '../../shared/sync/claims.ts';
import { parse } from '../context.ts';
import type { HubContext } from '../context.ts';
import { crypto } from '../crypto.ts';
import { findKept } from '../files.ts';
import type { Identity } from '../identity.ts';
import { Refused } from '../refused.ts';

/** How long the other end may take to fetch a file it was told of. */
const linkMs = 72 * 3_600_000;

const link = z.strictObject({ file: z.string().max(1_000), signature: signed });
const claim = z.strictObject({ office: z.string(), sha256: z.string(), expires: z.number() });

/** A link that gives one file to whoever holds it, until it expires: signed with the province's key, nothing about it is kept. */
export const linkTo = (
  identity: Identity,
  publicUrl: string,
  file: { office: string; sha256: string },
  now: number,
): string => {
  const { text, signature } = identity.sign('link', { ...file, expires: now + linkMs });
  const query = new URLSearchParams({ file: Buffer.from(text).toString('base64url'), signature });
  return `${publicUrl}/v1/shared?${query.toString()}`;
};

/** Files by their signed links: expired, altered or unknown it is as if there were none. */
export const linkRoutes = (app: FastifyInstance, { db, identity, shelf, now }: HubContext): void => {
  const limited = { config: { rateLimit: { max: 600, timeWindow: 60_000 } } };
  // In the query, which no log of this hub holds.
  app.get('/v1/shared', limited, async (request, reply) => {
    const { file, signature } = parse(link, request.query);
    const read = openSigned(crypto, 'link', claim, identity.key, {
      text: Buffer.from(file, 'base64url').toString('utf8'),
      signature,
    });
    const found = read && read.expires > now() ? await findKept(db, read.office, read.sha256) : undefined;
    if (!found) throw new Refused('fileUnknown');
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': found.size,
        'cache-control': 'no-store',
        'content-disposition': 'attachment',
      })
      .send(await shelf.read(found.place, 0));
  });
};
