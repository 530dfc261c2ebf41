import forge from 'node-forge';

// DER by hand: node-forge's own pkcs7 writes an empty set for the attribute CAdES lives by (signing.md §2), its asn1 does not.

const { asn1 } = forge;
export type Node = forge.asn1.Asn1;

const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
const { OID, OCTETSTRING, INTEGER, NULL, BOOLEAN, SEQUENCE, SET, UTCTIME } = asn1.Type;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('binary');

export const sequence = (...nodes: Node[]): Node => asn1.create(UNIVERSAL, SEQUENCE, true, nodes);
export const set = (...nodes: Node[]): Node => asn1.create(UNIVERSAL, SET, true, nodes);
export const oid = (dotted: string): Node =>
  asn1.create(UNIVERSAL, OID, false, asn1.oidToDer(dotted).getBytes());
export const octets = (bytes: Uint8Array): Node => asn1.create(UNIVERSAL, OCTETSTRING, false, text(bytes));
export const small = (value: number): Node =>
  asn1.create(UNIVERSAL, INTEGER, false, asn1.integerToDer(value).getBytes());
/** A positive number of any length. */
export const positive = (bytes: Uint8Array): Node =>
  asn1.create(
    UNIVERSAL,
    INTEGER,
    false,
    text((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes),
  );
export const nothing = (): Node => asn1.create(UNIVERSAL, NULL, false, '');
export const yes = (): Node => asn1.create(UNIVERSAL, BOOLEAN, false, '\u00FF');
export const utcTime = (at: Date): Node => asn1.create(UNIVERSAL, UTCTIME, false, asn1.dateToUtcTime(at));
/** Context tags share their numbers with the universal types, which is how node-forge types them. */
export const tagged = (tag: 0 | 1 | 4, ...nodes: Node[]): Node =>
  asn1.create(
    CONTEXT_SPECIFIC,
    [asn1.Type.NONE, BOOLEAN, undefined, undefined, OCTETSTRING][tag] ?? asn1.Type.NONE,
    true,
    nodes,
  );

/** Bit strings are left alone, or a certificate would not come out byte for byte as it went in. */
export const parse = (der: Uint8Array): Node =>
  asn1.fromDer(forge.util.createBuffer(text(der)), { strict: true, decodeBitStrings: false });
export const encode = (node: Node): Buffer => Buffer.from(asn1.toDer(node).getBytes(), 'binary');
export const childrenOf = (node: Node | undefined): Node[] => {
  if (node && Array.isArray(node.value)) return node.value;
  throw new Error('not a constructed ASN.1 value');
};
export const isTagged = (node: Node | undefined, tag: number): boolean =>
  node !== undefined && node.tagClass === CONTEXT_SPECIFIC && `${node.type}` === `${tag}`;
