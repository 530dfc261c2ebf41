import * as z from 'zod';
import type { OfficeHours } from './office-hours.ts';

/** Apart from office-hours.ts so that the counter's window, which only shows and checks hours, never loads zod. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const sessions = z.array(z.strictObject({ from: clock, to: clock })).max(6);

/** The shape of kept or imported hours; order and overlap are `findHoursProblems`' to judge. Missing days are shut. */
export const officeHoursSchema: z.ZodType<OfficeHours> = z.strictObject({
  1: sessions.default([]),
  2: sessions.default([]),
  3: sessions.default([]),
  4: sessions.default([]),
  5: sessions.default([]),
  6: sessions.default([]),
  7: sessions.default([]),
});
