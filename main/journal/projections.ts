import type { DossierRow } from '../../shared/contract.ts';
import { evolve, fold } from '../../shared/dossier/evolve.ts';
import { intakeOf, summaryOf } from '../../shared/dossier/summary.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { isOfficeEvent } from '../../shared/journal/upcast.ts';
import { evolveOffice } from '../../shared/office/evolve.ts';
import type { OfficeState } from '../../shared/office/profile.ts';
import { fold as foldText } from '../../shared/text/fold.ts';
import { transaction } from '../vault/database.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { placedOf, readRow, rowsAbout, rowsAfter } from './read.ts';
import { officeSubject } from './journal.ts';
import type { Recorded } from './journal.ts';
import { readJson, withKeys } from './json.ts';

/** Raise when the shape of a projection changes: they are then rebuilt from the journal, off the start path. */
export const projectionVersion = 1;

export const isSummary = withKeys<DossierRow>('id', 'code', 'status');
const isOffice = withKeys<OfficeState>('profile', 'clerks', 'packs');

/** The state of one dossier, folded from its rows; null when there are none. */
export const findDossierState = (db: ReadableDatabase, id: string): DossierState | null =>
  fold(rowsAbout(db, id).map(placedOf));

export const findSummary = (db: ReadableDatabase, id: string): DossierRow | undefined => {
  const row = db.prepare('SELECT summary FROM dossier WHERE id = ?').get<{ summary: string }>([id]);
  return row ? readJson(row.summary, isSummary) : undefined;
};

const isOpen = (summary: DossierRow): boolean => summary.status === 'accepted';

const insertDossier = (db: WritableDatabase, state: DossierState, pos: number): void => {
  const summary = summaryOf(state);
  const intake = intakeOf(state);
  const people = intake ? [intake.owner, intake.submitter] : [];
  const joined = (pick: (person: (typeof people)[number]) => string): string =>
    [...new Set(people.map(pick))].join(' ').trim();
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO dossier (id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
         owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run([
      state.id,
      summary.code,
      summary.receivedAt,
      summary.dueAt,
      summary.businessDay,
      summary.procedure,
      summary.ownerName,
      foldText(summary.ownerName),
      summary.idNumber,
      summary.phone,
      summary.status,
      isOpen(summary) ? 1 : 0,
      state.accepted?.key ?? '',
      summary.printed ? 1 : 0,
      JSON.stringify(summary),
      pos,
    ]);
  db.prepare('INSERT INTO dossier_text (rowid, name, phone, code, ids) VALUES (?, ?, ?, ?, ?)').run([
    lastInsertRowid,
    foldText(joined((person) => person.name)),
    joined((person) => person.phone),
    foldText(summary.code),
    foldText(joined((person) => `${person.idNumber} ${person.oldIdNumber}`)),
  ]);
};

const updateDossier = (db: WritableDatabase, state: DossierState, pos: number): void => {
  const summary = summaryOf(state);
  db.prepare(
    'UPDATE dossier SET status = ?, open = ?, due_at = ?, printed = ?, summary = ?, changed_pos = ? WHERE id = ?',
  ).run([
    summary.status,
    isOpen(summary) ? 1 : 0,
    summary.dueAt,
    summary.printed ? 1 : 0,
    JSON.stringify(summary),
    pos,
    state.id,
  ]);
};

const saveOffice = (db: WritableDatabase, state: OfficeState): void => {
  db.prepare('INSERT INTO office_state (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body').run([
    officeSubject,
    JSON.stringify(state),
  ]);
};

export const findOffice = (db: ReadableDatabase): OfficeState | null => {
  const row = db.prepare('SELECT body FROM office_state WHERE name = ?').get<{ body: string }>([officeSubject]);
  return row ? readJson(row.body, isOffice) : null;
};

/**
 * Brings the projections up with one row, inside the row's own transaction. `before` is the dossier's state when the caller
 * has it already; otherwise it is folded from the journal.
 */
export const project = (db: WritableDatabase, read: Recorded, before?: DossierState | null): DossierState | null => {
  const { header, event, row } = read;
  if (header.subject === officeSubject) {
    if (isOfficeEvent(event) && event.type !== 'epochOpened') {
      const office = evolveOffice(findOffice(db), event);
      if (office) saveOffice(db, office);
    }
    return null;
  }
  const known = db.prepare('SELECT 1 AS one FROM dossier WHERE id = ?').get([header.subject]) !== undefined;
  const earlier = before === undefined ? foldBefore(db, header.subject, row.pos) : before;
  const state = evolve(earlier, placedOf(read));
  if (known) updateDossier(db, state, row.pos);
  else insertDossier(db, state, row.pos);
  return state;
};

const foldBefore = (db: ReadableDatabase, subject: string, pos: number): DossierState | null =>
  fold(
    rowsAbout(db, subject)
      .filter(({ row }) => row.pos < pos)
      .map(placedOf),
  );

/** Empties the projections and folds the whole journal again, `page` rows a transaction; yields after each so that work can go on between. */
export function* rebuildProjections(db: WritableDatabase, page = 500): Generator<number> {
  transaction(db, () => {
    db.exec('DELETE FROM dossier; DELETE FROM office_state;');
    db.exec("INSERT INTO dossier_text (dossier_text) VALUES ('delete-all')");
  });
  let batch: Recorded[] = [];
  const flush = (): void => {
    transaction(db, () => {
      for (const read of batch) project(db, read);
    });
    batch = [];
  };
  for (const row of rowsAfter(db, 0)) {
    batch.push(readRow(row));
    if (batch.length >= page) {
      flush();
      yield row.pos;
    }
  }
  flush();
}
