import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Certificate, CertificateRevocationList } from 'pkijs';
import { readBundle } from './cms.ts';

/** What a verdict rests on: nothing of the operating system, nothing from the token or the document itself. */
export interface Trust {
  /** DER of roots, self-signed. */
  readonly anchors: readonly Buffer[];
  /** DER of authorities in between, to complete a chain: worth nothing without an anchor. */
  readonly intermediates: readonly Buffer[];
  readonly lists: readonly Buffer[];
  readonly now: Date;
}

const pemBlocks = (text: string, label: string): Buffer[] =>
  [...text.matchAll(new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`, 'g'))].map((found) =>
    Buffer.from(found[1] ?? '', 'base64'),
  );

const isCertificate = (der: Buffer): boolean => {
  try {
    Certificate.fromBER(Uint8Array.from(der).buffer);
    return true;
  } catch {
    return false;
  }
};

const isList = (der: Buffer): boolean => {
  try {
    CertificateRevocationList.fromBER(Uint8Array.from(der).buffer);
    return true;
  } catch {
    return false;
  }
};

const isRoot = (der: Buffer): boolean => {
  const one = new X509Certificate(der);
  return one.ca && one.checkIssued(one) && one.verify(one.publicKey);
};

/** Certificates and revocation lists in a file, PEM or DER, alone or bundled (PKCS#7); none in a file of another kind. */
export const readTrustFile = (bytes: Buffer): Omit<Trust, 'now'> => {
  const text = bytes.toString('latin1');
  const blocks = ['CERTIFICATE', 'X509 CRL', 'PKCS7'].flatMap((label) => pemBlocks(text, label));
  const ders = (blocks.length > 0 ? blocks : [bytes]).flatMap((der) =>
    isCertificate(der) || isList(der) ? [der] : readBundle(der),
  );
  const certificates = ders.filter(isCertificate);
  return {
    anchors: certificates.filter(isRoot),
    intermediates: certificates.filter((der) => !isRoot(der)),
    lists: ders.filter((der) => !isCertificate(der) && isList(der)),
  };
};

/** Reads every certificate and revocation list of a folder; other files are left alone. */
export const loadTrust = (folder: string, now: Date): Trust => {
  const read = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:pem|der|crt|cer|crl)$/i.test(entry.name))
    .map(({ name }) => readTrustFile(readFileSync(join(folder, name))));
  return {
    anchors: read.flatMap(({ anchors }) => anchors),
    intermediates: read.flatMap(({ intermediates }) => intermediates),
    lists: read.flatMap(({ lists }) => lists),
    now,
  };
};
