import type { Person } from '../../shared/citizen/person.ts';
import type { DossierRow } from '../../shared/contract.ts';
import { evolve, fold, isOpened } from '../../shared/dossier/evolve.ts';
import { isOngoing } from '../../shared/dossier/acts/axes.ts';
import { markedAt, marksOf } from '../../shared/dossier/marks.ts';
import { papersInDoubt } from '../../shared/dossier/papers.ts';
import { intakeOf, standingAtIntake, summaryOf } from '../../shared/dossier/summary.ts';
import type { RowStanding } from '../../shared/dossier/summary.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { isOfficeEvent } from '../../shared/journal/upcast.ts';
import { evolveOffice } from '../../shared/office/evolve.ts';
import type { OfficeState } from '../../shared/office/profile.ts';
import { fold as foldText } from '../../shared/text/fold.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { addText, replaceText } from './dossier-text.ts';
import { keepTrackingLine } from '../books/tracking-lines.ts';
import { certificationSubject } from '../../shared/certification/events.ts';
import { projectRegister } from '../certification/projection.ts';
import { listSubject } from '../../shared/lists/events.ts';
import { projectList } from '../lists/projection.ts';
import { sealSubject } from '../../shared/seals/events.ts';
import { projectSeal } from '../seals/projection.ts';
import { findLine, linePlace } from './line-place.ts';
import { ownRowsAbout, placedOf, rowsAbout } from './read.ts';
import { officeSubject } from './journal.ts';
import type { Recorded } from './journal.ts';
import { readJson, withKeys } from './json.ts';
import { keepReceipts, keepVoided } from './official-receipts.ts';
import { keepDrafts, keepSignatures, keepUnsigned } from '../signing/kept-signatures.ts';

type StoredRow = Omit<DossierRow, keyof RowStanding> & Partial<RowStanding>;
const isSummary = withKeys<StoredRow>('id', 'code', 'status');
const isWhole = withKeys<DossierRow>('id', 'code', 'status', 'business', 'conflicts', 'signing');

/** A stored line; one that older software wrote stands as at its intake until the rebuild has come by. */
export const readSummary = (text: string): DossierRow => {
  const stored = readJson(text, isSummary);
  // Putting two such objects together takes ten times as long as parsing one.
  if (isWhole(stored)) return stored;
  return { ...standingAtIntake(stored), ...stored };
};

const isOffice = withKeys<OfficeState>('profile', 'clerks', 'packs');

/** The state of one dossier, folded from its rows; null when there are none. */
export const findDossierState = (db: ReadableDatabase, id: string): DossierState | null =>
  fold(rowsAbout(db, id).map(placedOf));

export const findSummary = (db: ReadableDatabase, id: string): DossierRow | undefined => {
  const row = db
    .prepare(`SELECT summary FROM dossier WHERE rowid = (${linePlace('?')}) AND id = ?`)
    .get<{ summary: string }>([id, id, id]);
  return row ? readSummary(row.summary) : undefined;
};

const isOpen = (summary: DossierRow): boolean => summary.status === 'accepted' && isOngoing(summary.business);

/** Writes a dossier's line, and its line of the tracking book, whatever stood there; `rowid` is where its first row stands in the journal, so that newest first needs no sort. */
const saveDossier = (
  db: WritableDatabase,
  rowid: number,
  state: DossierState,
  summary: DossierRow,
  pos: number,
): void => {
  db.prepare(
    `INSERT INTO dossier (rowid, id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
       owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos, business, money, owed,
       delivery, holder, ready_since, conflicts, marks, marked_at, papers_in_doubt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (rowid) DO UPDATE SET (id, code, received_at, due_at, business_day, procedure, owner_name, owner_fold,
       owner_id_number, phone, status, open, receipt_key, printed, summary, changed_pos, business, money, owed,
       delivery, holder, ready_since, conflicts, marks, marked_at, papers_in_doubt) =
       (excluded.id, excluded.code, excluded.received_at, excluded.due_at, excluded.business_day, excluded.procedure,
       excluded.owner_name, excluded.owner_fold, excluded.owner_id_number, excluded.phone, excluded.status,
       excluded.open, excluded.receipt_key, excluded.printed, excluded.summary, excluded.changed_pos,
       excluded.business, excluded.money, excluded.owed, excluded.delivery, excluded.holder, excluded.ready_since,
       excluded.conflicts, excluded.marks, excluded.marked_at, excluded.papers_in_doubt)`,
  ).run([
    rowid,
    state.id,
    summary.code,
    summary.receivedAt,
    summary.dueNow,
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
    summary.business,
    summary.money ?? '',
    summary.owed,
    summary.delivery,
    summary.holder,
    summary.readySince,
    summary.conflicts,
    marksOf(summary),
    markedAt(summary),
    papersInDoubt(state).length,
  ]);
  keepTrackingLine(db, rowid, state);
};

