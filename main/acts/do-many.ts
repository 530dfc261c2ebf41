import { setImmediate } from 'node:timers/promises';
import type { ActOfMany, DossierRow, InputOf } from '../../shared/contract.ts';
import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import { summaryOf } from '../../shared/dossier/summary.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { afterCommit } from '../desk/after-commit.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findSummary } from '../journal/projections.ts';
import { tellRows } from '../lookup/working-set.ts';
import { findStorageFault } from '../vault/faults.ts';
import { carryOut } from './act.ts';

const actOn = (desk: Desk, cabinet: Cabinet, dossier: string, act: ActCommand): ActOfMany => {
  const acted = carryOut(desk, cabinet, dossier, act);
  if (acted.ok) {
    const { state, events } = acted.value;
    return { dossier, row: summaryOf(state), events, fault: null };
  }
  return { dossier, row: findSummary(cabinet.db, dossier) ?? null, events: [], fault: acted.fault };
};

/** Storage trouble in the middle: what was done before it is done, and its answer must not be lost with the rest. */
const tryOn = (desk: Desk, cabinet: Cabinet, dossier: string, act: ActCommand): ActOfMany => {
  try {
    return actOn(desk, cabinet, dossier, act);
  } catch (error) {
    const fault = findStorageFault(error);
    if (!fault) throw error;
    desk.noteStorageFault(fault);
    return { dossier, row: null, events: [], fault: { code: fault.code, params: fault.params } };
  }
};

/**
 * One act on many dossiers. Each is decided and recorded for itself, so that one refusal holds up none of the others and a cut leaves
 * nothing half done; the same command asked again finishes what was left. Between two of them main answers other calls.
 */
export const doMany = async (
  desk: Desk,
  { dossiers, act }: InputOf<'act.doMany'>,
): Promise<Result<ActOfMany[]>> => {
  const cabinet = getCabinet(desk);
  const { session } = desk;
  const answers: ActOfMany[] = [];
  for (const dossier of new Set(dossiers)) {
    const isOpen = desk.cabinet === cabinet && desk.session === session;
    answers.push(
      isOpen
        ? tryOn(desk, cabinet, dossier, act)
        : { dossier, row: null, events: [], fault: fail('notSignedIn').fault },
    );
    await setImmediate();
  }
  const changed = answers.flatMap(({ row, fault }): DossierRow[] => (row && !fault ? [row] : []));
  if (changed.length > 0) afterCommit(desk, cabinet, () => tellRows(desk, changed));
  return succeed(answers);
};
