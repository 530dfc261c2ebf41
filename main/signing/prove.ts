import { SigningFault } from '../token/faults.ts';
import { openUpdate } from './open-pdf.ts';
import { readSignature } from './read-signatures.ts';

/**
 * Reads back what was just written after a document, as a stranger would: it is whole, a reader finds its cross-reference, and the new
 * signature is over all of the file and the very one that was built and proved. What was there before is not read again: nothing of it
 * was touched (so earlier signatures stand), and its bytes are in the digest. Throws; nothing unproved is ever handed on.
 */
export const proveSignature = async ({
  start,
  added,
  field,
  cms,
  from,
  to,
}: {
  /** Length of the document as it was: where `added` begins. */
  readonly start: number;
  readonly added: Buffer;
  readonly field: string;
  /** As it was built over all but [from, to), its signature proved (cades.ts). */
  readonly cms: Buffer;
  readonly from: number;
  readonly to: number;
}): Promise<void> => {
  const fail = (what: string, cause?: unknown): never => {
    throw new SigningFault('signatureUnproved', { what }, cause);
  };
  const fields = await openUpdate(added, start).catch((error: unknown) => fail('document', error));
  const value = fields.find(({ name }) => name === field)?.value;
  const made = value && readSignature({ bytes: added, start }, field, value);
  if (!made?.isRangeSound || made.from !== from || made.to !== to || made.end !== start + added.length)
    return fail('range');
  if (!made.cms.equals(cms)) fail('contents');
};
