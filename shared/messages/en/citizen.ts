import type { citizen as source } from '../vi/citizen.ts';
import type { MessageParams } from '../../text/problem.ts';
import type { Translation } from '../translation.ts';

const at = (params: MessageParams): string =>
  params['position'] === undefined ? '' : ` at character ${params['position']}`;

export const citizen: Translation<typeof source> = {
  problems: {
    hiddenCharacter: (params: MessageParams) =>
      `There is an invisible control character${at(params)}. Delete it or type this field again.`,
    directionOverride: (params: MessageParams) =>
      `A hidden character${at(params)} reverses the text: paper would differ from screen. Type this field again instead of pasting.`,
    brokenCharacter: (params: MessageParams) =>
      `There is a broken character${at(params)}. Delete it and type it again.`,
    privateCharacter: (params: MessageParams) =>
      `A character${at(params)} belongs to one font only. Type it again in Unicode.`,
    tooManyMarks: (params: MessageParams) => `A letter carries too many marks${at(params)}. Type it again.`,

    nameMissing: 'A full name is needed.',
    nameHasDigits: 'The name has digits. Compare it with the paper.',
    idMissing: 'An ID number is needed, or choose “No paper”.',
    cccdFormat: (params: MessageParams) =>
      params['length'] === undefined
        ? 'A personal number has 12 digits.'
        : `A personal number has 12 digits; this field has ${params['length']} characters.`,
    cmndFormat: 'An old identity card number has 9 digits.',
    passportFormat: 'A passport number has 5 to 15 letters and digits, for example C1234567.',
    taxCodeFormat: 'A tax code has 10 digits, 13 for a dependent unit, or is a 12-digit personal number.',
    birthDateFormat: 'This date of birth does not exist. Type day/month/year, or the year alone.',
    bornInFuture: 'The date of birth is in the future. Check the year.',
    bornTooEarly: 'The year of birth is before 1900. Check the year.',
    issuedFormat: 'This date of issue does not exist. Type day/month/year, or leave it empty.',
    issuedInFuture: 'The date of issue is in the future. Check the card and the date of this PC.',
    issuedBeforeBirth: 'The date of issue is before the birth. Compare it with the card.',
    phoneFormat: 'A telephone number has 10 digits beginning 03, 05, 07, 08 or 09; a landline begins 02.',
    emailFormat: 'This e-mail address is not complete, for example name@place.vn.',
    addressMissing: 'There is no address. The receipt can be printed, but the person is hard to reach later.',
    idProvinceUnknown: 'The first three digits are no province and no country. Compare them with the card.',
    idSexDiffers: 'Personal number and sex do not fit. Compare them with the card.',
    idBirthYearDiffers: 'Personal number and year of birth do not fit. Compare them with the card.',
    marksMissing: 'Name and address were read without marks. Compare with the card and add them.',

    cardUnreadable:
      'The card could not be read: parts are missing. Nothing was filled in. Wipe the card, turn Unikey off, scan again.',
    cardGarbled:
      'The Vietnamese input method changed the text of the card. Nothing was filled in. Turn Unikey off and scan again.',
    cardEncoding:
      'The scanner sends the wrong character set. Nothing was filled in. Set it to Unicode (UTF-8) and scan again.',
    cardNumber:
      'The number on the card has not 12 digits. Nothing was filled in. Turn Unikey off and scan again.',
    cardOldNumber:
      'The old number on the card was not read right. Nothing was filled in. Scan again, or type it.',
    cardNameMissing: 'The card was read but has no name. Nothing was filled in. Scan again, or type it.',
    cardBirthDate:
      'The date of birth was not read right. Nothing was filled in. Turn Unikey off and scan again, or type it.',
    cardBornInFuture:
      'The date of birth on the card is in the future. Nothing was filled in. Check the date of this PC, then the card.',
    cardSex: 'The sex was not read right. Nothing was filled in. Turn Unikey off and scan again, or type it.',
    cardIssueDate:
      'The date of issue was not read right. Nothing was filled in. Turn Unikey off and scan again, or type it.',
  },
  idKinds: {
    cccd: 'Citizen identity card',
    cmnd: 'Old identity card',
    passport: 'Passport',
    tax: 'Tax code',
    other: 'Another paper',
    none: 'No paper',
  },
  sexes: { nam: 'Male', nữ: 'Female', khác: 'Other', '': 'Unknown' },
};
