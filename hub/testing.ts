import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import * as z from 'zod';
import { readConfig } from './config.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { startHub } from './server.ts';
import type { Hub } from './server.ts';

const clusterUrl = async (): Promise<string> => {
  const told = await text(connect(inject('postgresGate'), '127.0.0.1'));
  if (told.startsWith('!')) throw new Error(told);
  return told;
};

export interface TestDatabase {
  url: string;
  db: Database;
  /** A copy of it as it is now, which the function given puts in its place. No instance may be on it at either moment. */
  backUp(): Promise<() => Promise<void>>;
  drop(): Promise<void>;
}

/** A database of one's own on the run's real PostgreSQL. */
export const makeDatabase = async (): Promise<TestDatabase> => {
  const base = await clusterUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = openDatabase(base, 1);
  await admin.query(`CREATE DATABASE ${name}`);
  const endSessions = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';
  const url = base.replace(/\/[^/]*$/u, `/${name}`);
  const db = openDatabase(url, 3);
  return {
    url,
    db,
    backUp: async () => {
      const copy = `${name}_${randomBytes(3).toString('hex')}`;
      await admin.query(endSessions, [name]);
      await admin.query(`CREATE DATABASE ${copy} TEMPLATE ${name}`);
      return async () => {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        await admin.query(`ALTER DATABASE ${copy} RENAME TO ${name}`);
      };
    },
    drop: async () => {
      await db.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
};

/** Answers of psql itself, a judge that is not ours: the rows of a query in its own JSON; `:'name'` stands for a variable. */
export const psql = async <T>(
  url: string,
  row: z.ZodType<T>,
  query: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<T[]> => {
  const set = Object.entries(variables).flatMap(([name, value]) => ['-v', `${name}=${value}`]);
  const { stdin, stdout, stderr } = spawn('psql', [
    ...['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'],
    ...set,
    url,
  ]);
  stdin.end(`SELECT coalesce(json_agg(asked), '[]') FROM (${query}) AS asked;`);
  const [said, fault] = await Promise.all([text(stdout), text(stderr)]);
  if (fault !== '') throw new Error(fault);
  return z.array(row).parse(JSON.parse(said));
};

export interface TestHub extends TestDatabase {
  hub: Hub;
  /** Where its key and its files lie. */
  folder: string;
  /** The province's key. */
  keyFile: string;
  /** Another instance on the same database. */
  more(now?: () => number): Promise<Hub>;
}

/** `headersSeconds`: shorter than a hub's own 15, so that who dribbles is not waited for long; a slow line needs those. */
export const makeHub = async (now?: () => number, headersSeconds = 1): Promise<TestHub> => {
  const database = await makeDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'quay-hub-key-'));
  const keyFile = join(folder, 'hub-key.pem');
  const instances: Hub[] = [];
  const more = async (clock = now): Promise<Hub> => {
    const one = await startHub(
      {
        databaseUrl: database.url,
        data: folder,
        host: '127.0.0.1',
        port: 0,
        name: 'Tỉnh Mẫu',
        tls: undefined,
        keyFile,
        headersSeconds,
        files: join(folder, 'files'),
        // The same tests judge a bucket, where one is named (docs/hub.md).
        bucket: readConfig(process.env).bucket,
        proxies: [],
        exchange: undefined,
        release: undefined,
        log: 'silent',
      },
      clock,
    );
    instances.push(one);
    return one;
  };
  return {
    ...database,
    hub: await more(),
    folder,
    keyFile,
    more,
    drop: async () => {
      await Promise.all(instances.map((one) => one.close()));
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
