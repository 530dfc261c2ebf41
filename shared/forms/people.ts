import { formatDay, isLocalDate, localDateAt } from '../calendar/vietnam-time.ts';
import { isUnderAge } from '../citizen/age.ts';
import type { Person } from '../citizen/person.ts';
import type { Messages } from '../messages/index.ts';

export type PersonLines = {
  name: string;
  /** "Số định danh 001099000001", '' when none was given. */
  identity: string;
  born: string;
  address: string;
  phone: string;
  email: string;
};

const bornText = (date: string): string => (isLocalDate(date) ? formatDay(date) : date);

/** 0912 000 000: ten digits in groups that can be read out. */
export const phoneText = (phone: string): string =>
  /^\d{10}$/.test(phone) ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone;

export const personLines = (person: Person, words: Messages): PersonLines => ({
  name: person.name,
  identity: person.idNumber === '' ? '' : words.print.identity[person.idKind]({ number: person.idNumber }),
  born: bornText(person.birthDate),
  address: person.address,
  phone: phoneText(person.phone),
  email: person.email,
});

/** Whether the dossier is the submitter's own: the same card, or, without a card, the same name and birth date. */
export const isSamePerson = (one: Person, other: Person): boolean =>
  one.name === other.name &&
  one.birthDate === other.birthDate &&
  one.idKind === other.idKind &&
  one.idNumber === other.idNumber;

/**
 * To whom a letter about a dossier is addressed: its owner; for a child whoever handed it in, as its parents and guardians act for it (Bộ luật
 * Dân sự 2015, điều 21 và 136). `at`: when it is written, milliseconds.
 */
export const addresseeOf = ({ submitter, owner }: { submitter: Person; owner: Person }, at: number): Person =>
  isUnderAge(owner, localDateAt(at)) ? submitter : owner;
