import { parseArgs } from 'node:util';

/** What the command line may set; everything has a default on a real desk. */
export interface Options {
  /** Folder of the vault. */
  data: string | null;
  /** Folder of the guard file, outside the vault's. */
  guard: string | null;
  /** Electron's own profile (caches; never citizens' data). */
  profile: string | null;
  /** Trial clock: milliseconds since the epoch, null for the PC's clock. Opens trial vaults only. */
  trialClock: number | null;
  /** Prints milestones on stdout for the benches. */
  milestones: boolean;
}

const texts = { type: 'string' } as const;

/** Reads our own options and leaves Electron's and Chromium's alone. An unreadable instant is no trial clock, so nothing is dated by mistake. */
export const readOptions = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options => {
  const { values } = parseArgs({
    args: [...argv.slice(1)],
    options: { data: texts, guard: texts, profile: texts, 'trial-clock': texts },
    strict: false,
    allowPositionals: true,
  });
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const at = Date.parse(text('trial-clock') ?? '');
  return {
    data: text('data'),
    guard: text('guard'),
    profile: text('profile'),
    trialClock: Number.isFinite(at) ? at : null,
    milestones: env['QUAY_MILESTONES'] === '1',
  };
};
