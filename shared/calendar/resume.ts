/** What was left of a term when its clock stopped: working minutes, or days of the calendar. */
export interface TermLeft {
  unit: 'minutes' | 'days';
  value: number;
}
