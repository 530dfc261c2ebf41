import { isLocalDate } from '../calendar/vietnam-time.ts';
import { cleanText, type TextFaultCode } from '../text/hygiene.ts';
import type { MessageParams, Problem } from '../text/problem.ts';
import { findGarble } from './garble.ts';
import { compareCccd, isCccd, isCmnd, type NumberWarningCode } from './number.ts';
import { emptyPerson, personLimits, type Person, type Sex } from './person.ts';

/**
 * The text of a citizen card's QR: number|old number|name|ddMMyyyy|sex|address|ddMMyyyy of issue. Cards since July 2024 may go on with
 * more fields; they are kept, not read. The QR is plain text anybody can print: it fills a form, it proves nothing.
 */

export type CardFaultCode =
  | TextFaultCode
  | 'cardUnreadable'
  | 'cardGarbled'
  | 'cardEncoding'
  | 'cardNumber'
  | 'cardOldNumber'
  | 'cardNameMissing'
  | 'cardBirthDate'
  | 'cardBornInFuture'
  | 'cardSex'
  | 'cardIssueDate';

export interface CardFault {
  code: CardFaultCode;
  params: MessageParams;
}

export interface Card {
  person: Person;
  /** What stands after the seventh field, as it was read. */
  extra: string[];
  warnings: Problem<NumberWarningCode | 'marksMissing' | 'issuedInFuture'>[];
}

export type CardReading = { ok: true; card: Card } | { ok: false; fault: CardFault };

/** A card's longest text; anything longer is not a card. */
const maxCardLength = 2000;

/** Whether a scanned text is meant to be a card, so that a receipt or another code goes its own way. */
export const looksLikeCard = (text: string): boolean =>
  text.length <= maxCardLength && (text.match(/\|/g)?.length ?? 0) >= 5;

const fail = (code: CardFaultCode, params: MessageParams = {}): CardReading => ({
  ok: false,
  fault: { code, params },
});

/** ddMMyyyy as 'YYYY-MM-DD'; '0000yyyy' or 'yyyy' (only the year known) as 'YYYY'; undefined when it is no date. */
const readDate = (text: string): string | undefined => {
  const year = /^(?:0000)?(\d{4})$/.exec(text)?.[1];
  if (year !== undefined) return year >= '1800' ? year : undefined;
  const found = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/.exec(text);
  if (!found) return undefined;
  const date = `${found[3] ?? ''}-${found[2] ?? ''}-${found[1] ?? ''}`;
  return isLocalDate(date) ? date : undefined;
};

const sexes: Partial<Record<string, Sex>> = { nam: 'nam', nữ: 'nữ', nu: 'nữ', '': '' };

/** Scanners add a line end or a tab; some a leading BOM. */
const trimBurst = (raw: string): string => raw.replace(/^[\s\uFEFF]+|[\s\0]+$/g, '');

const warningsOf = (person: Person, today: string): Card['warnings'] => {
  const found: Card['warnings'] = compareCccd(person.idNumber, person.birthDate, person.sex).map((code) => ({
    field: 'idNumber',
    code,
    params: {},
  }));
  if (!/\P{ASCII}/u.test(person.name + person.address))
    found.push({ field: 'name', code: 'marksMissing', params: {} });
  if (person.idIssued > today) found.push({ field: 'idIssued', code: 'issuedInFuture', params: {} });
  return found;
};

/** Reads a scanned card on a business day ('YYYY-MM-DD'). Never throws; a fault says what to do, a warning only what to look at. */
export const parseCard = (raw: string, today: string): CardReading => {
  if (raw.length > maxCardLength) return fail('cardUnreadable');
  const burst = trimBurst(raw);
  const parts = burst.split('|').map((part) => part.trim());
  const garble = findGarble(parts);
  if (garble === 'encoding') return fail('cardEncoding');
  if (garble === 'typing' && parts.length > 1) return fail('cardGarbled');
  if (parts.length < 7) return fail('cardUnreadable', { fields: parts.length });

  const texts: string[] = [];
  for (const [at, part] of parts.entries()) {
    const max = at === 2 ? personLimits.name : personLimits.address;
    const text = cleanText(part, { max });
    if (!text.ok) return fail(text.fault.code, { ...text.fault.params, place: at + 1 });
    texts.push(text.text);
  }
  const [
    number = '',
    oldNumber = '',
    name = '',
    birth = '',
    sexText = '',
    address = '',
    issued = '',
    ...extra
  ] = texts;
  if (!isCccd(number)) return fail('cardNumber', { length: number.length });
  if (oldNumber !== '' && !isCmnd(oldNumber) && !isCccd(oldNumber))
    return fail('cardOldNumber', { length: oldNumber.length });
  if (name === '') return fail('cardNameMissing');
  const birthDate = readDate(birth);
  if (birthDate === undefined) return fail('cardBirthDate', { text: birth.slice(0, 20) });
  if (birthDate > today.slice(0, birthDate.length)) return fail('cardBornInFuture');
  const sex = sexes[sexText.toLowerCase()];
  if (sex === undefined) return fail('cardSex', { text: sexText.slice(0, 20) });
  const idIssued = issued === '' ? '' : readDate(issued);
  if (idIssued === undefined || (idIssued !== '' && idIssued.length < 10))
    return fail('cardIssueDate', { text: issued.slice(0, 20) });

  const person: Person = {
    ...emptyPerson,
    idKind: 'cccd',
    idNumber: number,
    oldIdNumber: oldNumber,
    name,
    birthDate,
    sex,
    address,
    idIssued,
  };
  return { ok: true, card: { person, extra, warnings: warningsOf(person, today) } };
};