/** Writes what the dossier is searched by; `isKnown`: in place of what stood there. */
const saveText = (
  db: WritableDatabase,
  rowid: number,
  state: DossierState,
  summary: DossierRow,
  isKnown: boolean,
): void => {
  const intake = intakeOf(state);
  const today = state.particulars ?? intake;
  const people = today ? [today.owner, today.submitter] : [];
  // The name on a receipt already printed still finds it, however wrong it was.
  const printed = intake ? [intake.owner, intake.submitter] : [];
  const joined = (pick: (person: Person) => string, of: readonly Person[] = people): string =>
    [...new Set(of.map(pick))].join(' ').trim();
  const write = isKnown ? replaceText : addText;
  write(db, rowid, {
    name: foldText(joined((person) => person.name, [...people, ...printed])),
    phone: joined((person) => person.phone),
    code: foldText(summary.code),
    ids: foldText(joined((person) => `${person.idNumber} ${person.oldIdNumber}`)),
  });
};

const saveOffice = (db: WritableDatabase, state: OfficeState): void => {
  db.prepare(
    'INSERT INTO office_state (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
  ).run([officeSubject, JSON.stringify(state)]);
};

export const findOffice = (db: ReadableDatabase): OfficeState | null => {
  const row = db
    .prepare('SELECT body FROM office_state WHERE name = ?')
    .get<{ body: string }>([officeSubject]);
  return row ? readJson(row.body, isOffice) : null;
};

/**
 * Brings the projections up with one row, inside the row's own transaction. `before` is the dossier's state when the caller
 * has it already; otherwise it is folded from the journal.
 */
export const project = (
  db: WritableDatabase,
  read: Recorded,
  before?: DossierState | null,
): DossierState | null => {
  const { header, event, row } = read;
  if (header.subject === certificationSubject) {
    projectRegister(db, read);
    return null;
  }
  if (header.subject === listSubject) {
    projectList(db, read);
    return null;
  }
  if (header.subject === sealSubject) {
    projectSeal(db, read);
    return null;
  }
  if (header.subject === officeSubject) {
    if (isOfficeEvent(event) && event.type !== 'epochOpened') {
      const office = evolveOffice(findOffice(db), event);
      if (office) saveOffice(db, office);
      if (event.type === 'receiptsVoided') keepVoided(db, event.payload);
    }
    return null;
  }
  const earlier = before === undefined ? foldBefore(db, header.subject, row.pos) : before;
  const state = evolve(earlier, placedOf(read));
  const rowid = earlier ? (findLine(db, header.subject) ?? row.pos) : row.pos;
  const summary = summaryOf(state);
  saveDossier(db, rowid, state, summary, row.pos);
  if (state.money.payments.length > 0) keepReceipts(db, state);
  if (event.type === 'paperSigned' || event.type === 'signatureStamped') keepSignatures(db, state);
  if (event.type === 'resultSubmitted') keepDrafts(db, state);
  keepUnsigned(db, state.id);
  // Only an intake brings people and a code, and only a correction changes them; the rest leaves the words alone.
  const opens = !earlier || (!isOpened(earlier) && isOpened(state));
  if (opens || event.type === 'dossierCorrected') saveText(db, rowid, state, summary, earlier !== null);
  return state;
};

const foldBefore = (db: ReadableDatabase, subject: string, pos: number): DossierState | null =>
  fold(
    rowsAbout(db, subject)
      .filter(({ row }) => row.pos < pos)
      .map(placedOf),
  );

/** Writes the line and words of one dossier from its rows alone, as `project` did row by row. */
export const projectAnew = (db: WritableDatabase, id: string): DossierRow | undefined => {
  const rows = rowsAbout(db, id);
  const state = fold(rows.map(placedOf));
  const line = findLine(db, id);
  const last = rows.at(-1)?.row.pos;
  if (!state || line === undefined || last === undefined) return undefined;
  const summary = summaryOf(state);
  saveDossier(db, line, state, summary, last);
  saveText(db, line, state, summary, true);
  keepReceipts(db, state);
  keepSignatures(db, state);
  keepDrafts(db, state);
  keepUnsigned(db, state.id);
  return summary;
};

/** Folds the office from its rows alone; null when it was never founded. */
export const projectOfficeAnew = (db: WritableDatabase): OfficeState | null => {
  let office: OfficeState | null = null;
  for (const { event } of ownRowsAbout(db, officeSubject)) {
    if (!isOfficeEvent(event)) continue;
    office = evolveOffice(office, event);
    if (event.type === 'receiptsVoided') keepVoided(db, event.payload);
  }
  if (office) saveOffice(db, office);
  return office;
};
