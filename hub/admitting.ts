import type { Logger } from './log.ts';
import { admitOffice, waitingOffices } from './admission.ts';
import type { Bell } from './bell.ts';
import type { Database } from './database.ts';
import type { Traffic } from './traffic.ts';

/** Looks for what a lost notification would have told of. */
const sweepMs = 2_000;
/** How long what waits gives way to desks that still send a backlog: their receipts come first. Once begun, it is brought to its end. */
const giveWayMs = 5_000;

/** Admits whatever waits, office by office, one transaction at a time; several instances share the work by the lease. */
export const startAdmitting = (
  db: Database,
  bell: Bell,
  traffic: Traffic,
  log: Logger,
  counted: (rows: number) => void,
): (() => Promise<void>) => {
  const due = new Set<string>();
  let running: Promise<void> | undefined;
  let stopped = false;
  const runAll = async (): Promise<void> => {
    await traffic.untilTaken(giveWayMs);
    for (let [office] = due; office !== undefined && !stopped; [office] = due) {
      due.delete(office);
      try {
        const { rows, more } = await traffic.admit(() => admitOffice(db, office));
        counted(rows);
        if (more) due.add(office);
      } catch (error) {
        // What waits stays; the sweep comes by again.
        log.error({ err: error }, 'admission failed');
      }
    }
  };
  const wake = (): void => {
    running ??= runAll().finally(() => {
      running = undefined;
      if (due.size > 0 && !stopped) wake();
    });
  };
  bell.onPushed((office) => {
    due.add(office);
    wake();
  });
  const sweep = setInterval(() => {
    waitingOffices(db).then(
      (offices) => {
        for (const office of offices) due.add(office);
        wake();
      },
      (error: unknown) => log.error({ err: error }, 'sweep failed'),
    );
  }, sweepMs);
  return async () => {
    stopped = true;
    clearInterval(sweep);
    await running;
  };
};
