import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedData } from 'pkijs';
import type { SignerInfo, Attribute } from 'pkijs';
import { oids } from './cades.ts';

/** What a CMS signature turned out to be. Nothing here says whether the signer is trusted. */
export interface ReadCms {
  /** The signer's certificate, and whatever else came along. */
  readonly certificate: Buffer;
  readonly others: readonly Buffer[];
  /** The signature's own bytes: what a time stamp is over. */
  readonly signature: Buffer;
  readonly timestampToken: Buffer | undefined;
  /** Content carried inside, for a time stamp token. */
  readonly content: Buffer | undefined;
  readonly contentType: string;
  readonly flaw: CmsFlaw | undefined;
}

export type CmsFlaw = 'digest' | 'signature' | 'attributes' | 'certificateNotBound' | 'algorithm';

const ab = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
/** Algorithms that name their hash themselves. */
const signatureHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const rsaEncryption = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';

const only = (attributes: readonly Attribute[], type: string): asn1js.BaseBlock | undefined => {
  const found = attributes.filter((one) => one.type === type);
  const values: unknown[] = found[0]?.values ?? [];
  const [value] = values;
  return found.length === 1 && values.length === 1 && value instanceof asn1js.BaseBlock ? value : undefined;
};

const octetsOf = (block: asn1js.BaseBlock | undefined): Buffer | undefined =>
  block instanceof asn1js.OctetString ? Buffer.from(block.getValue()) : undefined;

/** certHash of the first ESSCertIDv2 (or v1, as time stamp authorities still write) and how it was made. */
const boundTo = (attributes: readonly Attribute[]): { algorithm: string; hash: Buffer } | undefined => {
  const isNew = attributes.some(({ type }) => type === oids.signingCertificateV2);
  const value = only(attributes, isNew ? oids.signingCertificateV2 : '1.2.840.113549.1.9.16.2.12');
  const [list] = value instanceof asn1js.Sequence ? value.valueBlock.value : [];
  const [first] = list instanceof asn1js.Sequence ? list.valueBlock.value : [];
  const parts = first instanceof asn1js.Sequence ? first.valueBlock.value : [];
  const [head, second] = parts;
  if (head instanceof asn1js.OctetString)
    return { algorithm: isNew ? 'sha256' : 'sha1', hash: Buffer.from(head.getValue()) };
  const [oid] = head instanceof asn1js.Sequence ? head.valueBlock.value : [];
  const algorithm = oid instanceof asn1js.ObjectIdentifier ? hashes[oid.getValue()] : undefined;
  const hash = octetsOf(second);
  return algorithm !== undefined && hash ? { algorithm, hash } : undefined;
};

const checkSignature = (
  info: SignerInfo,
  digestName: string,
  signed: Buffer,
  certificate: Buffer,
): boolean | undefined => {
  const { algorithmId } = info.signatureAlgorithm;
  const algorithmParams: unknown = info.signatureAlgorithm.algorithmParams;
  const { publicKey } = new X509Certificate(certificate);
  const signature = Buffer.from(info.signature.getValue());
  if (algorithmId === rsaPss) {
    const { saltLength, hashAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
    const hash = hashes[hashAlgorithm.algorithmId];
    if (hash === undefined) return undefined;
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
    return verify(hash, signed, key, signature);
  }
  const hash = algorithmId === rsaEncryption ? digestName : signatureHashes[algorithmId];
  return hash === undefined ? undefined : verify(hash, signed, publicKey, signature);
};

/** Certificates ([0] of SignedData) or lists ([1]) as they came, byte for byte, before anything is made of them. */
const carriedIn = (content: unknown, tag: 0 | 1): Buffer[] => {
  const fields = content instanceof asn1js.Sequence ? content.valueBlock.value : [];
  const set = fields.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === tag);
  const list = set instanceof asn1js.Constructed ? set.valueBlock.value : [];
  return list
    .filter((one) => one instanceof asn1js.Sequence)
    .map((one) => Buffer.from(one.valueBeforeDecodeView));
};

