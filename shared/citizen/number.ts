import type { Sex } from './person.ts';

/**
 * Identity numbers and telephone numbers (NĐ 137/2015/NĐ-CP, TT 59/2021/TT-BCA). A CCCD number is 3 digits of the province or country of birth
 * registration, 1 of century and sex, 2 of birth year, 6 at random; it has no check digit, so disagreement warns and never blocks.
 */

/** Codes of the 63 provinces before 1 July 2025; numbers once given keep them. */
const provinceCodes = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 ' +
    '048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

export type NumberWarningCode = 'idProvinceUnknown' | 'idSexDiffers' | 'idBirthYearDiffers';

export interface NumberFacts {
  sex: 'nam' | 'nữ';
  birthYear: number;
  /** False for a code below 100 that no province had; 100 and above are countries. */
  placeKnown: boolean;
}

/** Digits of a typed number: spaces, dots and dashes dropped, full-width digits made plain, letters upper case. */
export const normalizeIdNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s.\-_/]/g, '')
    .toUpperCase();

export const isCccd = (text: string): boolean => /^\d{12}$/.test(text);
export const isCmnd = (text: string): boolean => /^\d{9}$/.test(text);
/** Any country's passport; Vietnamese ones are a letter and seven or eight digits. */
export const isPassport = (text: string): boolean => /^(?=.*\d)[A-Z0-9]{5,15}$/.test(text);
/** Ten digits, a dependent unit's three more, or the twelve of a person or household (from 1 July 2025). */
export const isTaxCode = (text: string): boolean => /^(?:\d{10}(?:\d{3})?|\d{12})$/.test(text);

/** What a CCCD number says about its holder; undefined when it is not twelve digits. */
export const readCccd = (text: string): NumberFacts | undefined => {
  if (!isCccd(text)) return undefined;
  const centurySex = Number(text[3]);
  const place = text.slice(0, 3);
  return {
    sex: centurySex % 2 === 0 ? 'nam' : 'nữ',
    birthYear: 1900 + 100 * Math.floor(centurySex / 2) + Number(text.slice(4, 6)),
    placeKnown: provinceCodes.has(place) || Number(place) >= 100,
  };
};

/** Where number, date of birth ('YYYY-MM-DD', 'YYYY' or '') and sex contradict each other. */
export const compareCccd = (text: string, birthDate: string, sex: Sex): NumberWarningCode[] => {
  const facts = readCccd(text);
  if (!facts) return [];
  const found: NumberWarningCode[] = [];
  if (!facts.placeKnown) found.push('idProvinceUnknown');
  if ((sex === 'nam' || sex === 'nữ') && sex !== facts.sex) found.push('idSexDiffers');
  if (birthDate !== '' && Number(birthDate.slice(0, 4)) !== facts.birthYear) found.push('idBirthYearDiffers');
  return found;
};

/** Telephone as it is kept: national form with a leading 0, or '+' and country code for one abroad. Not checked here. */
export const normalizePhone = (text: string): string => {
  const digits = text.normalize('NFKC').replace(/[\s.\-()_/]/g, '');
  const national = /^(?:\+84|0084|84(?=\d{9,10}$))0?(\d+)$/.exec(digits);
  return national ? `0${national[1] ?? ''}` : digits.replace(/^00(?=[1-9])/, '+');
};

/** Mobile 0[35789] and eight digits, landline 02 and nine, or a number abroad (E.164). */
export const isPhone = (text: string): boolean =>
  /^0[35789]\d{8}$/.test(text) || /^02\d{9}$/.test(text) || /^\+[1-9]\d{6,14}$/.test(text);
