import * as asn1js from 'asn1js';
import { BasicOCSPResponse, CertificateRevocationList, ExtKeyUsage, getCrypto, OCSPResponse } from 'pkijs';
import type { Certificate } from 'pkijs';

/** What authorities have said of their certificates. DER. */
export interface RevocationData {
  readonly lists: readonly Buffer[];
  /** OCSP responses (RFC 6960). */
  readonly answers: readonly Buffer[];
}

/** Said by the certificate's own authority; `revokedAt` undefined: it stands. */
export interface Standing {
  readonly revokedAt: Date | undefined;
}

/** What is known `now` about a moment: for a signature whose time is proved, that moment; else the same. */
export interface Moment {
  readonly at: Date;
  readonly now: Date;
}

const ocspSigning = '1.3.6.1.5.5.7.3.9';
const basicResponse = '1.3.6.1.5.5.7.48.1.1';
const extendedUse = '2.5.29.37';

const arrayOf = (der: Uint8Array): ArrayBuffer => Uint8Array.from(der).buffer;
const hex = (number: asn1js.Integer): string => Buffer.from(number.valueBlock.valueHexView).toString('hex');

/** Clocks of a PC and of an authority may differ by so much: an answer of this moment is not of the future. */
const skewMs = 5 * 60_000;

/** Said already, and not outdated at the moment it is about. What names no time for its successor never counts. */
const counts = (from: Date, until: Date | undefined, { at, now }: Moment): boolean =>
  from.getTime() <= now.getTime() + skewMs && until !== undefined && at < until;

/** By a list the issuer signed. */
const readList = async (
  der: Buffer,
  certificate: Certificate,
  issuer: Certificate,
  moment: Moment,
): Promise<Standing | undefined> => {
  const list = CertificateRevocationList.fromBER(arrayOf(der));
  if (!list.issuer.isEqual(issuer.subject)) return undefined;
  if (!counts(list.thisUpdate.value, list.nextUpdate?.value, moment)) return undefined;
  if (!(await list.verify({ issuerCertificate: issuer }))) return undefined;
  const entry = list.revokedCertificates?.find(
    (one) => hex(one.userCertificate) === hex(certificate.serialNumber),
  );
  return { revokedAt: entry?.revocationDate.value };
};

/**
 * The authority itself, as the chain has it and not as an answer calls itself, or one it gave a certificate for this alone (RFC 6960,
 * 4.2.2.2).
 */
const mayAnswer = async (responder: Certificate, issuer: Certificate, { at }: Moment): Promise<boolean> => {
  if (responder === issuer) return true;
  const uses: unknown = responder.extensions?.find(({ extnID }) => extnID === extendedUse)?.parsedValue;
  return (
    uses instanceof ExtKeyUsage &&
    uses.keyPurposes.includes(ocspSigning) &&
    at <= responder.notAfter.value &&
    responder.issuer.isEqual(issuer.subject) &&
    (await responder.verify(issuer))
  );
};

const isSignedBy = async (basic: BasicOCSPResponse, signer: Certificate): Promise<boolean> => {
  try {
    const { tbsResponseData, signature, signatureAlgorithm } = basic;
    return await getCrypto(true).verifyWithPublicKey(
      arrayOf(tbsResponseData.tbsView),
      signature,
      signer.subjectPublicKeyInfo,
      signatureAlgorithm,
    );
  } catch {
    return false;
  }
};

/** [1] IMPLICIT RevokedInfo begins with its time. */
const revocationTime = (status: unknown): Date | undefined => {
  const time: unknown = status instanceof asn1js.Constructed ? status.valueBlock.value[0] : undefined;
  return time instanceof asn1js.GeneralizedTime ? time.toDate() : undefined;
};

/** By an answer about this very certificate alone, signed by who may. */
const readAnswer = async (
  der: Buffer,
  certificate: Certificate,
  issuer: Certificate,
  moment: Moment,
): Promise<Standing | undefined> => {
  const { responseStatus, responseBytes } = OCSPResponse.fromBER(arrayOf(der));
  if (responseStatus.valueBlock.valueDec !== 0 || responseBytes?.responseType !== basicResponse)
    return undefined;
  const basic = BasicOCSPResponse.fromBER(arrayOf(responseBytes.response.valueBlock.valueHexView));
  const [one, ...more] = basic.tbsResponseData.responses;
  if (!one || more.length > 0 || !counts(one.thisUpdate, one.nextUpdate, moment)) return undefined;
  const { isForCertificate, status } = await basic.getCertificateStatus(certificate, issuer);
  // 0 good, 1 revoked, 2 unknown.
  if (!isForCertificate || (status !== 0 && status !== 1)) return undefined;
  for (const signer of [issuer, ...(basic.certs ?? [])])
    if ((await mayAnswer(signer, issuer, moment)) && (await isSignedBy(basic, signer)))
      return { revokedAt: status === 1 ? (revocationTime(one.certStatus) ?? one.thisUpdate) : undefined };
  return undefined;
};

/** What cannot be read says nothing. */
const readable = (read: Promise<Standing | undefined>): Promise<Standing | undefined> =>
  read.catch(() => undefined);

/** What was said of a certificate, and by which of the data; one revocation outweighs any number of good answers. */
export const standingOf = async (
  certificate: Certificate,
  issuer: Certificate,
  { lists, answers }: RevocationData,
  moment: Moment,
): Promise<(Standing & { by: Buffer; kind: 'list' | 'answer' }) | undefined> => {
  let found: Awaited<ReturnType<typeof standingOf>>;
  for (const [kind, ders, read] of [
    ['answer', answers, readAnswer],
    ['list', lists, readList],
  ] as const)
    for (const by of ders) {
      const standing = await readable(read(by, certificate, issuer, moment));
      if (standing && !found?.revokedAt) found = { ...standing, by, kind };
    }
  return found;
};
