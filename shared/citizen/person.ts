import { isLocalDate } from '../calendar/vietnam-time.ts';
import { cleanText, type TextFaultCode } from '../text/hygiene.ts';
import type { Problem } from '../text/problem.ts';
import {
  compareCccd,
  isCccd,
  isCmnd,
  isPassport,
  isPhone,
  isTaxCode,
  normalizeIdNumber,
  normalizePhone,
  type NumberWarningCode,
} from './number.ts';

/** A person or organisation as written on a dossier. Unknown text is '', never absent: a form field is always a string. */
export interface Person {
  kind: 'person' | 'organisation';
  /** Full name of the person, or name of the organisation. */
  name: string;
  idKind: IdKind;
  /** Digits of a CCCD or CMND, letters and digits of a passport, tax code of an organisation. */
  idNumber: string;
  /** The 9-digit CMND a card mentions. */
  oldIdNumber: string;
  /** 'YYYY-MM-DD', or 'YYYY' when only the year is known, or ''. */
  birthDate: string;
  sex: Sex;
  address: string;
  /** National form, 0 and nine or ten digits, or ''. */
  phone: string;
  email: string;
  /** 'YYYY-MM-DD' or ''. */
  idIssued: string;
}

/** cccd: 12-digit number; cmnd: old 9-digit card; tax: organisations. */
export type IdKind = 'cccd' | 'cmnd' | 'passport' | 'tax' | 'other' | 'none';
export type Sex = 'nam' | 'nữ' | 'khác' | '';

export const emptyPerson: Person = {
  kind: 'person',
  name: '',
  idKind: 'cccd',
  idNumber: '',
  oldIdNumber: '',
  birthDate: '',
  sex: '',
  address: '',
  phone: '',
  email: '',
  idIssued: '',
};

export type PersonProblemCode =
  | TextFaultCode
  | 'nameMissing'
  | 'idMissing'
  | 'cccdFormat'
  | 'cmndFormat'
  | 'passportFormat'
  | 'taxCodeFormat'
  | 'birthDateFormat'
  | 'bornInFuture'
  | 'bornTooEarly'
  | 'issuedFormat'
  | 'phoneFormat'
  | 'emailFormat';

export type PersonWarningCode =
  | NumberWarningCode
  | 'nameHasDigits'
  | 'addressMissing'
  | 'issuedInFuture'
  | 'issuedBeforeBirth';

export interface CheckedPerson {
  /** Cleaned and put into the form it is kept in; what could not be cleaned stays as typed. */
  person: Person;
  problems: Problem<PersonProblemCode>[];
  warnings: Problem<PersonWarningCode>[];
}

/** Longest texts, in characters. */
export const personLimits = {
  name: 120,
  organisation: 250,
  idNumber: 30,
  address: 300,
  email: 120,
  phone: 20,
} as const;

/** The oldest person alive was born later. */
const earliestBirth = '1900';

const formats: Record<IdKind, { code: PersonProblemCode; fits: (text: string) => boolean } | null> = {
  cccd: { code: 'cccdFormat', fits: isCccd },
  cmnd: { code: 'cmndFormat', fits: isCmnd },
  passport: { code: 'passportFormat', fits: isPassport },
  tax: { code: 'taxCodeFormat', fits: isTaxCode },
  other: null,
  none: null,
};

const isEmail = (text: string): boolean =>
  /^[^\s@"(),:;<>[\]\\]{1,64}@[^\s@"(),:;<>[\]\\]+\.[a-z]{2,}$/i.test(text);

type Key = 'name' | 'idNumber' | 'oldIdNumber' | 'address' | 'phone' | 'email' | 'birthDate' | 'idIssued';

const birthProblem = (birthDate: string, today: string): PersonProblemCode | undefined => {
  if (birthDate === '') return undefined;
  if (!/^\d{4}$/.test(birthDate) && !isLocalDate(birthDate)) return 'birthDateFormat';
  if (birthDate > today.slice(0, birthDate.length)) return 'bornInFuture';
  return birthDate < earliestBirth ? 'bornTooEarly' : undefined;
};

const limitOf = (key: Key, person: Person): number => {
  switch (key) {
    case 'name':
      return person.kind === 'person' ? personLimits.name : personLimits.organisation;
    case 'address':
      return personLimits.address;
    case 'email':
      return personLimits.email;
    default:
      return personLimits.idNumber;
  }
};

const cleaned = (
  typed: Person,
  problem: (key: Key, code: PersonProblemCode, params: Problem['params']) => void,
) => {
  const person = { ...typed };
  for (const key of [
    'name',
    'idNumber',
    'oldIdNumber',
    'address',
    'phone',
    'email',
    'birthDate',
    'idIssued',
  ] as const) {
    const text = cleanText(typed[key], { max: limitOf(key, typed) });
    if (text.ok) person[key] = text.text;
    else problem(key, text.fault.code, text.fault.params);
  }
  return {
    ...person,
    idNumber: typed.idKind === 'other' ? person.idNumber : normalizeIdNumber(person.idNumber),
    oldIdNumber: normalizeIdNumber(person.oldIdNumber),
    phone: normalizePhone(person.phone),
    ...(typed.kind === 'organisation' ? { birthDate: '', sex: '' as const, oldIdNumber: '' } : {}),
    ...(typed.idKind === 'none' ? { idNumber: '', idIssued: '' } : {}),
  };
};

/**
 * A typed or scanned person, cleaned and judged on a business day. `role` prefixes the fields ("owner.idNumber"). Problems must be
 * mended; warnings (number against birth year and sex, unknown province…) are only shown.
 */
export const checkPerson = (typed: Person, today: string, role: string): CheckedPerson => {
  const problems: Problem<PersonProblemCode>[] = [];
  const warnings: Problem<PersonWarningCode>[] = [];
  const problem = (key: Key, code: PersonProblemCode, params: Problem['params'] = {}) => {
    const field = `${role}.${key}`;
    if (!problems.some((one) => one.field === field)) problems.push({ field, code, params });
  };
  const warn = (key: Key, code: PersonWarningCode, params: Problem['params'] = {}) => {
    warnings.push({ field: `${role}.${key}`, code, params });
  };
  const person = cleaned(typed, problem);

  if (person.name === '') problem('name', 'nameMissing');
  if (person.kind === 'person' && /\d/.test(person.name)) warn('name', 'nameHasDigits');

  const format = formats[person.idKind];
  if (person.idKind !== 'none' && person.idNumber === '') problem('idNumber', 'idMissing');
  else if (format && !format.fits(person.idNumber))
    problem('idNumber', format.code, { length: person.idNumber.length });

  const birth = birthProblem(person.birthDate, today);
  if (birth) problem('birthDate', birth);
  if (person.idKind === 'cccd')
    for (const code of compareCccd(person.idNumber, birth ? '' : person.birthDate, person.sex))
      warn('idNumber', code);

  if (person.idIssued !== '') {
    if (!isLocalDate(person.idIssued)) problem('idIssued', 'issuedFormat');
    else if (person.idIssued > today) warn('idIssued', 'issuedInFuture');
    else if (!birth && person.birthDate !== '' && person.idIssued < person.birthDate)
      warn('idIssued', 'issuedBeforeBirth');
  }
  if (person.address === '') warn('address', 'addressMissing');
  if (person.phone !== '' && !isPhone(person.phone)) problem('phone', 'phoneFormat');
  if (person.email !== '' && !isEmail(person.email)) problem('email', 'emailFormat');
  return { person, problems, warnings };
};
