import type { RegisterPlace } from './events.ts';
import { checkedLine, fromBase32, readCheckedLine, toBase32 } from './checked-line.ts';

/** A hand-over of the book between two PCs that no line joins: everything the other desk must know to count on. */
export interface Custody {
  register: string;
  fromDesk: number;
  toDesk: number;
  serial: number;
  place: RegisterPlace;
}

/** Seals a text with the register's key: 50 bits or more, as a number. Injected, so that shared/ stays free of any platform. */
export type Seal = (text: string) => bigint;

const sealBits = 50n;
const sealLength = 10;
const registerLength = 4;
/** Bits of each figure, in order. Fees in đồng: a year's 64 billion fits. */
const fields = [7, 7, 25, 7, 10, 20, 20, 14, 22, 36] as const;
const bodyBits = fields.reduce((sum, bits) => sum + bits, 0);
const bodyLength = Math.ceil(bodyBits / 5);
const lineLength = registerLength + bodyLength + sealLength;
const centuryStart = 2000;

const figuresOf = ({ fromDesk, toDesk, serial, place }: Custody): number[] => [
  fromDesk,
  toDesk,
  serial,
  place.year - centuryStart,
  place.volume,
  place.first,
  place.next,
  place.tally.struck,
  place.tally.copies,
  place.tally.fees,
];

const pack = (figures: readonly number[]): bigint =>
  fields.reduce((packed, bits, at) => {
    const figure = BigInt(figures[at] ?? 0);
    if (figure < 0n || figure >= 1n << BigInt(bits))
      throw new RangeError(`Figure ${at} does not fit: ${figure}`);
    return (packed << BigInt(bits)) | figure;
  }, 0n);

const unpack = (packed: bigint): number[] => {
  const figures: number[] = [];
  let rest = packed;
  for (const bits of fields.toReversed()) {
    figures.unshift(Number(rest & ((1n << BigInt(bits)) - 1n)));
    rest >>= BigInt(bits);
  }
  return figures;
};

const sealOf = (body: string, seal: Seal): string =>
  toBase32(seal(`custody ${body}`) & ((1n << sealBits) - 1n), sealLength);

/** The line of text one desk shows and the other types or scans. */
export const writeCustody = (custody: Custody, seal: Seal): string => {
  const body = custody.register + toBase32(pack(figuresOf(custody)), bodyLength);
  return checkedLine(body + sealOf(body, seal));
};

/** Why a line is not taken: mistyped; of another register or for another desk; not made by who knows the register's key. */
export type CustodyFlaw = 'unreadable' | 'foreign' | 'forged';

export const readCustody = (
  typed: string,
  { register, seal }: { register: string; seal: Seal },
): { ok: true; custody: Custody } | { ok: false; flaw: CustodyFlaw } => {
  const line = readCheckedLine(typed, lineLength);
  if (line === undefined) return { ok: false, flaw: 'unreadable' };
  const body = line.slice(0, registerLength + bodyLength);
  if (body.slice(0, registerLength) !== register) return { ok: false, flaw: 'foreign' };
  if (line.slice(body.length) !== sealOf(body, seal)) return { ok: false, flaw: 'forged' };
  const [
    fromDesk = 0,
    toDesk = 0,
    serial = 0,
    year = 0,
    volume = 0,
    first = 0,
    next = 0,
    struck = 0,
    copies = 0,
    fees = 0,
  ] = unpack(fromBase32(body.slice(registerLength)));
  return {
    ok: true,
    custody: {
      register,
      fromDesk,
      toDesk,
      serial,
      place: { year: year + centuryStart, volume, first, next, tally: { struck, copies, fees } },
    },
  };
};

const keyLength = 16;

/** The register's key with its four characters, to be typed once at each further desk: 80 random bits. */
export const writeRegisterKey = (register: string, key: bigint): string =>
  checkedLine(register + toBase32(key, keyLength));

export const readRegisterKey = (typed: string): { register: string; key: bigint } | undefined => {
  const line = readCheckedLine(typed, registerLength + keyLength);
  if (line === undefined) return undefined;
  return { register: line.slice(0, registerLength), key: fromBase32(line.slice(registerLength)) };
};

/** Four characters out of twenty random bits. */
export const registerName = (bits: number): string => toBase32(BigInt(bits & 0xfffff), registerLength);
