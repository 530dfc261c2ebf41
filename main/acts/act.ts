import type { ActDone, InputOf } from '../../shared/contract.ts';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import { decideAct } from '../../shared/dossier/acts/decide.ts';
import { actRoles } from '../../shared/dossier/acts/guards.ts';
import { fold } from '../../shared/dossier/evolve.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { isDossierEvent } from '../../shared/journal/upcast.ts';
import type { Role } from '../../shared/journal/row.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { findDayFault } from '../desk/business-day.ts';
import { authorOf, getCabinet, getSession } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { keepAttachments } from '../intake/keep-attachments.ts';
import { takeFormNumber } from '../intake/numbering.ts';
import { record } from '../journal/journal.ts';
import type { Recorded } from '../journal/journal.ts';
import { project } from '../journal/projections.ts';
import { placedOf, rowsAbout } from '../journal/read.ts';
import { pageOf } from '../lookup/dossier-page.ts';
import { tellRows } from '../lookup/working-set.ts';
import { actContext } from './context.ts';
import { filesIn, findHindrance } from './hindrance.ts';
import { rememberWords } from './remembered.ts';

/** The role an act is done under: the first she holds that may do it. */
const roleFor = (desk: Desk, { kind }: ActCommand): Role => {
  const { roles } = getSession(desk);
  const role = actRoles[kind].find((one) => roles.includes(one)) ?? roles[0];
  if (!role) throw new Error('act: a clerk without a role');
  return role;
};

/** Ids of the rows a command recorded. */
const recordedBy = (rows: readonly Recorded[], command: string): string[] =>
  rows.flatMap(({ header, event }) =>
    isDossierEvent(event) && 'command' in event.payload && event.payload.command === command
      ? [header.id]
      : [],
  );

export interface Acted {
  state: DossierState;
  rows: readonly Recorded[];
  events: string[];
}

/** Decides and records one act on one dossier in one transaction. Nothing is told yet. */
export const carryOut = (desk: Desk, cabinet: Cabinet, id: string, command: ActCommand): Result<Acted> => {
  const { db, office } = cabinet;
  const before = rowsAbout(db, id);
  const state = fold(before.map(placedOf));
  if (!state) return fail('unknownDossier');
  const { context, stamp, day, series } = actContext(desk, cabinet, state, command);
  const decided = decideAct(state, command, context);
  if (!decided.ok) return decided;
  if (decided.value.length === 0)
    return succeed({ state, rows: before, events: recordedBy(before, command.command) });
  // Said after the law's own refusals: those hold on any day.
  const hindered = findDayFault(day) ?? findHindrance(desk, cabinet, command);
  if (hindered) return { ok: false, fault: hindered };
  let after: DossierState = state;
  const recorded = record(
    cabinet.journal,
    authorOf(desk, roleFor(desk, command)),
    stamp,
    decided.value.map((event) => ({ subject: id, event })),
    (rows) => {
      for (const row of rows) after = project(db, row, after) ?? after;
      if (series)
        takeFormNumber(db, series, Number(day.day.slice(0, 4)), office.desk.number, context.formNumber);
      keepAttachments(db, id, filesIn(command), stamp.recordedAt);
      for (const event of decided.value) rememberWords(db, event);
    },
  );
  return succeed({
    state: after,
    rows: [...before, ...recorded],
    events: recorded.map(({ header }) => header.id),
  });
};

/** One act on one dossier; the answer is the page as it now stands. */
export const doAct = (desk: Desk, { dossier, act }: InputOf<'act.do'>): Result<ActDone> => {
  const cabinet = getCabinet(desk);
  const acted = carryOut(desk, cabinet, dossier, act);
  if (!acted.ok) return acted;
  const { state, rows, events } = acted.value;
  const { pos } = cabinet.journal.head;
  afterCommit(desk, cabinet, () => tellRows(desk, [summaryOf(state)], pos));
  return succeed({ page: pageOf(cabinet, state, rows), events });
};
