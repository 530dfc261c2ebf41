import * as z from 'zod';
import type { InstalledPack } from '../office/profile.ts';
import { answers, none, text } from './method.ts';
import type { ProcedureHit, ProcedureSheet, CatalogueInfo } from './intake-shapes.ts';

export const catalogueMethods = {
  'catalogue.find': answers<ProcedureHit[]>()(
    z.strictObject({ text: text(200), limit: z.number().int().min(1).max(500) }),
    'any',
  ),
  'catalogue.get': answers<ProcedureSheet>()(z.strictObject({ code: text(40) }), 'any'),
  'catalogue.setAmount': answers<null>()(
    z.strictObject({ procedure: text(40), fee: text(80), amount: z.number(), decision: text(200) }),
    ['reception', 'admin'],
  ),
  'catalogue.info': answers<CatalogueInfo>()(none, 'any'),
  /** Opens main's file dialog; a signed, newer pack replaces the old one, anything else leaves it. */
  'catalogue.importPack': answers<InstalledPack>()(none, ['admin']),
} as const;
