import { EventEmitter } from 'node:events';
import type { Connection, Database } from './database.ts';

/** Hears, from every instance on the database, whose rows came and whose were admitted. */
export interface Bell {
  onPushed(hear: (office: string) => void): void;
  /** Tells this instance alone: who took rows in admits them, and the others' sweep finds what it left. */
  ring(office: string): void;
  /** Ends when something of the office is admitted, or after `ms`, or when one of the signals says so. */
  untilAdmitted(office: string, ms: number, signals: readonly AbortSignal[]): Promise<void>;
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
      if (closed) {
        on.release(true);
        return;
      }
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
    ring: (office) => void heard.emit('pushed', office),
    // A timer of its own: of AbortSignal.any over AbortSignal.timeout Node 20 lets the garbage collector take the timeout before it is up.
    untilAdmitted: (office, ms, signals) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          heard.off(`admitted ${office}`, end);
          for (const signal of signals) signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        heard.on(`admitted ${office}`, end);
        for (const signal of signals) signal.addEventListener('abort', end);
        if (signals.some(({ aborted }) => aborted)) end();
      }),
    close: () => {
      closed = true;
      const on = line;
      line = undefined;
      on?.release(true);
    },
  };
};
