import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { compareCccd, isPhone, normalizeIdNumber, normalizePhone, readCccd } from './number.ts';
import { checkPerson, emptyPerson, type Person } from './person.ts';

const today = '2026-11-26';
const sample: Person = {
  ...emptyPerson,
  name: 'Trần Thị Thí Dụ',
  idNumber: '001192000123',
  birthDate: '1992-03-08',
  sex: 'nữ',
  address: 'Tổ 5, Hà Nội',
  phone: '0912345678',
  idIssued: '2021-05-10',
};
const judge = (change: Partial<Person>) => checkPerson({ ...sample, ...change }, today, 'owner');
const codes = (change: Partial<Person>) =>
  judge(change).problems.map(({ field, code }) => `${field}:${code}`);
const warnings = (change: Partial<Person>) => judge(change).warnings.map(({ code }) => code);

describe('checkPerson', () => {
  it('has nothing to say about a sound person', () => {
    expect(judge({})).toEqual({ person: sample, problems: [], warnings: [] });
  });

  it('puts what was typed into the form it is kept in', () => {
    const { person } = judge({
      name: '  Trần  Thị\u200B Thí\tDụ ',
      idNumber: '001 192.000-123',
      phone: '+84 912.345.678',
      email: ' a@b.vn ',
    });
    expect(person).toEqual({ ...sample, email: 'a@b.vn' });
  });

  it.each<[string, Partial<Person>, string[]]>([
    ['no name', { name: ' \u200B ' }, ['owner.name:nameMissing']],
    ['ten thousand characters', { name: 'ễ'.repeat(10_000) }, ['owner.name:tooLong']],
    ['NUL', { name: 'Trần\u0000' }, ['owner.name:hiddenCharacter']],
    ['an override', { address: '\u202Exyz' }, ['owner.address:directionOverride']],
    ['a lone surrogate', { name: 'Trần \uD800' }, ['owner.name:brokenCharacter']],
    ['no number', { idNumber: '' }, ['owner.idNumber:idMissing']],
    ['a short number', { idNumber: '00119200012' }, ['owner.idNumber:cccdFormat']],
    ['letters in a number', { idNumber: '00119200012O' }, ['owner.idNumber:cccdFormat']],
    ['a 12-digit CMND', { idKind: 'cmnd' }, ['owner.idNumber:cmndFormat']],
    [
      'a passport without digits',
      { idKind: 'passport', idNumber: 'ABCDEFG' },
      ['owner.idNumber:passportFormat'],
    ],
    ['an impossible day', { birthDate: '1992-02-30' }, ['owner.birthDate:birthDateFormat']],
    ['born tomorrow', { birthDate: '2026-11-27' }, ['owner.birthDate:bornInFuture']],
    ['born next year', { birthDate: '2027' }, ['owner.birthDate:bornInFuture']],
    ['born in 1899', { birthDate: '1899-12-31' }, ['owner.birthDate:bornTooEarly']],
    ['a wrong day of issue', { idIssued: '10/05/2021' }, ['owner.idIssued:issuedFormat']],
    ['a short phone', { phone: '09123' }, ['owner.phone:phoneFormat']],
    ['an address for e-mail', { email: 'a@b' }, ['owner.email:emailFormat']],
  ])('refuses %s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it.each<[string, Partial<Person>]>([
    ['a CMND', { idKind: 'cmnd', idNumber: '012345678' }],
    ['a passport', { idKind: 'passport', idNumber: 'b 1234567' }],
    ['no paper', { idKind: 'none', idNumber: '' }],
    ['another paper', { idKind: 'other', idNumber: 'GPLX 790/2020' }],
    ['only the year of birth', { birthDate: '1992' }],
    ['an unknown birth', { birthDate: '' }],
    ['born today', { birthDate: today, idKind: 'none' }],
    ['markup in a name', { name: '<b>Trần</b> {{x}}' }],
    ['an organisation', { kind: 'organisation', idKind: 'tax', idNumber: '0101234567-001', sex: '' }],
  ])('accepts %s', (_, change) => {
    expect(codes(change)).toEqual([]);
  });

  it('warns, and only warns, where number, birth and sex disagree', () => {
    expect(warnings({ birthDate: '1993-03-08' })).toEqual(['idBirthYearDiffers']);
    expect(warnings({ sex: 'nam' })).toEqual(['idSexDiffers']);
    expect(warnings({ sex: 'khác' })).toEqual([]);
    expect(warnings({ idNumber: '003192000123' })).toEqual(['idProvinceUnknown']);
    expect(warnings({ idNumber: '101192000123' })).toEqual([]);
    expect(warnings({ address: '', name: 'Trần 2' })).toEqual(['nameHasDigits', 'addressMissing']);
    expect(warnings({ idIssued: '2027-01-01' })).toEqual(['issuedInFuture']);
    expect(warnings({ idIssued: '1990-01-01' })).toEqual(['issuedBeforeBirth']);
  });

  it('never throws, and checking what it kept finds the same person', () => {
    const text = fc.string({ unit: 'binary', maxLength: 50 });
    const person = fc.record({
      kind: fc.constantFrom('person' as const, 'organisation' as const),
      name: text,
      idKind: fc.constantFrom(
        'cccd' as const,
        'cmnd' as const,
        'passport' as const,
        'tax' as const,
        'other' as const,
        'none' as const,
      ),
      idNumber: text,
      oldIdNumber: text,
      birthDate: text,
      sex: fc.constantFrom('nam' as const, 'nữ' as const, 'khác' as const, '' as const),
      address: text,
      phone: text,
      email: text,
      idIssued: text,
    });
    fc.assert(
      fc.property(person, (one) => {
        const first = checkPerson(one, today, 'owner');
        if (first.problems.length > 0) return;
        expect(checkPerson(first.person, today, 'owner').person).toEqual(first.person);
      }),
    );
  });
});

describe('numbers', () => {
  it('says what a CCCD number says', () => {
    expect(readCccd('001092000123')).toEqual({ sex: 'nam', birthYear: 1992, placeKnown: true });
    expect(readCccd('079305000123')).toEqual({ sex: 'nữ', birthYear: 2005, placeKnown: true });
    expect(readCccd('005205000123')).toMatchObject({ sex: 'nam', birthYear: 2005, placeKnown: false });
    expect(readCccd('12345')).toBeUndefined();
    expect(compareCccd('079305000123', '2005', 'nữ')).toEqual([]);
    expect(compareCccd('', '2005', 'nữ')).toEqual([]);
  });

  it.each([
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['0084 912345678', '0912345678'],
    ['+84 (0) 912-345-678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['０９１２３４５６７８', '0912345678'],
    ['024 3825 1234', '02438251234'],
    ['+856 20 1234 5678', '+8562012345678'],
    ['', ''],
  ])('phone %s → %s', (typed, kept) => {
    expect(normalizePhone(typed)).toBe(kept);
  });

  it.each([
    ['0912345678', true],
    ['0312345678', true],
    ['02438251234', true],
    ['+8562012345678', true],
    ['0112345678', false],
    ['0212345678', false],
    ['01234567890', false],
    ['912345678', false],
    ['091234567a', false],
  ])('%s is a phone: %s', (phone, is) => {
    expect(isPhone(phone)).toBe(is);
  });

  it('keeps digits of a typed number', () => {
    expect(normalizeIdNumber(' 001-192 000.123 ')).toBe('001192000123');
    expect(normalizeIdNumber('b1234567')).toBe('B1234567');
  });
});
