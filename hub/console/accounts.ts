import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** Each may do what those before it may: look; enrol, confirm, end and move; publish and keep accounts. */
export const roles = ['viewer', 'operator', 'admin'] as const;
export type OperatorRole = (typeof roles)[number];

/** 'system' is no person: the province's own case system, which has its calls (hub/province) and no page. */
export const accountRoles = [...roles, 'system'] as const;
export type AccountRole = (typeof accountRoles)[number];

export interface Operator {
  name: string;
  role: AccountRole;
}

export interface OperatorSession extends Operator {
  formKey: string;
}

const sessionMs = 8 * 3_600_000;
export const shortestPassword = 12;

/** 64 MiB and a fifth of a second a guess. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });

const keep = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes an account, or gives one another role and password; its sessions end. */
export const saveAccount = async (
  db: Queryable,
  { name, role, password }: Operator & { password: string },
): Promise<void> => {
  const salt = randomBytes(16);
  await db.query(
    `INSERT INTO operator (name, role, salt, password) VALUES ($1, $2, $3, $4)
     ON CONFLICT (name) DO UPDATE SET (role, salt, password) = (excluded.role, excluded.salt, excluded.password)`,
    [name, role, salt, await derive(password, salt)],
  );
  await db.query('DELETE FROM operator_session WHERE operator = $1', [name]);
};

export const removeAccount = async (db: Queryable, name: string): Promise<boolean> =>
  (await db.query('DELETE FROM operator WHERE name = $1', [name])).rowCount === 1;

export const listAccounts = async (db: Queryable): Promise<Operator[]> =>
  (await db.query<Operator>('SELECT name, role FROM operator ORDER BY name')).rows;

/** What is computed for a name nobody has, so that the answer takes as long. */
const nobody = { salt: randomBytes(16), password: randomBytes(32) };

/** Opens a session; undefined for a wrong name or password, which of the two is not told. */
export const signIn = async (
  db: Queryable,
  { name, password }: { name: string; password: string },
  now: number,
): Promise<string | undefined> => {
  const { rows } = await db.query<{ salt: Buffer; password: Buffer }>(
    'SELECT salt, password FROM operator WHERE name = $1',
    [name],
  );
  const known = rows[0] ?? nobody;
  const isRight = timingSafeEqual(await derive(password, known.salt), known.password);
  if (!isRight || !rows[0]) return undefined;
  const token = randomBytes(32).toString('hex');
  await db.query('DELETE FROM operator_session WHERE expires_at < $1', [now]);
  await db.query(
    'INSERT INTO operator_session (token, operator, form_key, expires_at) VALUES ($1, $2, $3, $4)',
    [keep(token), name, randomBytes(16).toString('hex'), now + sessionMs],
  );
  return token;
};

export const findSession = async (
  db: Queryable,
  token: string,
  now: number,
): Promise<OperatorSession | undefined> => {
  const { rows } = await db.query<OperatorSession>(
    `SELECT operator.name, operator.role, form_key AS "formKey" FROM operator_session JOIN operator ON operator.name = operator
     WHERE token = $1 AND expires_at >= $2`,
    [keep(token), now],
  );
  return rows[0];
};

export const signOut = async (db: Queryable, token: string): Promise<void> => {
  await db.query('DELETE FROM operator_session WHERE token = $1', [keep(token)]);
};
