import * as z from 'zod';
import { listForms } from '../lists/content.ts';
import type { ListForm } from '../lists/content.ts';
import { mostMarked } from '../dossier/lists.ts';
import type { PaperOutcome } from '../dossier/events.ts';
import { answers, id, layout, text } from './method.ts';
import type { PaperPage, PrintAnswer } from './paper-shapes.ts';

/** A list that was drawn, as the place shows it where lists are found again. */
export interface ListRow {
  id: string;
  form: ListForm;
  /** "BG-0007/2026" */
  number: string;
  at: number;
  count: number;
  clerkName: string;
  /** Of the last attempt to print; null while nobody knows of one. */
  outcome: PaperOutcome | null;
}

/** `list`: a random id made where it is asked for. Drawn once under it, the dossiers named are no longer looked at. */
const wish = z.strictObject({
  list: id,
  form: z.enum(listForms),
  dossiers: z.array(id).max(mostMarked),
  layout,
});
export type ListWish = z.infer<typeof wish>;

/** Who works with dossiers; a look takes no number and is anybody's. */
const workers = ['reception', 'officer', 'leader', 'registrar'] as const;

export const listsMethods = {
  'lists.preview': answers<PaperPage>()(wish, 'any'),
  /** Draws the list, which takes its number, unless it was drawn before; then prints it. */
  'lists.print': answers<PrintAnswer>()(z.strictObject({ wish, printer: text(200) }), workers),
  'lists.save': answers<PrintAnswer>()(wish, workers),
  /** Lists of these business days, both included, newest first. */
  'lists.of': answers<ListRow[]>()(z.strictObject({ from: text(10), to: text(10) }), 'any'),
} as const;
