import { CRLDistributionPoints, InfoAccess, OCSPRequest } from 'pkijs';
import type { Certificate, GeneralName } from 'pkijs';

// Asks authorities what they say of their certificates. What comes back is believed by nobody here: revocation.ts judges it.

const points = { lists: '2.5.29.31', access: '1.3.6.1.5.5.7.1.1', ocsp: '1.3.6.1.5.5.7.48.1' };
/** GeneralName, uniformResourceIdentifier. */
const isAddress = 6;
/** Asked in the background alone, yet a dead host must not hold up the next file. */
const patienceMs = 20_000;
/** The list of a large authority has some megabytes; more than this is none of a commune's papers. */
const limitBytes = 8 * 1024 * 1024;

const extension = (certificate: Certificate, oid: string): unknown =>
  certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;

const addressOf = ({ type, value }: GeneralName): string[] => {
  const url: unknown = value;
  return type === isAddress && typeof url === 'string' && /^https?:/i.test(url) && URL.canParse(url)
    ? [url]
    : [];
};

const fetchBytes = async (url: string, body?: ArrayBuffer): Promise<Buffer | undefined> => {
  try {
    const answer = await fetch(url, {
      ...(body ? { method: 'POST', headers: { 'content-type': 'application/ocsp-request' }, body } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!answer.ok) return undefined;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return bytes.length > limitBytes ? undefined : bytes;
  } catch {
    return undefined;
  }
};

/** The first of several places that answers. */
const firstOf = async (urls: readonly string[], body?: ArrayBuffer): Promise<Buffer | undefined> => {
  for (const url of urls) {
    const bytes = await fetchBytes(url, body);
    if (bytes) return bytes;
  }
  return undefined;
};

/** An OCSP answer about one certificate; undefined when none can be had. */
export const fetchAnswer = async (
  certificate: Certificate,
  issuer: Certificate,
): Promise<Buffer | undefined> => {
  const access = extension(certificate, points.access);
  const urls =
    access instanceof InfoAccess
      ? access.accessDescriptions
          .filter(({ accessMethod }) => accessMethod === points.ocsp)
          .flatMap(({ accessLocation }) => addressOf(accessLocation))
      : [];
  if (urls.length === 0) return undefined;
  const request = new OCSPRequest();
  // SHA-1 names the issuer, as every responder understands (RFC 6960, 4.3); nothing rests on it.
  await request.createForCertificate(certificate, { hashAlgorithm: 'SHA-1', issuerCertificate: issuer });
  return firstOf(urls, request.toSchema(true).toBER());
};

/** The list a certificate says it would stand on; undefined when none can be had. */
export const fetchList = (certificate: Certificate): Promise<Buffer | undefined> => {
  const found = extension(certificate, points.lists);
  const urls =
    found instanceof CRLDistributionPoints
      ? found.distributionPoints.flatMap(({ distributionPoint }) =>
          Array.isArray(distributionPoint) ? distributionPoint.flatMap(addressOf) : [],
        )
      : [];
  return firstOf(urls);
};
