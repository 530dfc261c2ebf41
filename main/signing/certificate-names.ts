import { createHash, X509Certificate } from 'node:crypto';
import type { SignerNamed } from '../../shared/dossier/signing/events.ts';

/** One part of a distinguished name as Node writes it: a line each, backslashes before special letters. */
const partOf = (name: string, key: string): string =>
  name
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1)
    .replace(/\\(.)/g, '$1')
    .normalize('NFC') ?? '';

/** Who a certificate says she is, and until when it holds. */
export const namesOn = (certificate: Uint8Array): Omit<SignerNamed, 'software'> & { until: number } => {
  const read = new X509Certificate(certificate);
  return {
    name: partOf(read.subject, 'CN'),
    agency: partOf(read.subject, 'O'),
    issuer: partOf(read.issuer, 'CN') || partOf(read.issuer, 'O'),
    serial: read.serialNumber.toLowerCase(),
    fingerprint: createHash('sha256').update(certificate).digest('hex'),
    until: Date.parse(read.validTo),
  };
};

/** For whoever chooses: an authority's own certificate on the token signs no papers. */
export const mayBeChosen = (certificate: Uint8Array): boolean => {
  const { ca, publicKey } = new X509Certificate(certificate);
  return !ca && (publicKey.asymmetricKeyType === 'rsa' || publicKey.asymmetricKeyType === 'ec');
};
