import type { DossierPage, HistoryRow } from '../../shared/contract.ts';
import { isDossierEvent } from '../../shared/journal/upcast.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import { actDetail } from '../../shared/dossier/acts/detail.ts';
import { fold } from '../../shared/dossier/evolve.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Cabinet } from '../desk/desk.ts';
import { placedOf, rowsAbout } from '../journal/read.ts';
import type { Recorded } from '../journal/journal.ts';
import { twinsOf } from './twins.ts';
import { syncOfDossier } from '../sync/dossier-standing.ts';

/** What a line of the history adds to its own name. */
const detailOf = (event: StoredEvent): HistoryRow['detail'] => {
  if (!isDossierEvent(event)) return { v: event.v };
  switch (event.type) {
    case 'dossierAccepted':
      return { code: event.payload.code };
    case 'intakeGuided':
    case 'intakeRefused':
      return { number: event.payload.number, year: event.payload.year };
    case 'paperPrinted': {
      const { form, about, outcome, printer, reprint } = event.payload;
      return { form, about, outcome, printer, reprint };
    }
    default:
      return actDetail(event);
  }
};

const historyRow = (
  { row, header, event, clerkName }: Recorded,
  names: ReadonlyMap<string, string>,
): HistoryRow => ({
  id: header.id,
  pos: row.pos,
  type: header.type,
  at: header.at,
  recordedAt: header.recordedAt,
  clock: header.clock,
  clerkName: names.get(header.clerk) ?? clerkName ?? '',
  desk: header.desk,
  witness: witnessOf(row.hash),
  detail: detailOf(event),
});

/** The page of a dossier whose rows and state are at hand. */
export const pageOf = (
  { db, office }: Pick<Cabinet, 'db' | 'office'>,
  state: DossierState,
  rows: readonly Recorded[],
): DossierPage => {
  const names = new Map(office.clerks.map((clerk) => [clerk.id, clerk.name]));
  return {
    row: summaryOf(state),
    state,
    history: rows.map((row) => historyRow(row, names)),
    sync: syncOfDossier(db, state.id),
    twins: twinsOf(db, state.id),
  };
};

/** One dossier whole, folded from its rows, with what happened to it. */
export const dossierPage = (cabinet: Pick<Cabinet, 'db' | 'office'>, id: string): Result<DossierPage> => {
  const rows = rowsAbout(cabinet.db, id);
  const state = fold(rows.map(placedOf));
  return state ? succeed(pageOf(cabinet, state, rows)) : fail('unknownDossier');
};
