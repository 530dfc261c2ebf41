import { isLocalDate } from '../calendar/vietnam-time.ts';
import type { Lane } from '../office/profile.ts';

/** Numbers 1–9999 a day (domain: four digits, restarted daily). Counters take a thousand each; a province that also numbers leaves 5000 up. */
export const highestNumber = 9999;
export const provinceSafeFrom = 5000;

/** `<office code>-<yyMMdd>-<nnnn>`; `day` is the business day 'YYYY-MM-DD'. */
export const dossierCode = (office: string, day: string, number: number): string =>
  `${office}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${String(number).padStart(4, '0')}`;

/** The parts of a code; undefined when it is not one, names no day that exists, or a number nobody gives out. */
export const readDossierCode = (
  code: string,
): { office: string; day: string; number: number } | undefined => {
  const match = /^([A-Z0-9][A-Z0-9.]{1,34})-(\d{2})(\d{2})(\d{2})-(\d{4})$/.exec(code.trim().toUpperCase());
  if (!match) return undefined;
  const [, office = '', year = '', month = '', date = '', digits = ''] = match;
  const day = `20${year}-${month}-${date}`;
  const number = Number(digits);
  return isLocalDate(day) && number > 0 ? { office, day, number } : undefined;
};

/** The lane a counter takes by its number: 1 → 1–999, 2 → 1000–1999; 5000 up where the province numbers too. Undefined: no room. */
export const usualLane = (desk: number, provinceNumbers: boolean): Lane | undefined => {
  if (!Number.isInteger(desk) || desk < 1) return undefined;
  const first = provinceNumbers ? provinceSafeFrom + (desk - 1) * 1000 : (desk - 1) * 1000;
  if (first > 9000) return undefined;
  return { from: Math.max(first, 1), to: first + 999 };
};

/** Whether a lane may be used: whole numbers, in order, within a day's numbers, clear of the province's own. */
export const isLaneValid = (lane: Lane, provinceNumbers: boolean): boolean =>
  Number.isInteger(lane.from) &&
  Number.isInteger(lane.to) &&
  lane.from >= (provinceNumbers ? provinceSafeFrom : 1) &&
  lane.to >= lane.from &&
  lane.to <= highestNumber;

export const lanesOverlap = (a: Lane, b: Lane): boolean => a.from <= b.to && b.from <= a.to;
