import { SigningFault } from '../token/faults.ts';
import { addProofs } from './proofs.ts';
import { addTimestamp } from './timestamp.ts';
import type { Patch } from './timestamp.ts';
import type { Trust } from './trust.ts';

export interface Lengthened {
  /** The stamp, where there was none. */
  readonly patch: Patch | undefined;
  /** What is to be appended. */
  readonly added: Buffer;
  /** Undefined where the signature had its stamp already. */
  readonly stampedAt: Date | undefined;
  /** It carries what its authorities say of revocation. */
  readonly proved: boolean;
  /** Fetched on the way, for other documents. */
  readonly lists: Buffer[];
}

/**
 * What makes a signature hold longer, without the token that made it: its time stamp (`url` of the authority; '' where it has one), then the proofs
 * of revocation. A stamp without proofs is worth keeping; where nothing was added the fault is thrown. The stamp is written into `pdf`.
 */
export const lengthen = async ({
  pdf,
  field,
  url,
  trust,
}: {
  readonly pdf: Buffer;
  readonly field: string;
  readonly url: string;
  readonly trust: Trust;
}): Promise<Lengthened> => {
  const stamped = url === '' ? undefined : await addTimestamp(pdf, field, url);
  const patch = stamped?.patch;
  if (patch) pdf.set(patch.bytes, patch.at);
  try {
    const { added, fetched } = await addProofs(pdf, field, trust);
    return { patch, added, stampedAt: stamped?.stampedAt, proved: true, lists: fetched };
  } catch (error) {
    if (!stamped || !(error instanceof SigningFault)) throw error;
    return { ...stamped, added: Buffer.alloc(0), proved: false, lists: [] };
  }
};
