import { createHash, randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { openSigned, readClaim, sessionClaim } from '../shared/sync/claims.ts';
import type { SessionAnswer, sessionRequest } from '../shared/sync/messages.ts';
import { crypto } from './crypto.ts';
import type { Database, Queryable } from './database.ts';
import { heldOf, recallDesk } from './enrolment.ts';
import type { Identity } from './identity.ts';
import { Refused } from './refused.ts';

const challengeMs = 60_000;
const sessionMs = 12 * 3_600_000;

/** The desk a request comes from. */
export interface Caller {
  office: string;
  desk: number;
  /** Raw public key, hex. */
  key: string;
  confirmed: boolean;
}

/** Answered once: a session that was listened to and played again finds its challenge gone. */
export const issueChallenge = async (
  db: Queryable,
  { hub }: Identity,
  now: number,
): Promise<{ hub: string; nonce: string; time: number }> => {
  const nonce = randomBytes(24).toString('hex');
  await db.query('DELETE FROM challenge WHERE expires_at < $1', [now]);
  await db.query('INSERT INTO challenge (nonce, expires_at) VALUES ($1, $2)', [nonce, now + challengeMs]);
  return { hub, nonce, time: now };
};

interface KnownDesk {
  key: string;
  state: 'pending' | 'confirmed' | 'revoked';
}

export const findDesk = async (
  db: Queryable,
  office: string,
  desk: number,
): Promise<KnownDesk | undefined> => {
  const { rows } = await db.query<KnownDesk>(
    "SELECT encode(key, 'hex') AS key, state FROM desk WHERE office = $1 AND desk = $2",
    [office, desk],
  );
  return rows[0];
};

const keep = (token: string): Buffer => createHash('sha256').update(token).digest();

export const openSession = async (
  db: Database,
  identity: Identity,
  request: z.infer<typeof sessionRequest>,
  now: number,
): Promise<SessionAnswer> => {
  const unproved = readClaim(sessionClaim, request.claim.text);
  if (!unproved) throw new Refused('malformed');
  if (unproved.hub !== identity.hub) throw new Refused('otherHub');
  const { office, desk, nonce } = unproved;
  const taken = await db.query('DELETE FROM challenge WHERE nonce = $1 AND expires_at >= $2', [nonce, now]);
  if (taken.rowCount !== 1) throw new Refused('challengeGone');
  const certified = await recallDesk(db, identity, request.certificate, request.application, now);
  const known = await findDesk(db, office, desk);
  if (!known || certified?.office !== office || certified.desk !== desk) throw new Refused('unknownDesk');
  // A certificate outlives the desk it was given to: the key in force is the one the hub keeps.
  if (known.state === 'revoked' || certified.key !== known.key) throw new Refused('revoked');
  if (!openSigned(crypto, 'session', sessionClaim, known.key, request.claim))
    throw new Refused('signatureWrong');

  const token = randomBytes(32).toString('hex');
  await db.query('DELETE FROM session WHERE expires_at < $1', [now]);
  await db.query('INSERT INTO session (token, office, desk, expires_at) VALUES ($1, $2, $3, $4)', [
    keep(token),
    office,
    desk,
    now + sessionMs,
  ]);
  await db.query(
    `UPDATE desk SET seen_at = $3, clock_offset = $4, application = $5, waiting = $6, waiting_since = $7
     WHERE office = $1 AND desk = $2`,
    [
      office,
      desk,
      now,
      Math.round(request.deskTime - now),
      request.application,
      request.waiting,
      request.oldestWaitingAt,
    ],
  );
  return {
    token,
    time: now,
    confirmed: known.state === 'confirmed',
    held: await heldOf(db, office, desk),
  };
};

/** Who asks; throws for nobody, and for a desk revoked since. */
export const callerOf = async (db: Queryable, token: string, now: number): Promise<Caller> => {
  const { rows } = await db.query<{ office: string; desk: number; key: string; state: KnownDesk['state'] }>({
    name: 'caller',
    text: `SELECT desk.office, desk.desk, encode(desk.key, 'hex') AS key, desk.state
     FROM session JOIN desk USING (office, desk) WHERE session.token = $1 AND session.expires_at >= $2`,
    values: [keep(token), now],
  });
  const [found] = rows;
  if (!found) throw new Refused('sessionOver');
  if (found.state === 'revoked') throw new Refused('revoked');
  return { office: found.office, desk: found.desk, key: found.key, confirmed: found.state === 'confirmed' };
};

export const hexOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex');
