import * as z from 'zod';
import { listKinds } from '../dossier/lists.ts';
import { answers, none, id, text } from './method.ts';
import type {
  DossierRow,
  WorkingSet,
  Findings,
  DossierPage,
  DossierStanding,
  ListCounts,
  Morning,
  PromiseInQuestion,
  ReadyList,
} from './dossier-shapes.ts';
import type { PrintAnswer } from './paper-shapes.ts';

const listFilter = z.strictObject({
  status: z.enum(listKinds),
  procedure: text(40),
  receivedFrom: text(10),
  receivedTo: text(10),
});

export const dossiersMethods = {
  'workingSet.get': answers<WorkingSet>()(none, 'any'),
  'dossier.get': answers<DossierPage>()(z.strictObject({ id }), 'any'),
  'dossier.standing': answers<DossierStanding>()(z.strictObject({ id }), 'any'),
  /** Puts the dossier's code on the system's clipboard: a page may not. */
  'dossier.copyCode': answers<{ code: string }>()(z.strictObject({ id }), 'any'),
  /** Saves one of its files where main's dialog says. */
  'dossier.saveFile': answers<PrintAnswer>()(
    z.strictObject({ id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    'any',
  ),
  'dossier.list': answers<{ rows: DossierRow[]; total: number }>()(
    z.strictObject({
      filter: listFilter,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    'any',
  ),
  /** Whom Ctrl+A marks: the first of a list, and how many it has in all. */
  'dossier.ids': answers<{ ids: string[]; total: number }>()(z.strictObject({ filter: listFilter }), 'any'),
  /** How many each list of the day has. */
  'dossier.counts': answers<ListCounts>()(none, 'any'),
  /** Whose results wait for a call: those of one telephone together, the longest wait first. */
  'day.ready': answers<ReadyList>()(none, 'any'),
  /** Printed dates a later calendar has put in question, until each is settled. */
  'day.promises': answers<PromiseInQuestion[]>()(none, 'any'),
  /** What two desks took in twice, a group each. */
  'day.twins': answers<DossierRow[][]>()(none, 'any'),
  /** What the day begins with, the most urgent of each. */
  'day.morning': answers<Morning>()(none, 'any'),
  /** Anything: a scanned receipt, a code, a name without marks, a phone, an ID number. Newest first, at most 20. */
  'dossier.find': answers<Findings>()(z.strictObject({ text: text(500) }), 'any'),
} as const;
