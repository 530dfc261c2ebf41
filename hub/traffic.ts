import { setTimeout as rest } from 'node:timers/promises';

/** What this instance has under way, and what gives way to it. */
export interface Traffic {
  /** Takes in a desk's backlog when its turn comes: a few at a time, since all of a province's may come at once. */
  takeIn<T>(work: () => Promise<T>): Promise<T>;
  /** Admission, and what else following the feed gives way to. */
  admit<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until no backlog comes in, at most `ms`. */
  untilTaken(ms: number): Promise<void>;
  /** And until nothing is being admitted. */
  untilAdmitted(ms: number): Promise<void>;
}

/** Backlogs unpacked at once: more would only hold more memory. */
const most = 3;
/**
 * Between two batches of one desk nothing is on its way for a round trip of its line and whatever its PC does besides. Admission that
 * began then would have a core to its end, and the receipts would wait.
 */
const pauseMs = 60;
const lookMs = 10;

export const watchTraffic = (): Traffic => {
  const queue: (() => void)[] = [];
  let taking = 0;
  let admitting = 0;
  let lastAt = 0;
  const until = async (ms: number, isOver: () => boolean): Promise<void> => {
    const end = performance.now() + ms;
    for (let now = performance.now(); now < end; now = performance.now()) {
      if (isOver() && now - lastAt >= pauseMs) return;
      await rest(lookMs);
    }
  };
  return {
    takeIn: async (work) => {
      if (taking < most) taking += 1;
      else await new Promise<void>((resolve) => void queue.push(resolve));
      try {
        return await work();
      } finally {
        lastAt = performance.now();
        const next = queue.shift();
        if (next) next();
        else taking -= 1;
      }
    },
    admit: async (work) => {
      admitting += 1;
      try {
        return await work();
      } finally {
        admitting -= 1;
      }
    },
    untilTaken: (ms) => until(ms, () => taking === 0),
    untilAdmitted: (ms) => until(ms, () => taking === 0 && admitting === 0),
  };
};
