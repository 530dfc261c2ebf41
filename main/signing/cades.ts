import { createHash, verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { SigningFault } from '../token/faults.ts';
import { childrenOf, isTagged, nothing, octets, oid, sequence, set, small, tagged, utcTime } from './der.ts';
import type { Node } from './der.ts';
import type { Signer } from './signer.ts';

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  /** ESS signing-certificate-v2 (RFC 5035): binds the signature to this certificate and no other with the same key. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaSha256: '1.2.840.113549.1.1.11',
  ecdsaSha256: '1.2.840.10045.4.3.2',
} as const;

const attribute = (type: Node, value: Node): Node => sequence(type, set(value));

/** What stands in every signature alike. */
const version = small(1);
const dataType = oid(oids.data);
const contentType = attribute(oid(oids.contentType), dataType);
const messageDigest = oid(oids.messageDigest);
const signingTimeType = oid(oids.signingTime);
const signingCertificate = oid(oids.signingCertificateV2);
const digestAlgorithm = sequence(oid(oids.sha256));
const algorithms = { EC: sequence(oid(oids.ecdsaSha256)), RSA: sequence(oid(oids.rsaSha256), nothing()) };
const signedData = oid(oids.signedData);

/** What names a certificate in a signature: its issuer and serial number, byte for byte as they stand in it. */
const issuerAndSerial = (certificate: Buffer): { issuer: Node; serial: Node } => {
  const fields = childrenOf(childrenOf(certificate)[0]);
  const at = isTagged(fields[0], 0) ? 1 : 0;
  const [serial, , issuer] = fields.slice(at);
  if (!serial || !issuer) throw new Error('no certificate');
  return { issuer, serial };
};

/** What every signature with a certificate says of it. */
interface Named {
  readonly certificate: Buffer;
  readonly issuerAndSerial: Node;
  /** The attribute that binds the signature to it. */
  readonly binding: Node;
  readonly publicKey: KeyObject;
}

/** Worked out once for a batch: each of its papers brings the same bytes anew. */
let last: Named | undefined;

const nameOf = (certificate: Buffer): Named => {
  if (last?.certificate.equals(certificate)) return last;
  const { issuer, serial } = issuerAndSerial(certificate);
  const hash = createHash('sha256').update(certificate).digest();
  const certId = sequence(octets(hash), sequence(sequence(tagged(4, issuer)), serial));
  last = {
    certificate,
    issuerAndSerial: sequence(issuer, serial),
    binding: attribute(signingCertificate, sequence(sequence(certId))),
    publicKey: new X509Certificate(certificate).publicKey,
  };
  return last;
};

/**
 * CMS SignedData over a SHA-256 digest of the content, detached, CAdES-B (EN 319 122-1). `signingTime` for data alone: in a PDF the
 * claimed time stands in the signature dictionary and the attribute is forbidden (EN 319 142-1).
 */
export const buildCades = async (
  digest: Buffer,
  signer: Signer,
  { signingTime }: { readonly signingTime?: Date } = {},
): Promise<Buffer> => {
  const { certificate, chain, kind } = signer;
  const { issuerAndSerial: name, binding, publicKey } = nameOf(certificate);
  const attributes = [
    contentType,
    attribute(messageDigest, octets(digest)),
    binding,
    ...(signingTime ? [attribute(signingTimeType, utcTime(signingTime))] : []),
  ]
    // DER orders a SET OF by its bytes; strict verifiers encode it anew and would find another hash.
    .sort((one, other) => Buffer.compare(one, other));
  // Signed as a SET, carried as [0]: RFC 5652 §5.4.
  const signed = set(...attributes);
  const signature = await signer.sign(signed);
  // A token that gave another key's signature, or noise, is found out here, for a tenth of a millisecond.
  if (!verify('sha256', signed, publicKey, signature))
    throw new SigningFault('signatureUnproved', { what: 'signature' });
  const signerInfo = sequence(
    version,
    name,
    digestAlgorithm,
    tagged(0, ...attributes),
    algorithms[kind],
    octets(signature),
  );
  return sequence(
    signedData,
    tagged(
      0,
      sequence(
        version,
        set(digestAlgorithm),
        sequence(dataType),
        tagged(0, certificate, ...chain),
        set(signerInfo),
      ),
    ),
  );
};

/** CAdES-B over data: a batch, a register's seal. */
export const signData = (data: Uint8Array, signer: Signer, signingTime: Date): Promise<Buffer> =>
  buildCades(createHash('sha256').update(data).digest(), signer, { signingTime });
