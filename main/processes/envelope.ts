import * as z from 'zod';
import { signingFaultKinds } from '../../shared/signing/faults.ts';
import type { SigningFaultCode } from '../../shared/signing/faults.ts';

// What goes to and fro around each request, whatever it is about.

const codes = Object.keys(signingFaultKinds);
const faultShape = z.object({
  code: z.custom<SigningFaultCode>((code) => typeof code === 'string' && codes.includes(code)),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** To the process: a request, or what main says to a question the process has put in the middle of one. */
export const toProcessShape = z.union([
  z.object({ id: z.number(), request: z.unknown() }),
  z.object({ id: z.number(), told: z.unknown() }),
  z.object({ id: z.number(), refused: faultShape }),
]);

/** From the process. */
export const fromProcessShape = z.union([
  z.object({ ok: z.literal(true), id: z.number(), value: z.unknown() }),
  z.object({ ok: z.literal(false), id: z.number(), fault: faultShape }),
  z.object({ id: z.number(), question: z.unknown() }),
]);
