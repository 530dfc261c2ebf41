import { amendLine, linesOf } from '../../shared/certification/lines.ts';
import type { RegisterLine } from '../../shared/certification/lines.ts';
import { certificationSubject, isCertificationEvent } from '../../shared/certification/events.ts';
import type { CertificationEvent, CertificationEvents } from '../../shared/certification/events.ts';
import { evolveRegister } from '../../shared/certification/register.ts';
import type { RegisterState } from '../../shared/certification/register.ts';
import { witnessOf } from '../../shared/journal/row.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { Recorded } from '../journal/journal.ts';
import { rowsAbout } from '../journal/read.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

/** The register's lists, written in the transaction of its rows. */

export type PileBody = CertificationEvents['pileCertified'] | CertificationEvents['pileQueued'];

const isState = withKeys<RegisterState>('register', 'place', 'waiting', 'serial');
export const isPileBody = withKeys<PileBody>('pile', 'requester', 'entries', 'total', 'day');
export const isLine = withKeys<RegisterLine>('year', 'number', 'requester', 'amendments');

export const findRegister = (db: ReadableDatabase): RegisterState | null => {
  const row = db
    .prepare('SELECT body FROM office_state WHERE name = ?')
    .get<{ body: string }>([certificationSubject]);
  return row ? readJson(row.body, isState) : null;
};

const saveRegister = (db: WritableDatabase, state: RegisterState): void => {
  db.prepare(
    'INSERT INTO office_state (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
  ).run([certificationSubject, JSON.stringify(state)]);
};

const saveLine = (db: WritableDatabase, line: RegisterLine): void => {
  db.prepare(
    `INSERT INTO certification_line (year, number, day, pile, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (year, number) DO UPDATE SET day = excluded.day, pile = excluded.pile, body = excluded.body`,
  ).run([line.year, line.number, line.day, line.pile, JSON.stringify(line)]);
};

export const findLine = (db: ReadableDatabase, year: number, number: number): RegisterLine | undefined => {
  const row = db
    .prepare('SELECT body FROM certification_line WHERE year = ? AND number = ?')
    .get<{ body: string }>([year, number]);
  return row ? readJson(row.body, isLine) : undefined;
};

const savePile = (
  db: WritableDatabase,
  { row }: Recorded,
  state: 'waiting' | 'certified',
  body: PileBody,
): void => {
  db.prepare(
    `INSERT INTO certification_pile (id, state, day, pos, witness, slips, body) VALUES (?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, day = excluded.day, pos = excluded.pos,
       witness = excluded.witness, body = excluded.body`,
  ).run([body.pile, state, body.day, row.pos, witnessOf(row.hash), JSON.stringify(body)]);
};

const projectEvent = (db: WritableDatabase, read: Recorded, event: CertificationEvent): void => {
  for (const line of linesOf(event)) saveLine(db, line);
  switch (event.type) {
    case 'pileQueued':
      savePile(db, read, 'waiting', event.payload);
      return;
    case 'pileCertified':
      savePile(db, read, 'certified', event.payload);
      return;
    case 'pileWithdrawn':
      db.prepare("UPDATE certification_pile SET state = 'withdrawn' WHERE id = ?").run([event.payload.pile]);
      return;
    case 'entryCorrected':
    case 'entryStruck': {
      const line = findLine(db, event.payload.year, event.payload.number);
      if (line) saveLine(db, amendLine(line, event));
      return;
    }
    case 'certificationPrinted': {
      const { paper, of, outcome } = event.payload;
      if (paper === 'certificationFee')
        db.prepare('UPDATE certification_pile SET slips = slips + ?, slip_outcome = ? WHERE id = ?').run([
          outcome === 'printed' || outcome === 'saved' ? 1 : 0,
          outcome,
          of,
        ]);
      return;
    }
    default:
  }
};

/** Brings the register up with one row. A row this software does not know changes nothing: verification names it. */
export const projectRegister = (db: WritableDatabase, read: Recorded): void => {
  const { event } = read;
  if (!isCertificationEvent(event)) return;
  const state = evolveRegister(findRegister(db), event);
  if (state) saveRegister(db, state);
  projectEvent(db, read, event);
};

/** Makes the register's lists again from its rows; inside the caller's transaction. */
export const projectRegisterAnew = (db: WritableDatabase): void => {
  db.exec('DELETE FROM certification_pile; DELETE FROM certification_line');
  let state: RegisterState | null = null;
  for (const read of rowsAbout(db, certificationSubject)) {
    const { event } = read;
    if (!isCertificationEvent(event)) continue;
    state = evolveRegister(state, event);
    projectEvent(db, read, event);
  }
  if (state) saveRegister(db, state);
  else db.prepare('DELETE FROM office_state WHERE name = ?').run([certificationSubject]);
};
