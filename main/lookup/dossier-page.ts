import type { DossierPage, HistoryRow } from '../../shared/contract.ts';
import { isDossierEvent } from '../../shared/journal/upcast.ts';
import type { StoredEvent } from '../../shared/journal/upcast.ts';
import { actDetail } from '../../shared/dossier/acts/detail.ts';
import { formNumber } from '../../shared/dossier/form-number.ts';
import { fold } from '../../shared/dossier/evolve.ts';
import { filesOf } from '../../shared/dossier/signing/files.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Cabinet } from '../desk/desk.ts';
import type { ReadableDatabase } from '../vault/database.ts';
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
      return { slip: formNumber('guidance', event.payload) };
    case 'intakeRefused':
      return { slip: formNumber('refusal', event.payload) };
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

/** A file is named in this vault once its bytes are in it. */
const filesElsewhere = (db: ReadableDatabase, state: DossierState): string[] => {
  const named = filesOf(state).map(({ file }) => file.hash);
  if (named.length === 0) return [];
  const here = db
    .prepare('SELECT hash FROM attachment WHERE dossier = ?')
    .all<{ hash: string }>([state.id])
    .map(({ hash }) => hash);
  return named.filter((hash) => !here.includes(hash));
};

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
    elsewhere: filesElsewhere(db, state),
  };
};

/** One dossier whole, folded from its rows, with what happened to it. */
export const dossierPage = (cabinet: Pick<Cabinet, 'db' | 'office'>, id: string): Result<DossierPage> => {
  const rows = rowsAbout(cabinet.db, id);
  const state = fold(rows.map(placedOf));
  return state ? succeed(pageOf(cabinet, state, rows)) : fail('unknownDossier');
};
