import * as z from 'zod';
import { faultKinds } from '../../shared/faults.ts';
import type { FaultCode } from '../../shared/faults.ts';
import { signingFaultKinds } from '../../shared/signing/faults.ts';
import type { SigningFaultCode } from '../../shared/signing/faults.ts';
import { SigningFault } from '../token/faults.ts';
import { VaultFault } from '../vault/faults.ts';

// What goes to and fro around each request, whatever it is about.

const faultShape = z.object({
  code: z.custom<FaultCode>((code) => typeof code === 'string' && code in faultKinds),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A fault as it goes from one process to the other. */
export type ToldFault = z.infer<typeof faultShape>;

const isOfSigning = (code: FaultCode): code is SigningFaultCode => code in signingFaultKinds;

/** The fault that was told, to be thrown where it was heard. */
export const faultTold = ({ code, params }: ToldFault): SigningFault | VaultFault =>
  isOfSigning(code) ? new SigningFault(code, params) : new VaultFault(code, params);

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
