import type { Bytes } from './row.ts';

const encoder = new TextEncoder();

/** Room for a usual row, so that it goes to the hash in one piece: each piece is a way out of JavaScript and back. */
const room = new Uint8Array(64 * 1024);

/** The parts in one piece, texts in UTF-8, until the next call; undefined where they may not have room. */
export const gathered = (parts: readonly (Bytes | string)[]): Bytes | undefined => {
  let end = 0;
  for (const part of parts) {
    // A code unit is three bytes of UTF-8 at most.
    if (end + part.length * 3 > room.length) return undefined;
    if (typeof part === 'string') end += encoder.encodeInto(part, room.subarray(end)).written;
    else {
      room.set(part, end);
      end += part.length;
    }
  }
  return room.subarray(0, end);
};
