import type { Page } from 'playwright';

interface Watching {
  worst: number;
  timer: ReturnType<typeof setInterval>;
}

/** Begins to note how late the page's own clock of 10 ms is: what its event loop was kept from. */
export const watchLag = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let last = performance.now();
    const watching: Watching = {
      worst: 0,
      timer: setInterval(() => {
        const now = performance.now();
        watching.worst = Math.max(watching.worst, now - last - 10);
        last = now;
      }, 10),
    };
    Object.assign(globalThis, { watching });
  });

/** Ends it: the longest the page's event loop was kept, in milliseconds. */
export const worstLag = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { watching } = globalThis as unknown as { watching: Watching };
    clearInterval(watching.timer);
    return watching.worst;
  });
