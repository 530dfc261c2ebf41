// What a check of a signature answers: five questions apart, never one word in their place (docs/signing.md). The words:
// shared/messages/<language>/signing-desk.ts.

/** Are the bytes signed those there now, and is the signature theirs? */
export type IntegrityVerdict = 'intact' | 'broken';
/** Does it cover all of the file; if not, did what followed only add signatures? */
export type CoverageVerdict = 'whole' | 'signaturesAdded' | 'contentChanged' | 'unsound';
export type ChainVerdict = 'trusted' | 'untrusted' | 'expired' | 'notYetValid' | 'unsuitable';
/** Unknown is not good: without a valid list nobody has said that the certificate still stands. */
export type RevocationVerdict = 'good' | 'revoked' | 'unknown';
/** none: only the signer's own clock; proved: a trusted authority saw the signature then; failed: a token that proves nothing. */
export type TimeVerdict = 'none' | 'proved' | 'failed';

/** A signature of a file as it is told at the counter; instants in milliseconds. */
export interface CheckedSignature {
  field: string;
  /** As on the certificate; '' where none could be read. */
  name: string;
  agency: string;
  issuer: string;
  integrity: IntegrityVerdict;
  coverage: CoverageVerdict;
  chain: ChainVerdict;
  revocation: RevocationVerdict;
  time: TimeVerdict;
  provedAt: number | null;
  /** By the signer's own clock, which proves nothing. */
  claimedAt: number | null;
}

/** 'bad': something speaks against it; 'unknown': nothing does, and not all is known; 'valid': every answer is known and good. */
export type SignatureStanding = 'valid' | 'unknown' | 'bad';

/** Never valid while one answer is missing. */
export const standingOf = ({
  integrity,
  coverage,
  chain,
  revocation,
  time,
}: Pick<CheckedSignature, 'integrity' | 'coverage' | 'chain' | 'revocation' | 'time'>): SignatureStanding => {
  const isSound = integrity === 'intact' && (coverage === 'whole' || coverage === 'signaturesAdded');
  // Without a root, or past the certificate's own time, nobody can say: that speaks neither for it nor against it.
  if (!isSound || revocation === 'revoked' || chain === 'unsuitable') return 'bad';
  return chain === 'trusted' && revocation === 'good' && time !== 'failed' ? 'valid' : 'unknown';
};
