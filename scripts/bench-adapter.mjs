// @ts-check
// Joins a peers' harness: each export is a contender in its rounds: write, search, start. The application's own modules are
// used, built by `npm run build`; the 100,000-dossier vault is the harness's own data, so only the engine is compared.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sandboxFlags } from './start.mjs';
import { packagedApp } from './packaged-app.mjs';
import { root } from './setup/run.mjs';

/** @typedef {{ id: string, seq: number }} Event */

const engine = () => import(pathToFileURL(join(root, 'out', 'tools', 'bench-engine.mjs')).href);

/** One event as the journal writes it: chained, signed, committed with one fsync. */
export const write = {
  /** @param {string} dir */
  'quầy một cửa (journal row, chained and signed)': async (dir) => {
    const { openJournalEngine } = await engine();
    return openJournalEngine(dir, randomBytes(32));
  },
};

/** As-you-type search in a vault of the harness's dossiers. */
export const search = {
  name: 'quầy một cửa (vault)',
  file: join(root, 'out', 'tools', 'bench-search-worker.mjs'),
  args: [],
};

/** The packaged application with an empty home; prints @ready-to-show and @load. */
export const start = {
  'quầy một cửa (packaged)': {
    cmd: packagedApp().shipped,
    args: sandboxFlags(packagedApp().shipped),
    env: { QUAY_MILESTONES: '1' },
  },
};
