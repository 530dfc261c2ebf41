import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { ERRORS } from '@tus/server';
import type { Lock, Locker } from '@tus/server';
import type { Queryable } from './database.ts';

const leaseMs = 30_000;
const renewMs = 10_000;
const lookMs = 100;

/** Keeps one writer to an upload over all instances on the database; a lease that is not renewed runs out. */
export const openLocker = (db: Queryable, now: () => number): Locker => {
  /** Who writes here, and how to ask it to stop: a desk that comes back finds its own cut request still open. */
  const held = new Map<string, () => void | Promise<void>>();
  const newLock = (path: string): Lock => {
    const id = path.split('/').at(-1) ?? path;
    const lease = randomUUID();
    let renewing: NodeJS.Timeout | undefined;
    const take = async (): Promise<boolean> => {
      const { rowCount } = await db.query(
        `UPDATE upload SET lease = $2, lease_until = $3 WHERE id = $1 AND (lease = $2 OR lease IS NULL OR lease_until < $4)`,
        [id, lease, now() + leaseMs, now()],
      );
      return rowCount === 1;
    };
    return {
      lock: async (signal, cancel) => {
        void held.get(id)?.();
        while (!(await take())) {
          if (signal.aborted) throw Object.assign(new Error('locked'), ERRORS.ERR_LOCK_TIMEOUT);
          await rest(lookMs);
        }
        held.set(id, cancel);
        renewing = setInterval(() => void take().catch(() => undefined), renewMs);
      },
      unlock: async () => {
        clearInterval(renewing);
        held.delete(id);
        await db.query('UPDATE upload SET lease = NULL WHERE id = $1 AND lease = $2', [id, lease]);
      },
    };
  };
  return { newLock };
};
