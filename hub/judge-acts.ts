import { setImmediate as turn } from 'node:timers/promises';
import { admit, opens } from '../shared/dossier/admit.ts';
import { evolve } from '../shared/dossier/evolve.ts';
import { isDossierId } from '../shared/dossier/id.ts';
import type { DossierState } from '../shared/dossier/state.ts';
import { witnessOf } from '../shared/journal/row.ts';
import type { Quarantine } from '../shared/sync/feed.ts';
import type { Connection } from './database.ts';
import { statesOf } from './dossier-life.ts';
import { bytesOf } from './judge-rows.ts';
import type { Judged } from './judge-rows.ts';

/** Rows on dossiers of another office are kept aside: who opened a dossier holds it. */
const judgeHolders = async (
  on: Connection,
  office: string,
  judged: readonly Judged[],
  subjects: readonly string[],
): Promise<Judged[]> => {
  const opened = judged.flatMap(({ header, event, verdict }) =>
    header && event && verdict !== 'quarantined' && isDossierId(header.subject) && opens(event)
      ? [header.subject]
      : [],
  );
  // In one order: of two offices that open the same at once, the second waits for the first, and no two for each other.
  if (opened.length > 0)
    await on.query(
      'INSERT INTO holder (dossier, office) SELECT dossier, $2 FROM unnest($1::text[]) AS dossier ORDER BY dossier ON CONFLICT DO NOTHING',
      [opened, office],
    );
  const { rows } = await on.query<{ dossier: string }>({
    name: 'held-elsewhere',
    text: 'SELECT dossier FROM holder WHERE dossier = ANY($1) AND office <> $2',
    values: [subjects, office],
  });
  if (rows.length === 0) return [...judged];
  const others = new Set(rows.map(({ dossier }) => dossier));
  return judged.map((one) =>
    one.header && one.verdict !== 'quarantined' && others.has(one.header.subject)
      ? { ...one, verdict: 'quarantined', detail: 'otherOffice' satisfies Quarantine }
      : one,
  );
};

/** Rows between two turns of the thread that answers desks: some 1 ms. */
const chunk = 100;

const judgeState = (one: Judged, states: Map<string, DossierState>): Judged => {
  const { header, event, row } = one;
  if (one.verdict === 'quarantined' || !header || !event || !isDossierId(header.subject)) return one;
  const before = states.get(header.subject) ?? null;
  const found = admit(before, event);
  const { id, subject, at } = header;
  states.set(subject, evolve(before, { id, subject, at, witness: witnessOf(bytesOf(row.hash)), event }));
  return { ...one, verdict: found.verdict, detail: found.verdict === 'conflict' ? found.with : '' };
};

/** What each row does to its dossier as it stands when its turn comes. */
const judgeStates = async (
  judged: readonly Judged[],
  states: Map<string, DossierState>,
): Promise<Judged[]> => {
  const done: Judged[] = [];
  for (const one of judged) {
    done.push(judgeState(one, states));
    if (done.length % chunk === 0) await turn();
  }
  return done;
};

/** Judges rows that are sound by themselves by whose dossiers they are on, and by what those have become. */
export const judgeActs = async (
  on: Connection,
  office: string,
  sound: readonly Judged[],
): Promise<Judged[]> => {
  const dossiers = sound.flatMap(({ header }) =>
    header && isDossierId(header.subject) ? [header.subject] : [],
  );
  const subjects = [...new Set(dossiers)];
  const judged = await judgeHolders(on, office, sound, subjects);
  return judgeStates(judged, await statesOf(on, office, subjects));
};
