import * as z from 'zod';
import { answers, none, id, text } from './method.ts';
import type { DossierRow, WorkingSet, Findings, DossierPage } from './shapes.ts';

export const dossiersMethods = {
  'workingSet.get': answers<WorkingSet>()(none, 'any'),
  'dossier.get': answers<DossierPage>()(z.strictObject({ id }), 'any'),
  /** Puts the dossier's code on the system's clipboard: a page may not. */
  'dossier.copyCode': answers<{ code: string }>()(z.strictObject({ id }), 'any'),
  'dossier.list': answers<{ rows: DossierRow[]; total: number }>()(
    z.strictObject({
      filter: z.strictObject({
        status: z.enum(['all', 'accepted', 'guided', 'refused', 'unprinted', 'dueSoon', 'late']),
        procedure: text(40),
        receivedFrom: text(10),
        receivedTo: text(10),
      }),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    'any',
  ),
  /** Anything: a scanned receipt, a code, a name without marks, a phone, an ID number. Newest first, at most 20. */
  'dossier.find': answers<Findings>()(z.strictObject({ text: text(500) }), 'any'),
} as const;
