import * as asn1js from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  CertificateChainValidationEngine,
  CryptoEngine,
  ExtKeyUsage,
  setEngine,
} from 'pkijs';
import type { ChainVerdict, RevocationVerdict } from '../../shared/signing/verdicts.ts';
import { standingOf } from './revocation.ts';
import type { RevocationData } from './revocation.ts';
import type { Trust } from './trust.ts';

setEngine('node', new CryptoEngine({ name: 'node', crypto: globalThis.crypto }));

export interface ChainReport {
  readonly chain: ChainVerdict;
  readonly revocation: RevocationVerdict;
  readonly revokedAt: Date | undefined;
}

export const parseCertificate = (der: Buffer): Certificate =>
  Certificate.fromBER(Uint8Array.from(der).buffer);

const extension = (certificate: Certificate, oid: string): unknown =>
  certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;

const keyPurposes = { timeStamping: '1.3.6.1.5.5.7.3.8', ocspSigning: '1.3.6.1.5.5.7.3.9' };

/** What pkijs does not look at (docs/signing.md): an authority, or a time stamper, is no signer of papers. */
const isSuitable = (certificate: Certificate, purpose: 'signing' | 'timestamping'): boolean => {
  const constraints = extension(certificate, '2.5.29.19');
  if (constraints instanceof BasicConstraints && constraints.cA) return false;
  const usage = extension(certificate, '2.5.29.15');
  // digitalSignature or nonRepudiation; a certificate that names no usage has all.
  if (usage instanceof asn1js.BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) === 0)
    return false;
  const extended = extension(certificate, '2.5.29.37');
  const purposes = extended instanceof ExtKeyUsage ? extended.keyPurposes : undefined;
  if (purpose === 'timestamping') return purposes?.includes(keyPurposes.timeStamping) ?? false;
  const special = [keyPurposes.timeStamping, keyPurposes.ocspSigning];
  return purposes === undefined || purposes.some((one) => !special.includes(one));
};

const dateVerdict = ({ notBefore, notAfter }: Certificate, at: Date): ChainVerdict | undefined =>
  at < notBefore.value ? 'notYetValid' : at > notAfter.value ? 'expired' : undefined;

/** The certificates from a leaf up to a bundled anchor, the leaf first; undefined where there is no such way at that moment. */
export const findPath = async (
  leaf: Certificate,
  between: readonly Certificate[],
  trust: Trust,
  at: Date,
): Promise<Certificate[] | undefined> => {
  const engine = new CertificateChainValidationEngine({
    trustedCerts: trust.anchors.map(parseCertificate),
    // The engine judges the last one, whatever is asked: a revoked leaf put first would pass (docs/signing.md).
    certs: [...between, leaf],
    crls: [],
    checkDate: at,
  });
  const judged = await engine.verify().catch(() => ({ result: false, certificatePath: undefined }));
  const path: Certificate[] = judged.certificatePath ?? [];
  return judged.result && hexOf(path[0]) === hexOf(leaf) && path.length >= 2 ? path : undefined;
};

/** Never anchors: what a document or token brings along may only fill the middle. */
export const betweenOf = (leafDer: Buffer, others: readonly Buffer[], trust: Trust): Certificate[] =>
  [...trust.intermediates, ...others].filter((der) => !der.equals(leafDer)).map(parseCertificate);

/**
 * Judges a certificate at a moment: the chain up to a bundled anchor, then, by itself, whether it was revoked by then. `embedded`: what the
 * document carries, which counts as long as it was not outdated at that moment; lists of one's own must be those of today.
 */
export const judgeChain = async (
  leafDer: Buffer,
  others: readonly Buffer[],
  trust: Trust,
  at: Date,
  purpose: 'signing' | 'timestamping',
  embedded?: RevocationData,
): Promise<ChainReport> => {
  const leaf = parseCertificate(leafDer);
  const unknown = { revocation: 'unknown', revokedAt: undefined } as const;
  const between = betweenOf(leafDer, others, trust);
  const path = await findPath(leaf, between, trust, at);
  if (!path) {
    const date = [leaf, ...between]
      .map((one) => dateVerdict(one, at))
      .find((verdict) => verdict !== undefined);
    return { chain: date ?? 'untrusted', ...unknown };
  }
  if (!isSuitable(leaf, purpose)) return { chain: 'unsuitable', ...unknown };
  const { now, lists } = trust;
  let isKnown = true;
  for (const [place, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[place + 1];
    if (!issuer) continue;
    const said = [
      await standingOf(certificate, issuer, { lists, answers: [] }, { at: now, now }),
      embedded && (await standingOf(certificate, issuer, embedded, { at, now })),
    ].filter((one) => one !== undefined);
    if (said.length === 0) isKnown = false;
    const revoked = said.find(({ revokedAt }) => revokedAt && revokedAt <= at);
    if (revoked) return { chain: 'trusted', revocation: 'revoked', revokedAt: revoked.revokedAt };
  }
  return { chain: 'trusted', revocation: isKnown ? 'good' : 'unknown', revokedAt: undefined };
};

function hexOf(certificate: Certificate | undefined): string | undefined {
  return certificate && Buffer.from(certificate.toSchema().toBER()).toString('hex');
}
