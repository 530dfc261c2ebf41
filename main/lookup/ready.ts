import type { DossierRow, ReadyGroup, ReadyList } from '../../shared/contract.ts';
import { normalizePhone } from '../../shared/citizen/number.ts';
import { findDossierState } from '../journal/projections.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { DayEdges } from './day-edges.ts';
import { listDossiers } from './list.ts';

/** As many as a morning's telephoning: the rest come up as these are told. */
const atMost = 200;

/** When calls were made since the result came. */
const callsAbout = (db: ReadableDatabase, { id, readySince }: DossierRow): number[] =>
  (findDossierState(db, id)?.notices ?? []).map(({ at }) => at).filter((at) => at >= (readySince ?? 0));

/** Two may have left one telephone: whoever answers is asked for by name. */
const namesOf = (rows: readonly DossierRow[]): string =>
  [...new Set(rows.map(({ submitterName }) => submitterName))].join(', ');

/** Results here that nobody was reached about; one call tells of all of a telephone. */
export const readyList = (db: ReadableDatabase, edges: DayEdges): ReadyList => {
  const { rows, total } = listDossiers(
    db,
    {
      filter: { status: 'untold', procedure: '', receivedFrom: '', receivedTo: '' },
      offset: 0,
      limit: atMost,
    },
    edges,
  );
  const groups = new Map<string, ReadyGroup>();
  for (const row of rows) {
    const phone = normalizePhone(row.phone);
    const key = phone === '' ? row.id : phone;
    const group = groups.get(key) ?? {
      phone: row.phone,
      name: '',
      dossiers: [],
      calls: 0,
      lastAt: null,
    };
    const calls = callsAbout(db, row);
    group.dossiers.push(row);
    group.calls = Math.max(group.calls, calls.length);
    group.lastAt = calls.reduce<number | null>((last, at) => Math.max(last ?? at, at), group.lastAt);
    groups.set(key, group);
  }
  const named = [...groups.values()].map((group) => ({ ...group, name: namesOf(group.dossiers) }));
  return { groups: named, total };
};