/** What a PKCS#7 file of certificates carries (.p7b), in which authorities publish a whole chain; nothing where it is another kind. */
export const readBundle = (der: Uint8Array): Buffer[] => {
  const parsed = asn1js.fromBER(ab(der));
  const [, tagged] = parsed.result instanceof asn1js.Sequence ? parsed.result.valueBlock.value : [];
  const [content] = tagged instanceof asn1js.Constructed ? tagged.valueBlock.value : [];
  return [...carriedIn(content, 0), ...carriedIn(content, 1)];
};

const isNamed = (info: SignerInfo, certificate: Buffer): boolean => {
  if (!(info.sid instanceof IssuerAndSerialNumber)) return false;
  const parsed = Certificate.fromBER(ab(certificate));
  return parsed.serialNumber.isEqual(info.sid.serialNumber) && parsed.issuer.isEqual(info.sid.issuer);
};

/**
 * Reads a CMS signature with one signer. `hashContent` gives the digest of the content signed, by hash name; for content carried
 * inside it is not asked. Throws when it is no CMS at all.
 */
export const readCms = (der: Uint8Array, hashContent: (hash: string) => Buffer): ReadCms => {
  const parsed = asn1js.fromBER(ab(der));
  if (parsed.offset < 0) throw new Error('no DER');
  const outer = new ContentInfo({ schema: parsed.result });
  const data = new SignedData({ schema: outer.content });
  const [info, ...more] = data.signerInfos;
  if (!info || more.length > 0) throw new Error('not one signer');
  const certificates = carriedIn(outer.content, 0);
  const attributes = info.signedAttrs?.attributes ?? [];
  const bound = boundTo(attributes);
  const named = certificates.filter((one) => isNamed(info, one));
  // A second certificate of the same issuer and number must not be taken for the one signed with.
  const signerCertificate =
    named.find((one) => bound && createHash(bound.algorithm).update(one).digest().equals(bound.hash)) ??
    named[0];
  if (!signerCertificate) throw new Error('no certificate of the signer');
  const carried = data.encapContentInfo.eContent;
  const content = carried ? Buffer.from(carried.getValue()) : undefined;
  const unsigned = info.unsignedAttrs?.attributes ?? [];
  const token: unknown = unsigned.find(({ type }) => type === oids.timestampToken)?.values[0];

  const findFlaw = (): CmsFlaw | undefined => {
    const digestName = hashes[info.digestAlgorithm.algorithmId];
    if (digestName === undefined || !info.signedAttrs) return 'algorithm';
    const type = only(attributes, oids.contentType);
    const digest = octetsOf(only(attributes, oids.messageDigest));
    if (!(type instanceof asn1js.ObjectIdentifier) || !digest) return 'attributes';
    if (type.getValue() !== data.encapContentInfo.eContentType) return 'attributes';
    const actual = content ? createHash(digestName).update(content).digest() : hashContent(digestName);
    if (!actual.equals(digest)) return 'digest';
    // Signed as a SET though carried as [0].
    const signed = Buffer.from(info.signedAttrs.encodedValue);
    signed[0] = 0x31;
    const isGood = checkSignature(info, digestName, signed, signerCertificate);
    if (isGood === undefined) return 'algorithm';
    if (!isGood) return 'signature';
    return bound && createHash(bound.algorithm).update(signerCertificate).digest().equals(bound.hash)
      ? undefined
      : 'certificateNotBound';
  };

  return {
    certificate: signerCertificate,
    others: certificates.filter((one) => !one.equals(signerCertificate)),
    signature: Buffer.from(info.signature.getValue()),
    timestampToken: token instanceof asn1js.BaseBlock ? Buffer.from(token.toBER()) : undefined,
    content,
    contentType: data.encapContentInfo.eContentType,
    flaw: findFlaw(),
  };
};
