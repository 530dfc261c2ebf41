import * as z from 'zod';
import { carryClaim, signed } from './claims.ts';
import { refusal } from './messages.ts';

/**
 * What a stick carries where there is no line: one age file (age-encryption.org/v1) sealed to the hub's key, holding records one after
 * the other, each a line of JSON that says how many bytes follow it. First who carries, then batches in order, then files.
 */
/** Of a sealed stick sent over a line. */
export const carryType = 'application/x-quay-carry';

const count = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const carryHead = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('carry'),
    format: z.literal(1),
    /** carryClaim, signed by the desk. */
    claim: signed,
    certificate: signed,
    bytes: z.literal(0),
  }),
  /** The body of a push, with the claim that vouches for it. */
  z.strictObject({ kind: z.literal('batch'), claim: signed, bytes: count }),
  z.strictObject({ kind: z.literal('file'), sha256, bytes: count }),
]);
export type CarryHead = z.infer<typeof carryHead>;

/** What the hub gives back to be carried home: its signed receipts, and what it would not take. No citizen's data. */
export const acknowledgement = z.strictObject({
  kind: z.literal('acknowledgement'),
  format: z.literal(1),
  office: carryClaim.shape.office,
  desk: carryClaim.shape.desk,
  receipts: z.array(signed).max(100_000),
  files: z.array(signed).max(100_000),
  refused: z.array(refusal),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;

/** A head says little: a longer line is no head of ours. */
const longestHead = 64 * 1024;
const lineFeed = 10;
const encoder = new TextEncoder();

export const writeHead = (head: CarryHead): Uint8Array => encoder.encode(`${JSON.stringify(head)}\n`);

export class CarryMalformed extends Error {}

const headIn = (line: Uint8Array): CarryHead => {
  try {
    return carryHead.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)));
  } catch (error) {
    throw new CarryMalformed('a record’s head', { cause: error });
  }
};

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/**
 * Reads records as they come, whatever the pieces; what is not read of a body is passed over. Throws
 * CarryMalformed for what is no record and for one that ends early.
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ head: CarryHead; body: AsyncGenerator<Uint8Array> }> {
  const pieces: AsyncIterator<Uint8Array, unknown> = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await pieces.next();
    if (done === true) return false;
    rest = rest.length === 0 ? value : joined(rest, value);
    return true;
  };
  let left = 0;
  const nextPiece = async (): Promise<Uint8Array> => {
    if (rest.length === 0 && !(await more())) throw new CarryMalformed('a record’s end');
    const piece = rest.subarray(0, left);
    rest = rest.subarray(piece.length);
    left -= piece.length;
    return piece;
  };
  async function* body(): AsyncGenerator<Uint8Array> {
    while (left > 0) yield await nextPiece();
  }
  for (;;) {
    let end = rest.indexOf(lineFeed);
    while (end < 0) {
      if (rest.length > longestHead) throw new CarryMalformed('a record’s head');
      if (!(await more())) break;
      end = rest.indexOf(lineFeed);
    }
    if (end < 0) {
      if (rest.length > 0) throw new CarryMalformed('a record’s head');
      return;
    }
    const head = headIn(rest.subarray(0, end));
    rest = rest.subarray(end + 1);
    left = head.bytes;
    yield { head, body: body() };
    while (left > 0) await nextPiece();
  }
}
