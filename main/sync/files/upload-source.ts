import type { FileSource } from 'tus-js-client';

/**
 * An attachment as the upload asks for it: one piece behind the other, beginning wherever the last try ended. `size` in bytes; what
 * lies before the first piece asked for is read past. Throws when asked for bytes it has passed.
 */
export const uploadSource = (from: AsyncIterable<Buffer>, size: number): FileSource => {
  const pieces: AsyncIterator<Buffer, unknown> = from[Symbol.asyncIterator]();
  let at = 0;
  let held = Buffer.alloc(0);
  const passTo = (start: number): void => {
    const past = Math.min(start - at, held.length);
    held = held.subarray(past);
    at += past;
  };
  return {
    size,
    slice: async (start, end) => {
      if (start < at) throw new Error('upload: these bytes are passed');
      passTo(start);
      while (at + held.length < end) {
        const { done, value } = await pieces.next();
        if (done === true) break;
        held = Buffer.concat([held, value]);
        passTo(start);
      }
      const piece = held.subarray(0, end - start);
      return { value: Object.assign(piece, { size: piece.length }), done: start + piece.length >= size };
    },
    close: () => {
      void pieces.return?.();
    },
  };
};
