import * as z from 'zod';
import type { RowHeader } from './row.ts';

const headerSchema = z.strictObject({
  id: z.string().min(1),
  type: z.string().min(1),
  v: z.number().int().min(1),
  subject: z.string().min(1),
  office: z.string(),
  desk: z.number().int(),
  epoch: z.string().min(1),
  seq: z.number().int().min(1),
  clerk: z.string().min(1),
  role: z.enum(['reception', 'officer', 'leader', 'registrar', 'admin', 'auditor']),
  at: z.number(),
  recordedAt: z.number(),
  clock: z.enum(['hub', 'ok', 'entered', 'suspect']),
  rules: z.strictObject({ catalogue: z.string(), calendar: z.string(), forms: z.string() }),
}) satisfies z.ZodType<RowHeader>;

/** Parses a stored header; undefined when it is not one. */
export const readHeader = (text: string): RowHeader | undefined => {
  try {
    return headerSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
