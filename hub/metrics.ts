import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Database } from './database.ts';

export interface Metrics {
  registry: Registry;
  pushed: Counter<'result'>;
  rows: Counter<'step'>;
  pushSeconds: Histogram;
  requests: Counter;
}

/** Figures of this instance, and what is common to all read from the database when asked. */
export const openMetrics = (db: Database): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const ask = async (gauge: Gauge, sql: string): Promise<void> => {
    const { rows } = await db.query<{ n: string | number }>(sql);
    gauge.set(Number(rows[0]?.n ?? 0));
  };
  for (const [name, help, sql] of [
    [
      'hub_rows_waiting',
      'Rows held and not yet admitted',
      'SELECT coalesce(sum(held - admitted), 0) AS n FROM epoch',
    ],
    ['hub_forks', 'Rows kept beside another', 'SELECT count(*) AS n FROM fork'],
    [
      'hub_rows_quarantined',
      'Rows kept aside',
      "SELECT count(*) AS n FROM feed WHERE verdict = 'quarantined'",
    ],
    ['hub_desks', 'Desks enrolled', "SELECT count(*) AS n FROM desk WHERE state <> 'revoked'"],
  ] as const)
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        await ask(this, sql);
      },
    });
  return {
    registry,
    requests: new Counter({ name: 'hub_requests_total', help: 'Requests answered', registers }),
    pushed: new Counter({ name: 'hub_pushes_total', help: 'Batches', labelNames: ['result'], registers }),
    rows: new Counter({
      name: 'hub_rows_total',
      help: 'Rows kept and admitted',
      labelNames: ['step'],
      registers,
    }),
    pushSeconds: new Histogram({ name: 'hub_push_seconds', help: 'Time to keep a batch', registers }),
  };
};
