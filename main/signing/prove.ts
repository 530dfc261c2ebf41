import { SigningFault } from '../token/faults.ts';
import { openPdf } from './open-pdf.ts';
import { readSignatures } from './read-signatures.ts';

/**
 * Reads back what was just signed, as a stranger would: the bytes of before untouched (so earlier signatures stand), the new signature
 * over all of the file, and the very one that was built and proved. Reading the CMS anew with pkijs would
 * take five times as long as all the rest. Throws; nothing unproved is ever handed on.
 */
export const proveSignature = async ({
  before,
  after,
  field,
  cms,
  from,
  to,
}: {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly field: string;
  /** As it was built over all but [from, to), its signature proved (cades.ts). */
  readonly cms: Buffer;
  readonly from: number;
  readonly to: number;
}): Promise<void> => {
  const fail = (what: string, cause?: unknown): never => {
    throw new SigningFault('signatureUnproved', { what }, cause);
  };
  if (!after.subarray(0, before.length).equals(before)) fail('bytes');
  const doc = await openPdf(after, false).catch((error: unknown) => fail('document', error));
  const made = readSignatures(after, doc).find((one) => one.field === field);
  if (!made?.isRangeSound || made.from !== from || made.to !== to || made.end !== after.length)
    return fail('range');
  if (!made.cms.equals(cms)) fail('contents');
};
