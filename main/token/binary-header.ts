import { closeSync, openSync, readSync } from 'node:fs';

/** What a library file says it is made for, read from its first bytes: a driver is never loaded to find out. */
export interface BinaryHeader {
  readonly system: 'linux' | 'win32' | 'darwin';
  readonly bits: 32 | 64;
  /** As `process.arch` names it; 'other' for what no build of ours runs on, 'any' for a universal file. */
  readonly arch: string;
}

/** ELF e_machine. */
const elfMachines: Readonly<Record<number, string>> = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64' };
/** IMAGE_FILE_HEADER.Machine. */
const peMachines: Readonly<Record<number, string>> = { 0x14c: 'ia32', 0x8664: 'x64', 0xaa64: 'arm64' };
/** Mach-O cputype. */
const machMachines: Readonly<Record<number, string>> = { 7: 'ia32', 0x01000007: 'x64', 0x0100000c: 'arm64' };

const readElf = (head: Buffer): BinaryHeader | undefined => {
  if (head.length < 20 || head.readUInt32BE(0) !== 0x7f454c46) return undefined;
  const machine = head[5] === 2 ? head.readUInt16BE(18) : head.readUInt16LE(18);
  return { system: 'linux', bits: head[4] === 2 ? 64 : 32, arch: elfMachines[machine] ?? 'other' };
};

const readPe = (head: Buffer): BinaryHeader | undefined => {
  if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ') return undefined;
  const at = head.readUInt32LE(0x3c);
  if (at + 6 > head.length || head.toString('latin1', at, at + 4) !== 'PE\0\0') return undefined;
  const arch = peMachines[head.readUInt16LE(at + 4)] ?? 'other';
  return { system: 'win32', bits: arch === 'x64' || arch === 'arm64' ? 64 : 32, arch };
};

const readMach = (head: Buffer): BinaryHeader | undefined => {
  if (head.length < 8) return undefined;
  const magic = head.readUInt32BE(0);
  if (magic === 0xcafebabe) return { system: 'darwin', bits: 64, arch: 'any' };
  if (magic !== 0xcffaedfe && magic !== 0xcefaedfe) return undefined;
  return {
    system: 'darwin',
    bits: magic === 0xcffaedfe ? 64 : 32,
    arch: machMachines[head.readUInt32LE(4)] ?? 'other',
  };
};

/** PE headers lie behind a DOS stub; none is near a page long. */
const headBytes = 4096;

/** Undefined: no library of any system we know. Throws what the file system throws. */
export const readBinaryHeader = (path: string): BinaryHeader | undefined => {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const bytes = head.subarray(0, readSync(file, head, 0, headBytes, 0));
    return readElf(bytes) ?? readPe(bytes) ?? readMach(bytes);
  } finally {
    closeSync(file);
  }
};
