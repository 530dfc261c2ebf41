import type { WorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Role } from '../../journal/row.ts';

/** Everything the law needs to judge an act that is not in the command: who, where, when, by which calendar. */
export interface ActContext {
  clerk: { name: string; roles: readonly Role[] };
  desk: number;
  /** When it happens at the counter, milliseconds. */
  at: number;
  businessDay: string;
  calendar: WorkingCalendar;
  /** The next number of the series `seriesFor` names; unused by acts that take none. */
  formNumber: number;
}
