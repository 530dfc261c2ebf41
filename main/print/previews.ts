import { randomBytes } from 'node:crypto';

/** Pages shown in a window live this long and no more than so many at once: they are citizens' papers, in memory only. */
const LIFETIME_MS = 15 * 60_000;
const MOST = 24;

export interface Previews {
  /** Keeps a page and answers the random name it is served under. */
  keep(html: string): string;
  find(token: string): string | undefined;
  clear(): void;
}

export const openPreviews = (now: () => number = Date.now): Previews => {
  const kept = new Map<string, { html: string; until: number }>();
  const dropOld = () => {
    for (const [token, { until }] of kept) if (until <= now()) kept.delete(token);
    for (const token of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(token);
    }
  };
  return {
    keep: (html) => {
      const token = randomBytes(16).toString('hex');
      kept.set(token, { html, until: now() + LIFETIME_MS });
      dropOld();
      return token;
    },
    find: (token) => {
      dropOld();
      return kept.get(token)?.html;
    },
    clear: () => kept.clear(),
  };
};
