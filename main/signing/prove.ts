import { SigningFault } from '../token/faults.ts';
import { readCms } from './cms.ts';
import { openPdf } from './open-pdf.ts';
import { hashSigned, readSignatures } from './read-signatures.ts';
import type { Signer } from './signer.ts';

/**
 * Reads back what was just signed, as a stranger would: the bytes of before untouched (so earlier signatures stand), the new signature
 * over all of the file, right, and by this signer. Throws; nothing unproved is ever handed on.
 */
export const proveSignature = async ({
  before,
  after,
  field,
  signer,
}: {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly field: string;
  readonly signer: Signer;
}): Promise<void> => {
  const fail = (what: string, cause?: unknown): never => {
    throw new SigningFault('signatureUnproved', { what }, cause);
  };
  if (!after.subarray(0, before.length).equals(before)) fail('bytes');
  const doc = await openPdf(after, false).catch((error: unknown) => fail('document', error));
  const made = readSignatures(after, doc).find((one) => one.field === field);
  if (!made?.isRangeSound || made.end !== after.length) return fail('range');
  const { flaw, certificate } = readCms(made.cms, (hash) => hashSigned(after, made, hash));
  if (flaw !== undefined) fail(flaw);
  if (!certificate.equals(signer.certificate)) fail('certificate');
};
