import pg from 'pg';
import { migrations as known } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export type Connection = pg.PoolClient;
export type Database = pg.Pool;
/** Either: a statement of its own, or one of a transaction. */
export type Queryable = Pick<pg.Pool, 'query'>;

/** Positions and instants are bigint columns, and far from 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export const openDatabase = (url: string, most = 10): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 10_000,
    // Named statements are parsed once. A plan kept from the day a table was small would read all of it when it no longer is.
    options: '-c plan_cache_mode=force_custom_plan',
  });
  // A connection that fails is replaced, and whoever uses it is told by its query; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (on) => void on.on('error', () => undefined));
  return pool;
};

/** All of `work` or none of it. What it throws comes out after the rollback. */
export const inTransaction = async <T>(db: Database, work: (on: Connection) => Promise<T>): Promise<T> => {
  const on = await db.connect();
  let failure: Error | undefined;
  try {
    await on.query('BEGIN');
    const done = await work(on);
    await on.query('COMMIT');
    return done;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await on.query('ROLLBACK').then(
      () => (failure = undefined),
      () => undefined,
    );
    throw error;
  } finally {
    // A connection that could not even roll back is not lent again.
    on.release(failure);
  }
};

/** Any number: instances that start together migrate one after the other. */
const migrationLock = 7_201_955;

/** Brings the database to the newest shape, all steps or none; throws for one written by a later release. */
export const migrate = (db: Database, steps: readonly Migration[] = known): Promise<number> =>
  inTransaction(db, async (on) => {
    await on.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await on.query(
      'CREATE TABLE IF NOT EXISTS migration (version int PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await on.query<{ version: number | null }>(
      'SELECT max(version) AS version FROM migration',
    );
    const from = rows[0]?.version ?? 0;
    const newest = steps.at(-1)?.version ?? 0;
    if (from > newest)
      throw new Error(`hub: the database is at ${from}, this release knows ${newest}: update the hub`);
    for (const { version, name, sql } of steps) {
      if (version <= from) continue;
      await on.query(sql);
      await on.query('INSERT INTO migration (version, name) VALUES ($1, $2)', [version, name]);
    }
    return newest;
  });
