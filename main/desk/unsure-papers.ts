import type { DossierRow, InputOf, UnsurePaper } from '../../shared/contract.ts';
import { certificationSubject } from '../../shared/certification/events.ts';
import { isDossierId } from '../../shared/dossier/id.ts';
import { paperOfAct, papersInDoubt } from '../../shared/dossier/papers.ts';
import { isPaperInDoubt } from '../../shared/dossier/summary.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { isDossierEvent } from '../../shared/journal/upcast.ts';
import type { Role } from '../../shared/journal/row.ts';
import { pilesInDoubt, settlePileSlip } from '../certification/slips.ts';
import { findDossierState, findSummary } from '../journal/projections.ts';
import { ownRowsBefore } from '../journal/read.ts';
import type { Recorded } from '../journal/journal.ts';
import { listRowOf, settleList } from '../lists/papers.ts';
import { listsInDoubt } from '../lists/projection.ts';
import { summariesOf } from '../lookup/working-set.ts';
import { sealRowOf, settleSeal } from '../seals/papers.ts';
import { sealsInDoubt } from '../seals/projection.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { getCabinet } from './desk.ts';
import type { Cabinet, Desk } from './desk.ts';
import { settlePaper } from './paper-work.ts';

/** Newest dossiers without a paper that are looked through: a cut leaves the last ones in doubt. */
const mostInDoubt = 200;
/** Rows before this start among which a cut can have come between an act and its paper: two clerks' last minute. */
const lastRows = 40;

type OfDossier = Extract<UnsurePaper, { kind: 'dossier' }>;

/** Where this start begins in the journal: what stands before it was written before a cut, or a close. Read from the end: its own rows are few. */
const startOf = ({ db, journal }: Cabinet): number =>
  (db
    .prepare('SELECT pos FROM journal WHERE epoch <> ? ORDER BY pos DESC LIMIT 1')
    .get<{ pos: number }>([journal.epoch])?.pos ?? 0) + 1;

const receiptsInDoubt = (db: ReadableDatabase): OfDossier[] => {
  const rows: DossierRow[] = summariesOf(
    db,
    `SELECT summary FROM dossier WHERE printed = 0 AND open = 1 ORDER BY received_at DESC LIMIT ${mostInDoubt}`,
    [],
  );
  return rows
    .filter(({ id }) => {
      const state = findDossierState(db, id);
      return state !== null && isPaperInDoubt(state, 'receipt');
    })
    .reverse()
    .map((row) => ({ kind: 'dossier', row, form: 'receipt', about: '' }));
};

/** Papers of acts whose last attempt nobody knows the end of. */
const actsInDoubt = (db: ReadableDatabase): OfDossier[] =>
  summariesOf(
    db,
    `SELECT summary FROM dossier WHERE papers_in_doubt > 0 ORDER BY received_at LIMIT ${mostInDoubt}`,
    [],
  ).flatMap((row) => {
    const state = findDossierState(db, row.id);
    return state ? papersInDoubt(state).map((paper): OfDossier => ({ kind: 'dossier', row, ...paper })) : [];
  });

const commandOf = ({ event }: Recorded): string =>
  isDossierEvent(event) && 'command' in event.payload ? event.payload.command : '';

/** Acts done in the last moments before this start, whose paper nobody ever tried. What was done to many at once has a list instead. */
const actsCutShort = (db: ReadableDatabase, latest: readonly Recorded[]): OfDossier[] => {
  const times = new Map<string, number>();
  for (const read of latest) times.set(commandOf(read), (times.get(commandOf(read)) ?? 0) + 1);
  return latest.flatMap((read): OfDossier[] => {
    const { id, subject } = read.header;
    if (!isDossierId(subject) || commandOf(read) === '' || times.get(commandOf(read)) !== 1) return [];
    const state = findDossierState(db, subject);
    const row = findSummary(db, subject);
    const paper = state && paperOfAct(state, id);
    if (!paper || !row || state.papers.some(({ about }) => about === id)) return [];
    return [{ kind: 'dossier', row, ...paper }];
  });
};

/**
 * After a cut: papers of what was done, of which nobody knows whether they came out, oldest first. Asked about before anything else. A
 * paper known to have failed is not in doubt: the dossier's line says that it was not printed.
 */
export const unsurePapers = (desk: Desk): UnsurePaper[] => {
  const cabinet = getCabinet(desk);
  const { db } = cabinet;
  const start = startOf(cabinet);
  const latest = ownRowsBefore(db, start, lastRows);
  return [
    ...receiptsInDoubt(db),
    ...actsInDoubt(db),
    ...actsCutShort(db, latest),
    ...listsInDoubt(db, start).map((kept): UnsurePaper => ({ kind: 'list', list: listRowOf(kept) })),
    ...sealsInDoubt(db, start).map((kept): UnsurePaper => ({ kind: 'seal', seal: sealRowOf(kept) })),
    ...pilesInDoubt(
      db,
      latest.filter(({ header }) => header.subject === certificationSubject).map(({ row }) => row.pos),
    ).map((pile): UnsurePaper => ({ kind: 'pile', ...pile })),
  ];
};

/** The clerk's answer about an unsure paper: it did come out, or none is wanted. */
export const settleUnsure = (desk: Desk, role: Role, input: InputOf<'paper.settle'>): Result<null> => {
  const outcome = input.printed ? 'printed' : 'skipped';
  switch (input.kind) {
    case 'dossier':
      return settlePaper(desk, role, input, outcome);
    case 'list':
      return settleList(desk, role, input.list, outcome);
    case 'seal':
      return settleSeal(desk, role, input.seal, outcome);
    case 'pile':
      settlePileSlip(desk, role, input.pile, outcome);
      return succeed(null);
  }
};
