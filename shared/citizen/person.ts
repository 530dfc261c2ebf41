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
