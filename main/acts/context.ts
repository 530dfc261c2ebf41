import type { ActCommand } from '../../shared/dossier/acts/commands.ts';
import { seriesFor } from '../../shared/dossier/acts/acted.ts';
import type { ActContext } from '../../shared/dossier/acts/context.ts';
import type { FormSeries } from '../../shared/dossier/form-number.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import type { DayState } from '../../shared/contract.ts';
import { dayOf, getSession, stampOf } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findNextFormNumber } from '../intake/numbering.ts';
import type { Stamp } from '../journal/journal.ts';

export interface JudgedBy {
  context: ActContext;
  stamp: Stamp;
  day: DayState;
  /** The series the act's form is numbered in; null for an act without one. */
  series: FormSeries | null;
}

/** Gathers what the law needs to judge an act now: who, where, when, and the next number of its form. */
export const actContext = (
  desk: Desk,
  cabinet: Cabinet,
  state: DossierState,
  command: ActCommand,
): JudgedBy => {
  const { office, db } = cabinet;
  const { name, roles } = getSession(desk);
  const day = dayOf(desk, cabinet);
  const stamp = stampOf(desk, cabinet, day);
  const series = seriesFor(state, command);
  return {
    stamp,
    day,
    series,
    context: {
      clerk: { name, roles },
      desk: office.desk.number,
      at: stamp.at,
      businessDay: day.day,
      calendar: cabinet.calendar,
      formNumber: series
        ? findNextFormNumber(db, series, Number(day.day.slice(0, 4)), office.desk.number)
        : 0,
    },
  };
};
