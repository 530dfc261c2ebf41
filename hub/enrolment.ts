import { createHash, randomBytes } from 'node:crypto';
import type { CertificateClaim, EnrolmentClaim, Signed } from '../shared/sync/claims.ts';
import {
  certificateClaim,
  enrolmentClaim,
  fingerprintOf,
  openSigned,
  readClaim,
} from '../shared/sync/claims.ts';
import type { EnrolAnswer, HeldHead } from '../shared/sync/messages.ts';
import { crypto } from './crypto.ts';
import { inTransaction } from './database.ts';
import type { Connection, Database, Queryable } from './database.ts';
import type { Identity } from './identity.ts';
import { Refused } from './refused.ts';

export interface Lane {
  from: number;
  to: number;
}

/** No letter or digit that is read as another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** 31^17 > 2^84. */
const codeLength = 17;
const hourMs = 3_600_000;

const drawCode = (): string => {
  let code = '';
  while (code.length < codeLength) {
    const byte = randomBytes(1)[0] ?? 255;
    // Bytes beyond the last whole run of the alphabet would favour its first letters.
    if (byte < 248) code += alphabet[byte % 31] ?? '';
  }
  return code;
};

const plain = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
const keep = (code: string): Buffer => createHash('sha256').update(plain(code)).digest();

/** A code for one desk, to be read to its administrator; kept as a hash alone. */
export const issueCode = async (
  db: Queryable,
  wish: { office: string; desk: number; lanes: readonly Lane[]; hours: number; now: number },
): Promise<string> => {
  const code = drawCode();
  await db.query(
    'INSERT INTO enrolment (code, office, desk, lanes, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [keep(code), wish.office, wish.desk, JSON.stringify(wish.lanes), wish.now + wish.hours * hourMs],
  );
  return code.replace(/(.{4})(?=.)/g, '$1-');
};

/** The newest row held of each epoch of a desk, in the order they came. */
export const heldOf = async (db: Queryable, office: string, desk: number): Promise<HeldHead[]> => {
  const { rows } = await db.query<{ epoch: string; seq: number; hash: string }>(
    "SELECT epoch, held AS seq, encode(held_hash, 'hex') AS hash FROM epoch WHERE office = $1 AND desk = $2 ORDER BY arrival",
    [office, desk],
  );
  return rows;
};

interface Issued {
  office: string;
  desk: number;
  lanes: Lane[];
  expires_at: number;
  used_at: number | null;
}

/** The code's row, taken for good. */
const takeCode = async (on: Connection, claim: EnrolmentClaim, now: number): Promise<Issued> => {
  const { rows } = await on.query<Issued>('SELECT * FROM enrolment WHERE code = $1 FOR UPDATE', [
    keep(claim.code),
  ]);
  const [issued] = rows;
  if (!issued || issued.office !== claim.office || issued.desk !== claim.desk) throw new Refused('codeWrong');
  if (issued.used_at !== null) throw new Refused('codeUsed');
  if (issued.expires_at < now) throw new Refused('codeExpired');
  await on.query('UPDATE enrolment SET used_at = $2 WHERE code = $1', [keep(claim.code), now]);
  return issued;
};

const overlap = (a: Lane, b: Lane): boolean => a.from <= b.to && b.from <= a.to;

const meetsAny = (lane: Lane, others: readonly Lane[]): boolean =>
  others.some((other) => overlap(lane, other));

/**
 * What a desk counts in already, and what its code gives it beside that: a PC that takes another's place gets all of that one's. Two desks
 * of one office never count in the same numbers.
 */
const lanesOf = async (on: Connection, claim: EnrolmentClaim, issued: readonly Lane[]): Promise<Lane[]> => {
  const { rows } = await on.query<{ lanes: Lane[] }>(
    "SELECT lanes FROM desk WHERE office = $1 AND desk <> $2 AND state <> 'revoked' FOR UPDATE",
    [claim.office, claim.desk],
  );
  const taken = rows.flatMap(({ lanes }) => lanes);
  const own = claim.lanes.length > 0 ? claim.lanes : issued;
  if (own.some((lane) => meetsAny(lane, taken))) throw new Refused('laneTaken');
  return [...own, ...issued.filter((lane) => !meetsAny(lane, [...own, ...taken]))];
};

/** Takes a desk in: its code is used up, its key is kept, and the province signs for it. It waits for an administrator's eye. */
export const enrol = async (
  db: Database,
  identity: Identity,
  request: Signed,
  now: number,
): Promise<EnrolAnswer> => {
  const unproved = readClaim(enrolmentClaim, request.text);
  if (!unproved) throw new Refused('malformed');
  const claim = openSigned(crypto, 'enrolment', enrolmentClaim, unproved.key, request);
  if (!claim) throw new Refused('signatureWrong');
  return inTransaction(db, async (on) => {
    // Two desks of an office at once: the lanes of the first are seen by the second.
    await on.query('SELECT pg_advisory_xact_lock(hashtext($1))', [claim.office]);
    const issued = await takeCode(on, claim, now);
    const lanes = await lanesOf(on, claim, issued.lanes);
    const { rows } = await on.query<{ state: string }>(
      'SELECT state FROM desk WHERE office = $1 AND desk = $2',
      [claim.office, claim.desk],
    );
    // A stolen or broken PC is revoked first; then its number may be given to another.
    if (rows[0] && rows[0].state !== 'revoked') throw new Refused('deskTaken');
    const certificate = identity.sign('certificate', {
      hub: identity.hub,
      office: claim.office,
      desk: claim.desk,
      key: claim.key,
      lanes,
      issuedAt: now,
    } satisfies CertificateClaim);
    await keepDesk(on, claim, lanes, now);
    return { certificate, confirmed: false, lanes, held: await heldOf(on, claim.office, claim.desk) };
  });
};

