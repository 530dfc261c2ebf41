import type { Queryable } from '../database.ts';

/** For which procedures of which offices this hub reports; everywhere else the exchange is off. */
export interface Scope {
  office: string;
  /** '*' for all. */
  procedure: string;
  since: number;
}

export const everyProcedure = '*';

export const listScopes = async (db: Queryable): Promise<Scope[]> =>
  (await db.query<Scope>('SELECT office, procedure, since FROM exchange_scope ORDER BY office, procedure'))
    .rows;

/** Switches it on from now, or off; false when nothing changed. */
export const setScope = async (
  db: Queryable,
  { office, procedure, on, now }: { office: string; procedure: string; on: boolean; now: number },
): Promise<boolean> => {
  const { rowCount } = on
    ? await db.query(
        'INSERT INTO exchange_scope (office, procedure, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [office, procedure, now],
      )
    : await db.query('DELETE FROM exchange_scope WHERE office = $1 AND procedure = $2', [office, procedure]);
  return rowCount === 1;
};
