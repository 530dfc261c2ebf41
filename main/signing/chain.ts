import * as asn1js from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  CertificateChainValidationEngine,
  CertificateRevocationList,
  CryptoEngine,
  ExtKeyUsage,
  setEngine,
} from 'pkijs';
import type { Trust } from './trust.ts';

setEngine('node', new CryptoEngine({ name: 'node', crypto: globalThis.crypto }));

export type ChainVerdict = 'trusted' | 'untrusted' | 'expired' | 'notYetValid' | 'unsuitable';
/** Unknown is not good: without a valid list nobody has said that the certificate still stands. */
export type RevocationVerdict = 'good' | 'revoked' | 'unknown';

export interface ChainReport {
  readonly chain: ChainVerdict;
  readonly revocation: RevocationVerdict;
  readonly revokedAt: Date | undefined;
}

const parse = (der: Buffer): Certificate => Certificate.fromBER(Uint8Array.from(der).buffer);

const extension = (certificate: Certificate, oid: string): unknown =>
  certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;

const keyPurposes = { timeStamping: '1.3.6.1.5.5.7.3.8', ocspSigning: '1.3.6.1.5.5.7.3.9' };

/** What pkijs does not look at (signing.md §5): an authority, or a time stamper, is no signer of papers. */
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

const hex = (number: asn1js.Integer): string => Buffer.from(number.valueBlock.valueHexView).toString('hex');

/** When a certificate was revoked, by lists its own issuer signed and that still hold; undefined: none of them can be had. */
const lookUp = async (
  certificate: Certificate,
  issuer: Certificate,
  lists: readonly CertificateRevocationList[],
  now: Date,
): Promise<{ revokedAt: Date | undefined } | undefined> => {
  let found: { revokedAt: Date | undefined } | undefined;
  for (const list of lists) {
    if (!list.issuer.isEqual(issuer.subject)) continue;
    const until = list.nextUpdate?.value;
    if (list.thisUpdate.value > now || until === undefined || until <= now) continue;
    if (!(await list.verify({ issuerCertificate: issuer }))) continue;
    const entry = list.revokedCertificates?.find(
      (one) => hex(one.userCertificate) === hex(certificate.serialNumber),
    );
    if (!found?.revokedAt) found = { revokedAt: entry?.revocationDate.value };
  }
  return found;
};

/** Judges a certificate at a moment: the chain up to a bundled anchor, then, by itself, whether it was revoked by then. */
export const judgeChain = async (
  leafDer: Buffer,
  others: readonly Buffer[],
  trust: Trust,
  at: Date,
  purpose: 'signing' | 'timestamping',
): Promise<ChainReport> => {
  const leaf = parse(leafDer);
  const unknown = { revocation: 'unknown', revokedAt: undefined } as const;
  // Never anchors: what a document or token brings along may only fill the middle.
  const between = [...trust.intermediates, ...others].filter((der) => !der.equals(leafDer)).map(parse);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: trust.anchors.map(parse),
    // The engine judges the last one, whatever is asked: a revoked leaf put first would pass (signing.md §5).
    certs: [...between, leaf],
    crls: [],
    checkDate: at,
  });
  const judged = await engine.verify().catch(() => ({ result: false, certificatePath: undefined }));
  const path: Certificate[] = judged.certificatePath ?? [];
  const isOfLeaf = hexOf(path[0]) === hexOf(leaf);
  if (!judged.result || !isOfLeaf || path.length < 2) {
    const date = [leaf, ...between]
      .map((one) => dateVerdict(one, at))
      .find((verdict) => verdict !== undefined);
    return { chain: date ?? 'untrusted', ...unknown };
  }
  if (!isSuitable(leaf, purpose)) return { chain: 'unsuitable', ...unknown };
  const lists = trust.lists.map((der) => CertificateRevocationList.fromBER(Uint8Array.from(der).buffer));
  let isKnown = true;
  for (const [place, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[place + 1];
    const answer = issuer && (await lookUp(certificate, issuer, lists, trust.now));
    if (!answer) isKnown = false;
    else if (answer.revokedAt && answer.revokedAt <= at)
      return { chain: 'trusted', revocation: 'revoked', revokedAt: answer.revokedAt };
  }
  return { chain: 'trusted', revocation: isKnown ? 'good' : 'unknown', revokedAt: undefined };
};

function hexOf(certificate: Certificate | undefined): string | undefined {
  return certificate && Buffer.from(certificate.toSchema().toBER()).toString('hex');
}