const keepDesk = (
  on: Queryable,
  desk: Pick<EnrolmentClaim, 'office' | 'desk' | 'name' | 'key' | 'application'>,
  lanes: readonly Lane[],
  now: number,
): Promise<unknown> =>
  on.query(
    `INSERT INTO desk (office, desk, name, key, lanes, state, enrolled_at, application)
     VALUES ($1, $2, $3, decode($4, 'hex'), $5, 'pending', $6, $7)
     ON CONFLICT (office, desk) DO UPDATE SET (name, key, lanes, state, ended, enrolled_at, confirmed_at, application, awaits_root) =
       (excluded.name, excluded.key, excluded.lanes, 'pending', NULL, excluded.enrolled_at, NULL, excluded.application, true)`,
    [desk.office, desk.desk, desk.name, desk.key, JSON.stringify(lanes), now, desk.application],
  );

/** A hub restored from before an enrolment knows the desk again by the certificate the province signed. It waits to be confirmed anew. */
export const recallDesk = async (
  db: Queryable,
  identity: Identity,
  certificate: Signed,
  application: string,
  now: number,
): Promise<CertificateClaim | undefined> => {
  const claim = openSigned(crypto, 'certificate', certificateClaim, identity.key, certificate);
  if (claim?.hub !== identity.hub) return undefined;
  const { rows } = await db.query('SELECT 1 FROM desk WHERE office = $1 AND desk = $2 AND length(key) > 0', [
    claim.office,
    claim.desk,
  ]);
  if (rows.length === 0) await keepDesk(db, { ...claim, name: '', application }, claim.lanes, now);
  return claim;
};

/** What an administrator does to a desk; `fingerprint` is compared with the one its screen shows. */
export const confirmDesk = async (
  db: Queryable,
  wish: { office: string; desk: number; fingerprint: string; now: number },
): Promise<'confirmed' | 'otherFingerprint' | 'unknown'> => {
  const { rows } = await db.query<{ key: string }>(
    "SELECT encode(key, 'hex') AS key FROM desk WHERE office = $1 AND desk = $2 AND state = 'pending'",
    [wish.office, wish.desk],
  );
  const [found] = rows;
  if (!found) return 'unknown';
  if (plain(fingerprintOf(crypto, found.key)) !== plain(wish.fingerprint)) return 'otherFingerprint';
  await db.query(
    "UPDATE desk SET state = 'confirmed', confirmed_at = $3 WHERE office = $1 AND desk = $2 AND key = decode($4, 'hex')",
    [wish.office, wish.desk, wish.now, found.key],
  );
  await db.query("SELECT pg_notify('quay_pushed', $1)", [wish.office]);
  return 'confirmed';
};

/** Ends a desk and its session; its key never comes back. Undefined: no such desk, or ended before. */
export const endDesk = async (
  db: Queryable,
  office: string,
  desk: number,
  why: 'stolen' | 'retired' | 'replaced',
): Promise<{ lanes: Lane[] } | undefined> => {
  // What a confirmed desk had brought by now stays good.
  await db.query(
    `UPDATE epoch SET due = held FROM desk
     WHERE desk.office = $1 AND desk.desk = $2 AND desk.state = 'confirmed' AND (epoch.office, epoch.desk) = (desk.office, desk.desk)`,
    [office, desk],
  );
  const { rows } = await db.query<{ lanes: Lane[] }>(
    "UPDATE desk SET state = 'revoked', ended = $3 WHERE office = $1 AND desk = $2 AND state <> 'revoked' RETURNING lanes",
    [office, desk, why],
  );
  await db.query('DELETE FROM session WHERE office = $1 AND desk = $2', [office, desk]);
  return rows[0];
};

export const revokeDesk = async (db: Queryable, office: string, desk: number): Promise<boolean> =>
  (await endDesk(db, office, desk, 'stolen')) !== undefined;

/** Gives a lane of an ended desk to another: two desks at work never count in the same numbers. */
export const moveLane = async (
  on: Connection,
  wish: { office: string; desk: number; toDesk: number; lane: Lane },
): Promise<'laneMoved' | 'noDesk' | 'laneOfActiveDesk' | 'noLane'> => {
  await on.query('SELECT pg_advisory_xact_lock(hashtext($1))', [wish.office]);
  const { rows } = await on.query<{ desk: number; state: string; lanes: Lane[] }>(
    'SELECT desk, state, lanes FROM desk WHERE office = $1 AND desk = ANY($2) FOR UPDATE',
    [wish.office, [wish.desk, wish.toDesk]],
  );
  const from = rows.find(({ desk }) => desk === wish.desk);
  const to = rows.find(({ desk }) => desk === wish.toDesk);
  if (!from || !to || to.state === 'revoked' || from === to) return 'noDesk';
  if (from.state !== 'revoked') return 'laneOfActiveDesk';
  const isMoved = (lane: Lane): boolean => lane.from === wish.lane.from && lane.to === wish.lane.to;
  if (!from.lanes.some(isMoved)) return 'noLane';
  const save = (desk: number, lanes: readonly Lane[]) =>
    on.query('UPDATE desk SET lanes = $3 WHERE office = $1 AND desk = $2', [
      wish.office,
      desk,
      JSON.stringify(lanes),
    ]);
  await save(
    wish.desk,
    from.lanes.filter((lane) => !isMoved(lane)),
  );
  await save(wish.toDesk, [...to.lanes, wish.lane]);
  return 'laneMoved';
};
