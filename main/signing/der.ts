import forge from 'node-forge';

// DER as bytes: what is finished, a certificate above all, is put in as it is and comes out byte for byte. node-forge's own pkcs7 writes
// an empty set for the attribute CAdES lives by (docs/signing.md); its asn1 spells names, numbers and times here.

const { asn1 } = forge;

/** One whole value: tag, length and content. */
export type Node = Buffer;

/** How many bytes tell a length, after the first that says so: none below 128. */
const countOf = (length: number): number =>
  length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x1_0000 ? 2 : length < 0x100_0000 ? 3 : 4;

/** Written in one go: a signature is some thirty of these. */
const value = (tag: number, ...parts: readonly Uint8Array[]): Node => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const count = countOf(length);
  const node = Buffer.allocUnsafe(2 + count + length);
  node[0] = tag;
  node[1] = count === 0 ? length : 0x80 | count;
  if (count > 0) node.writeUIntBE(length, 2, count);
  let at = 2 + count;
  for (const part of parts) {
    node.set(part, at);
    at += part.length;
  }
  return node;
};
const spelt = (text: string): Buffer => Buffer.from(text, 'binary');

export const sequence = (...nodes: readonly Node[]): Node => value(0x30, ...nodes);
export const set = (...nodes: readonly Node[]): Node => value(0x31, ...nodes);
export const oid = (dotted: string): Node => value(0x06, spelt(asn1.oidToDer(dotted).getBytes()));
export const octets = (bytes: Uint8Array): Node => value(0x04, bytes);
export const small = (number: number): Node => value(0x02, spelt(asn1.integerToDer(number).getBytes()));
/** A positive number of any length. */
export const positive = (bytes: Uint8Array): Node =>
  value(0x02, ...((bytes[0] ?? 0) & 0x80 ? [Buffer.from([0])] : []), bytes);
export const nothing = (): Node => value(0x05);
export const yes = (): Node => value(0x01, Buffer.from([0xff]));
export const utcTime = (at: Date): Node => value(0x17, spelt(asn1.dateToUtcTime(at)));
export const tagged = (tag: 0 | 1 | 4, ...nodes: readonly Node[]): Node => value(0xa0 | tag, ...nodes);

/** Where the content of the value at the start of these bytes lies. Throws when they are cut short. */
const contentIn = (bytes: Buffer): { from: number; to: number } => {
  const first = bytes[1] ?? 0;
  const count = first < 0x80 ? 0 : first & 0x7f;
  const from = 2 + count;
  if (first === 0x80 || count > 4 || bytes.length < from) throw new Error('no DER');
  const to = from + (count === 0 ? first : bytes.readUIntBE(2, count));
  if (to > bytes.length) throw new Error('DER cut short');
  return { from, to };
};

/** What a constructed value is made of; what follows it is padding. */
export const childrenOf = (node: Node | undefined): Node[] => {
  if (!node || ((node[0] ?? 0) & 0x20) === 0) throw new Error('not a constructed ASN.1 value');
  const { from, to } = contentIn(node);
  const children: Node[] = [];
  for (let rest = node.subarray(from, to); rest.length > 0;) {
    const end = contentIn(rest).to;
    children.push(rest.subarray(0, end));
    rest = rest.subarray(end);
  }
  return children;
};
export const isTagged = (node: Node | undefined, tag: 0 | 1): boolean => node?.[0] === (0xa0 | tag);
