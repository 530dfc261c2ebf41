import type { TermUnit } from '../../../shared/catalogue/procedure.ts';

const units = ['SAME_DAY', 'HOUR', 'WORKING_DAY', 'DAY', 'MONTH'] as const satisfies readonly TermUnit[];

/** A search hit tells its unit as plain text; the schema that knows it stays out of the window. */
export const isTermUnit = (text: string): text is TermUnit => units.some((unit) => unit === text);
