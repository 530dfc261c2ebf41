import { EventEmitter, once } from 'node:events';
import type { Connection, Database } from './database.ts';

/** Hears, from every instance on the database, whose rows came and whose were admitted. */
export interface Bell {
  onPushed(hear: (office: string) => void): void;
  /** Ends when something of the office is admitted, or after `ms`, or when `signal` says so. */
  untilAdmitted(office: string, ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

const rejoinMs = 1_000;

export const openBell = (db: Database): Bell => {
  const heard = new EventEmitter().setMaxListeners(0);
  let closed = false;
  let line: Connection | undefined;
  const join = async (): Promise<void> => {
    try {
      const on = await db.connect();
      line = on;
      on.on('notification', ({ channel, payload = '' }) => {
        if (channel === 'quay_pushed') heard.emit('pushed', payload);
        else heard.emit(`admitted ${payload}`);
      });
      on.on('error', () => {
        if (line !== on) return;
        line = undefined;
        on.release(true);
        rejoin();
      });
      await on.query('LISTEN quay_pushed');
      await on.query('LISTEN quay_admitted');
    } catch {
      rejoin();
    }
  };
  const rejoin = (): void => {
    if (!closed) setTimeout(() => void join(), rejoinMs).unref();
  };
  void join();
  return {
    onPushed: (hear) => void heard.on('pushed', hear),
    untilAdmitted: async (office, ms, signal) => {
      const limit = AbortSignal.any([AbortSignal.timeout(ms), signal]);
      await once(heard, `admitted ${office}`, { signal: limit }).catch(() => undefined);
    },
    close: () => {
      closed = true;
      const on = line;
      line = undefined;
      on?.release(true);
    },
  };
};
