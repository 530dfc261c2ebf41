import { DAY_MS, localDateAt } from '../calendar/vietnam-time.ts';

// What a signature looks like on paper: NĐ 30/2020/NĐ-CP, Phụ lục I. A person's is the blue picture of the hand; an agency's the red
// seal in its real size over the left third of it; on a copy the agency stands at the top right of the first page, without a picture.
// These words are part of a Vietnamese paper and have no English.

/** Points (1/72 inch) on the page as it is seen, from its lower left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;

export interface SignerNames {
  readonly name: string;
  readonly agency: string;
}

const two = (value: number): string => String(value).padStart(2, '0');
const HOUR_MS = 3_600_000;
/** Vietnam has kept UTC+7 without change since 1975. */
const offsetMs = 7 * HOUR_MS;

/** "29-11-2026 16:05:09 +07:00": day, time and zone, as the decree asks. */
export const signedAt = (instant: number): string => {
  const [year, month, day] = localDateAt(instant).split('-');
  const seconds = Math.floor(((instant + offsetMs) % DAY_MS) / 1000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${day ?? ''}-${month ?? ''}-${year ?? ''} ${time} +07:00`;
};

export const personLines = ({ name, agency }: SignerNames, instant: number): string[] => [
  `Ký bởi: ${name}`,
  ...(agency === '' ? [] : [`Cơ quan: ${agency}`]),
  `Thời gian ký: ${signedAt(instant)}`,
];

export const copyLines = (agency: string, instant: number, form?: string): string[] => [
  ...(form === undefined ? [] : [form]),
  agency,
  `Thời gian ký: ${signedAt(instant)}`,
];

/** With the agency's seal stands the number it is issued under. */
export const issuedLine = (number: string): string => `Số: ${number}`;

/** A commune's seal is 36 mm across (TT 21/2012/TT-BCA). */
export const sealMm = 36;

/** The seal covers about a third of the hand's picture, on its left. */
export const sealBeside = (hand: Box, diameterMm = sealMm): Box => {
  const size = pointsOf(diameterMm);
  return {
    x: hand.x + hand.width / 3 - size,
    y: hand.y + (hand.height - size) / 2,
    width: size,
    height: size,
  };
};

/** Points from one line of 10-point letters to the next. */
const copyLine = 12;
/** Millimetres a form of the office's own leaves free at the head of a page: room for a copy's two lines of 10 points. */
const headMm = 13;
/** Nearer to the edge no printer comes. */
const edgeMm = 3.5;

/** Top right of the first page: 10-point letters, above the letterhead. */
export const copyBox = (page: { readonly width: number; readonly height: number }, lines: number): Box => {
  const edge = pointsOf(edgeMm);
  const width = Math.min(pointsOf(110), page.width - 2 * edge);
  const height = Math.max(lines * copyLine, pointsOf(headMm) - edge - 1);
  return { x: page.width - pointsOf(10) - width, y: page.height - edge - height, width, height };
};

/** As whom, and so where, a signature is made. */
export type SignaturePlace = 'person' | 'agency' | 'copy';

/** Every place a hand's picture may stand on a page, from the lower right: leftwards, then upwards. */
export const handBoxes = (page: { readonly width: number; readonly height: number }): Box[] => {
  const margin = pointsOf(15);
  const gap = pointsOf(4);
  const width = Math.min(pointsOf(70), page.width - 2 * margin);
  const height = pointsOf(28);
  const columns = Math.max(1, Math.floor((page.width - 2 * margin + gap) / (width + gap)));
  const rows = Math.max(1, Math.floor((page.height - 2 * margin + gap) / (height + gap)));
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: page.width - margin - width - (at % columns) * (width + gap),
    y: margin + Math.floor(at / columns) * (height + gap),
    width,
    height,
  }));
};
