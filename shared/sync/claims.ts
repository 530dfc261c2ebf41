import * as z from 'zod';
import type { Bytes, ChainCrypto } from '../journal/row.ts';
import { toHex } from '../journal/row.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const key = hash;
export const signature = z.string().regex(/^[0-9a-f]{128}$/);
const office = z.string().min(1).max(35);
const epoch = z.string().regex(/^[0-9a-f]{32}$/);
const seq = z.number().int().min(1);
const desk = z.number().int().min(1).max(999);
const instant = z.number();
const lane = z.strictObject({ from: z.number().int(), to: z.number().int() });
const lanes = z.array(lane).max(50);

/** Every signed text begins with a domain of its own, so that a signature means nothing elsewhere. */
const domains = {
  batch: 'quay-batch-1\n',
  session: 'quay-session-1\n',
  receipt: 'quay-receipt-1\n',
  certificate: 'quay-certificate-1\n',
  enrolment: 'quay-enrolment-1\n',
  file: 'quay-file-1\n',
  carry: 'quay-carry-1\n',
  link: 'quay-link-1\n',
  feed: 'quay-feed-1\n',
} as const;

const encoder = new TextEncoder();

/** The bytes that are signed: the domain and the text exactly as it travels. */
export const signedText = (domain: keyof typeof domains, text: string): Bytes => {
  const bytes = encoder.encode(domains[domain] + text);
  return new Uint8Array(bytes);
};

/** What a desk vouches for with each batch: which rows, in which chain, as which bytes, to which hub. */
export const batchClaim = z.strictObject({
  hub: z.string(),
  office,
  desk,
  epoch,
  first: seq,
  last: seq,
  /** The hash the first row continues, and the last row's own. */
  previous: hash,
  hash,
  /** SHA-256 of the body as it was sent. */
  digest: hash,
});
export type BatchClaim = z.infer<typeof batchClaim>;

/** What a desk answers a challenge with. */
export const sessionClaim = z.strictObject({
  hub: z.string(),
  nonce: z.string(),
  time: instant,
  office,
  desk,
});
export type SessionClaim = z.infer<typeof sessionClaim>;

/** The hub's own word on how its feed stood: a hub restored from an older backup believes it again. */
export const feedClaim = z.strictObject({
  hub: z.string(),
  office,
  position: z.number().int().min(1),
  hash,
});
export type FeedClaim = z.infer<typeof feedClaim>;

/** What a desk puts on a stick: which desk, when, and how much of it. */
export const carryClaim = z.strictObject({
  hub: z.string(),
  office,
  desk,
  madeAt: instant,
});
export type CarryClaim = z.infer<typeof carryClaim>;

/** The hub's own word that it keeps these rows. */
export const receiptClaim = z.strictObject({
  hub: z.string(),
  office,
  desk,
  epoch,
  first: seq,
  last: seq,
  hash,
  digest: hash,
  receivedAt: instant,
});
export type ReceiptClaim = z.infer<typeof receiptClaim>;

/** The hub's own word that it keeps a file, whole, on durable storage. */
export const fileReceiptClaim = z.strictObject({
  hub: z.string(),
  office,
  sha256: hash,
  size: z.number().int().min(0),
  keptAt: instant,
});
export type FileReceiptClaim = z.infer<typeof fileReceiptClaim>;

const certified = { hub: z.string(), office, desk, key, issuedAt: instant };

/** The province's word that this key is this desk's. Certificates of before told of one run of numbers alone. */
export const certificateClaim = z.union([
  z.strictObject({ ...certified, lanes }),
  z.strictObject({ ...certified, lane }).transform(({ lane: one, ...rest }) => ({ ...rest, lanes: [one] })),
]);
export type CertificateClaim = z.infer<typeof certificateClaim>;

/** What a desk asks to be enrolled as; signed with the key it brings. */
export const enrolmentClaim = z.strictObject({
  code: z.string().max(60),
  office,
  desk,
  name: z.string().max(100),
  key,
  lanes,
  application: z.string().max(60),
});
export type EnrolmentClaim = z.infer<typeof enrolmentClaim>;

/** A text with the signature over it. */
export const signed = z.strictObject({ text: z.string().max(8_000), signature });
export type Signed = z.infer<typeof signed>;

/** The claim in a signed text, when `publicKey` signed it and it has the shape; undefined otherwise. */
export const openSigned = <T>(
  crypto: ChainCrypto,
  domain: keyof typeof domains,
  shape: z.ZodType<T>,
  publicKey: string,
  { text, signature: signatureHex }: Signed,
): T | undefined => {
  const bytes = new Uint8Array(signatureHex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(signatureHex.slice(at * 2, at * 2 + 2), 16);
  if (!crypto.verify(publicKey, signedText(domain, text), bytes)) return undefined;
  return readClaim(shape, text);
};

/** The claim in a text nobody has vouched for yet. */
export const readClaim = <T>(shape: z.ZodType<T>, text: string): T | undefined => {
  try {
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** A public key as people compare it: the first 80 bits of its SHA-256 in groups of four. */
export const fingerprintOf = (crypto: ChainCrypto, publicKey: string): string =>
  toHex(crypto.sha256([publicKey]))
    .slice(0, 20)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
