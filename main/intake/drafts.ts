import type { DraftRow } from '../../shared/contract.ts';
import { blankForm } from '../../shared/dossier/blank-form.ts';
import type { IntakeForm } from '../../shared/dossier/form.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { findProcedure } from '../../shared/catalogue/find.ts';
import { readJson, withKeys } from '../journal/json.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { dayOf, getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';

/**
 * Drafts belong to the office, not to a login: a colleague goes on with what a cut or a shift left open. A draft ends with the row
 * that decides it: from then on it is neither offered nor opened nor saved, and an idle moment sweeps it. Deleting it in that row's own
 * transaction would seal five pages more while the citizen waits.
 */

const isForm = withKeys<IntakeForm>('procedure', 'submitter', 'components', 'answers', 'fees', 'delivery');

interface StoredDraft {
  [column: string]: string | number;
  id: string;
  body: string;
  clerk: string;
  changed_at: number;
}

/** True once a draft has become a dossier of its own id: its page is closed for good. */
export const isDecided = (db: ReadableDatabase, id: string): boolean =>
  db.prepare('SELECT 1 AS one FROM journal WHERE subject = ? LIMIT 1').get([id]) !== undefined;

/** Saves what has been typed, however wrong it still is. A page already accepted is not opened again by a late save. */
export const saveDraft = (desk: Desk, id: string, form: IntakeForm): Result<{ savedAt: number }> => {
  const { db } = getCabinet(desk);
  if (isDecided(db, id)) return fail('alreadyDecided');
  const at = desk.clock.now();
  const known = db.prepare('SELECT 1 AS one FROM draft WHERE id = ?').get([id]) !== undefined;
  db.prepare(
    `INSERT INTO draft (id, command_state, body, clerk, created_at, changed_at) VALUES (?, 'open', ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at`,
  ).run([id, JSON.stringify(form), getSession(desk).clerk, at, at]);
  if (!known) desk.tell({ kind: 'drafts' });
  return succeed({ savedAt: at });
};

const decided = 'EXISTS (SELECT 1 FROM journal WHERE subject = draft.id)';

/** Takes away the drafts that have become dossiers. */
export const sweepDrafts = (db: WritableDatabase): void => {
  db.prepare(`DELETE FROM draft WHERE ${decided}`).run();
};

export const dropDraft = (desk: Desk, id: string): Result<null> => {
  getCabinet(desk).db.prepare('DELETE FROM draft WHERE id = ?').run([id]);
  desk.tell({ kind: 'drafts' });
  return succeed(null);
};

/** A kept draft, or an empty page for an id nobody has used. */
export const openDraft = (desk: Desk, id: string): Result<{ id: string; form: IntakeForm }> => {
  const { db } = getCabinet(desk);
  if (isDecided(db, id)) return fail('alreadyDecided');
  const row = db.prepare('SELECT body FROM draft WHERE id = ?').get<{ body: string }>([id]);
  return succeed({ id, form: row ? readJson(row.body, isForm) : blankForm() });
};

/** Open drafts of intakes, the one touched last first; other drafts have a state of their own. */
export const listDrafts = (desk: Desk): DraftRow[] => {
  const cabinet = getCabinet(desk);
  const names = new Map(cabinet.office.clerks.map((clerk) => [clerk.id, clerk.name]));
  const { day } = dayOf(desk, cabinet);
  return cabinet.db
    .prepare(
      `SELECT id, body, clerk, changed_at FROM draft WHERE command_state = 'open' AND NOT ${decided} ORDER BY changed_at DESC LIMIT 200`,
    )
    .all<StoredDraft>()
    .map((row) => {
      const form = readJson(row.body, isForm);
      const found =
        form.procedure === '' ? null : findProcedure(cabinet.rules.catalogue, form.procedure, day);
      return {
        id: row.id,
        procedure: form.procedure,
        procedureName: found?.ok ? found.value.procedure.name : '',
        who: form.submitter.name || (form.owner?.name ?? ''),
        clerk: names.get(row.clerk) ?? '',
        changedAt: row.changed_at,
      };
    });
};
