import { setTimeout as rest } from 'node:timers/promises';

/** The backlogs this instance is taking in. */
export interface Traffic {
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Waits until no push is on its way, at most `ms`. */
  calm(ms: number): Promise<void>;
}

/** Between two batches of one desk nothing is on its way for a moment. */
const pauseMs = 15;

export const watchTraffic = (): Traffic => {
  let pushes = 0;
  let lastAt = 0;
  return {
    during: async (work) => {
      pushes += 1;
      try {
        return await work();
      } finally {
        pushes -= 1;
        lastAt = performance.now();
      }
    },
    calm: async (ms) => {
      const until = performance.now() + ms;
      for (let now = performance.now(); now < until; now = performance.now()) {
        if (pushes === 0 && now - lastAt >= pauseMs) return;
        await rest(pauseMs / 2);
      }
    },
  };
};
