import * as z from 'zod';
import { paperForms } from '../dossier/events.ts';
import type { Role } from '../journal/row.ts';

export type WindowClass = 'counter';
type Roles = readonly Role[] | 'any' | 'lobby';

interface Method<In, Out> {
  input: z.ZodType<In>;
  windows: readonly WindowClass[];
  /** Roles that may call it; 'any' signed-in clerk; 'lobby' before sign-in as well. */
  roles: Roles;
  /** Carries only the type. */
  output?: Out;
}

/** One method of the contract: what it answers, its payload's shape, who may call it. */
export const answers =
  <Out>() =>
  <In>(input: z.ZodType<In>, roles: Roles): Method<In, Out> => ({ input, roles, windows: ['counter'] });

export const none = z.strictObject({});
export const id = z.string().min(1).max(64);
export const text = (max: number) => z.string().max(max);
export const password = z.string().min(1).max(512);
export const profile = z.strictObject({
  code: text(35),
  name: text(200),
  superior: text(200),
  address: text(300),
  phone: text(40),
  province: text(100),
  lookupBase: text(200),
  taxCode: text(40).optional(),
});
export const desk = z.strictObject({ number: z.number().int(), name: text(100) });
export const lane = z.strictObject({ from: z.number().int(), to: z.number().int() });
export const role = z.enum(['reception', 'officer', 'leader', 'registrar', 'admin', 'auditor']);
export const paperForm = z.enum(paperForms);
export const layout = z.strictObject({
  paper: z.enum(['A4', 'A5']),
  /** Two A5 copies on one A4 sheet to be cut apart. */
  twoOnOne: z.boolean(),
  /** Which copies: for the file (lưu), for the citizen (giao). */
  copies: z
    .array(z.enum(['file', 'citizen']))
    .min(1)
    .max(2),
});
export type PaperLayout = z.infer<typeof layout>;
