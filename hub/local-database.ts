import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Where a hub's own PostgreSQL listens and is found, for those who start none. */

/** A port of this machine that nobody listens on just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

/** The file in the database's folder that says where it is. */
export const urlFile = 'url';

/** Where the PostgreSQL of a running hub is; throws when none runs in this folder. */
export const localUrl = (data: string): string => {
  const file = join(data, 'database', urlFile);
  if (!existsSync(file))
    throw new Error(`hub: no database in ${data}: start the hub first, or set DATABASE_URL`);
  return readFileSync(file, 'utf8');
};
