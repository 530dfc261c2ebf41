import { formatDay, isLocalDate } from '../calendar/vietnam-time.ts';
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
