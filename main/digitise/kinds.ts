import { open } from 'node:fs/promises';
import type { FaultCode } from '../../shared/faults.ts';

/** What a file is by its first bytes; its name's ending proves nothing. */
export type FileKind = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/tiff';

const kinds: readonly { kind: FileKind; starts: readonly string[] }[] = [
  { kind: 'application/pdf', starts: ['25504446'] },
  { kind: 'image/jpeg', starts: ['ffd8ff'] },
  { kind: 'image/png', starts: ['89504e470d0a1a0a'] },
  { kind: 'image/tiff', starts: ['49492a00', '4d4d002a'] },
];

/** Brands of the container that iPhones save their photographs in (ISO/IEC 23008-12, annex B). */
const heic = /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/u;

/** Bytes that are enough to tell. */
export const headBytes = 12;

export const kindOfBytes = (
  head: Uint8Array,
): { kind: FileKind } | { refused: Extract<FaultCode, 'heicRefused' | 'fileKindRefused'> } => {
  const bytes = Buffer.from(head.subarray(0, headBytes));
  const hex = bytes.toString('hex');
  const found = kinds.find(({ starts }) => starts.some((start) => hex.startsWith(start)));
  if (found) return { kind: found.kind };
  return { refused: heic.test(bytes.toString('latin1', 4)) ? 'heicRefused' : 'fileKindRefused' };
};

export const kindOfFile = async (file: string): Promise<ReturnType<typeof kindOfBytes>> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return kindOfBytes(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
};
