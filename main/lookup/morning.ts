import type { DossierRow, Morning } from '../../shared/contract.ts';
import { DAY_MS } from '../../shared/calendar/vietnam-time.ts';
import { marks } from '../../shared/dossier/marks.ts';
import { countUnsigned } from '../signing/kept-signatures.ts';
import { dayOf, getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { countLists } from './counts.ts';
import { edgesNow } from './day-edges.ts';
import type { DayEdges } from './day-edges.ts';
import { countListed, listPage } from './list.ts';
import type { ListFilter } from './list.ts';
import { markedWith } from './marked.ts';
import { summariesOf } from './working-set.ts';

/** Rows each list of the page shows. */
const shown = 8;

/** Days a citizen usually takes to bring a paper: a habit of desks, no law. After these somebody should call. */
export const longWaitDays = 10;

const everyone: ListFilter = { status: 'all', procedure: '', receivedFrom: '', receivedTo: '' };

/** Asked for so long ago that the citizen may have forgotten; the longest first, on the index alone. */
const longWaits = (db: ReadableDatabase, { now }: DayEdges): Morning['longWaits'] => {
  const where = `${markedWith(marks.papers)} AND marked_at < ?`;
  const before = [now - longWaitDays * DAY_MS];
  return {
    count: db.prepare(`SELECT count(*) AS n FROM dossier WHERE ${where}`).get<{ n: number }>(before)?.n ?? 0,
    rows: summariesOf(
      db,
      `SELECT dossier.summary FROM (SELECT rowid AS at FROM dossier WHERE ${where} ORDER BY marked_at LIMIT ${shown}) AS page
       CROSS JOIN dossier ON dossier.rowid = page.at ORDER BY dossier.marked_at`,
      before,
    ),
  };
};

/** What the day begins with (F1). */
export const morningOf = (desk: Desk): Morning => {
  const cabinet = getCabinet(desk);
  const { db } = cabinet;
  const edges = edgesNow(cabinet, desk.clock.now());
  const { day } = dayOf(desk, cabinet);
  const list = (filter: Partial<ListFilter>): DossierRow[] =>
    listPage(db, { filter: { ...everyone, ...filter }, offset: 0, limit: shown }, edges);
  const today = { receivedFrom: day, receivedTo: day };
  const counts = countLists(db, edges);
  return {
    counts,
    toSign: countUnsigned(db) + counts.toSign + counts.toIssue,
    received: countListed(db, { ...everyone, status: 'accepted', ...today }, edges),
    recent: list(today),
    late: list({ status: 'late' }),
    dueSoon: list({ status: 'dueSoon' }),
    untold: list({ status: 'untold' }),
    longWaits: longWaits(db, edges),
    claimed: list({ status: 'claimed' }),
  };
};
