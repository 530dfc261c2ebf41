import { createHmac, randomBytes, randomInt } from 'node:crypto';
import * as z from 'zod';
import type { Seal } from '../../shared/certification/custody.ts';
import { registerName, writeRegisterKey } from '../../shared/certification/custody.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** The key that seals hand-overs: kept in the vault, never in the journal, typed once at each further desk. */
const settingName = 'registerKey';
const shape = z.object({ register: z.string(), key: z.string().regex(/^[0-9a-f]{20}$/) });
export type RegisterKey = z.infer<typeof shape>;

export const makeRegisterKey = (): RegisterKey => ({
  register: registerName(randomInt(1 << 20)),
  key: randomBytes(10).toString('hex'),
});

export const keyOf = (register: string, key: bigint): RegisterKey => ({
  register,
  key: key.toString(16).padStart(20, '0'),
});

export const findRegisterKey = (db: ReadableDatabase): RegisterKey | undefined => {
  const row = db.prepare('SELECT body FROM setting WHERE name = ?').get<{ body: string }>([settingName]);
  return row ? shape.parse(JSON.parse(row.body)) : undefined;
};

/** Inside the caller's transaction. */
export const saveRegisterKey = (db: WritableDatabase, key: RegisterKey): void => {
  db.prepare('INSERT OR REPLACE INTO setting (name, body) VALUES (?, ?)').run([
    settingName,
    JSON.stringify(key),
  ]);
};

export const sealOf =
  ({ register, key }: RegisterKey): Seal =>
  (text) =>
    createHmac('sha256', Buffer.from(key, 'hex'))
      .update(`quay-register-1 ${register} ${text}`)
      .digest()
      .readBigUInt64BE();

export const keyText = ({ register, key }: RegisterKey): string =>
  writeRegisterKey(register, BigInt(`0x${key}`));
