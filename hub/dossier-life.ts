import { setImmediate as turn } from 'node:timers/promises';
import { fold } from '../shared/dossier/evolve.ts';
import type { Placed } from '../shared/dossier/evolve.ts';
import type { DossierState } from '../shared/dossier/state.ts';
import { readHeader } from '../shared/journal/header.ts';
import { witnessOf } from '../shared/journal/row.ts';
import { upcast } from '../shared/journal/upcast.ts';
import type { StoredEvent } from '../shared/journal/upcast.ts';
import type { Queryable } from './database.ts';
import { bytesOf, parsed } from './judge-rows.ts';

/** Rows read between two turns of the thread that answers desks: some 2 ms. */
const chunk = 100;

/** A row of a dossier at its place in the office's feed. */
export interface LifeEvent {
  position: number;
  placed: Placed<StoredEvent>;
}

/** Everything admitted about each of these dossiers, in the feed's order. */
export const livesOf = async (
  db: Queryable,
  office: string,
  dossiers: readonly string[],
): Promise<Map<string, LifeEvent[]>> => {
  const { rows } = await db.query<{
    position: number;
    subject: string;
    header: string;
    payload: string | null;
    hash: Buffer;
  }>({
    name: 'lives',
    text: `SELECT feed.position, feed.subject, row.header, row.payload, row.hash
     FROM feed JOIN journal_row AS row USING (office, desk, epoch, seq)
     WHERE feed.office = $1 AND feed.subject = ANY($2) AND feed.verdict <> 'quarantined' ORDER BY feed.position`,
    values: [office, dossiers],
  });
  const lives = new Map<string, LifeEvent[]>();
  for (const [at, { position, subject, ...row }] of rows.entries()) {
    if (at % chunk === chunk - 1) await turn();
    const header = readHeader(row.header);
    if (!header) continue;
    const event = upcast({ type: header.type, v: header.v, payload: parsed(row.payload) });
    const witness = witnessOf(bytesOf(row.hash));
    const life = lives.get(subject) ?? [];
    life.push({ position, placed: { id: header.id, subject, at: header.at, witness, event } });
    lives.set(subject, life);
  }
  return lives;
};

/** The dossier as it stood with these of its rows. */
export const stateWith = (
  life: readonly LifeEvent[],
  isIn: (event: LifeEvent) => boolean,
): DossierState | null => fold(life.filter(isIn).map(({ placed }) => placed));

/** Dossiers as admitted so far. */
export const statesOf = async (
  db: Queryable,
  office: string,
  dossiers: readonly string[],
): Promise<Map<string, DossierState>> => {
  const states = new Map<string, DossierState>();
  for (const [dossier, life] of await livesOf(db, office, dossiers)) {
    const state = stateWith(life, () => true);
    if (state) states.set(dossier, state);
  }
  return states;
};
