import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { looksLikeCard, parseCard } from './card.ts';

const today = '2026-11-26';
const sample = '079090001234|012345678|Nguyễn Văn Mẫu|02091990|Nam|Thôn 3, Xã Ea Kar, Đắk Lắk|10052021';
const read = (raw: string, day = today) => {
  const reading = parseCard(raw, day);
  return reading.ok ? reading.card : expect.fail(JSON.stringify(reading.fault));
};
const fault = (raw: string) => {
  const reading = parseCard(raw, today);
  return reading.ok ? 'read' : reading.fault;
};

describe('a card', () => {
  it('fills a person', () => {
    expect(read(sample)).toEqual({
      person: {
        kind: 'person',
        name: 'Nguyễn Văn Mẫu',
        idKind: 'cccd',
        idNumber: '079090001234',
        oldIdNumber: '012345678',
        birthDate: '1990-09-02',
        sex: 'nam',
        address: 'Thôn 3, Xã Ea Kar, Đắk Lắk',
        phone: '',
        email: '',
        idIssued: '2021-05-10',
      },
      extra: [],
      warnings: [],
    });
  });

  it.each(['\r\n', '\n', '\r', '\t', ' \r\n\r\n', '\0'])('may end in what a scanner adds: %j', (end) => {
    expect(read(`\uFEFF${sample}${end}`)).toEqual(read(sample));
  });

  it('may have no old number, be decomposed, and go on after the seventh field', () => {
    const longer = `${sample.replace('012345678', '')}|Nguyễn Văn Thí|Trần Thị Dụ||`;
    expect(read(longer.normalize('NFD'))).toMatchObject({
      person: { oldIdNumber: '', name: 'Nguyễn Văn Mẫu' },
      extra: ['Nguyễn Văn Thí', 'Trần Thị Dụ', '', ''],
    });
  });

  it('may know only the year', () => {
    expect(read(sample.replace('02091990', '00001990')).person.birthDate).toBe('1990');
    expect(read(sample.replace('02091990', '1990')).person.birthDate).toBe('1990');
  });

  it('warns where number, sex and birth disagree, and blocks nothing', () => {
    const odd = read('005390001234||Nguyễn Văn Mẫu|02091991|Nam|Hà Nội|10052027');
    expect(odd.warnings.map(({ code }) => code)).toEqual([
      'idProvinceUnknown',
      'idSexDiffers',
      'idBirthYearDiffers',
      'issuedInFuture',
    ]);
    expect(read('079090001234||Nguyen Van Mau|02091990|Nam|Ha Noi|10052021').warnings).toEqual([
      { field: 'name', code: 'marksMissing', params: {} },
    ]);
  });

  it.each([
    ['', 'cardUnreadable'],
    ['hello', 'cardUnreadable'],
    ['||||||', 'cardNumber'],
    ['079090001234|012345678|Nguyễn Văn Mẫu|02091990|Nam|Hà Nội', 'cardUnreadable'],
    ['07909000123|012345678|Nguyễn Văn Mẫu|02091990|Nam|Hà Nội|10052021', 'cardNumber'],
    ['079090001234|12345|Nguyễn Văn Mẫu|02091990|Nam|Hà Nội|10052021', 'cardOldNumber'],
    ['079090001234|012345678| |02091990|Nam|Hà Nội|10052021', 'cardNameMissing'],
    ['079090001234|012345678|Nguyễn Văn Mẫu|31021990|Nam|Hà Nội|10052021', 'cardBirthDate'],
    ['079090001234|012345678|Nguyễn Văn Mẫu||Nam|Hà Nội|10052021', 'cardBirthDate'],
    ['079090001234|012345678|Nguyễn Văn Mẫu|27112026|Nam|Hà Nội|10052021', 'cardBornInFuture'],
    ['079090001234|012345678|Nguyễn Văn Mẫu|02091990|M|Hà Nội|10052021', 'cardSex'],
    ['079090001234|012345678|Nguyễn Văn Mẫu|02091990|Nam|Hà Nội|99', 'cardIssueDate'],
    ['079090001234|012345678|Nguyễn\u202E Mẫu|02091990|Nam|Hà Nội|10052021', 'directionOverride'],
    ['079090001234|012345678|Nguyễn\u0000 Mẫu|02091990|Nam|Hà Nội|10052021', 'hiddenCharacter'],
    [`079090001234|012345678|${'Nguyễn '.repeat(60)}|02091990|Nam|Hà Nội|10052021`, 'tooLong'],
    [sample + 'x'.repeat(10_000_000), 'cardUnreadable'],
  ])('is refused with its reason: %.60s', (raw, code) => {
    expect(fault(raw)).toMatchObject({ code });
  });

  it('is born today at the latest', () => {
    expect(read(sample.replace('02091990', '26112026')).person.birthDate).toBe('2026-11-26');
  });

  it('keeps markup as text', () => {
    expect(read(sample.replace('Thôn 3', '<b>{{x}}</b>')).person.address).toContain('<b>{{x}}</b>');
  });

  it('never throws, and what it reads it reads again the same', () => {
    const field = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(...sample.split('|')),
    );
    fc.assert(
      fc.property(fc.array(field, { maxLength: 10 }), (fields) => {
        const reading = parseCard(fields.join('|'), today);
        if (!reading.ok) return;
        const { person } = reading.card;
        const [year = '', month = '', day = ''] = person.birthDate.split('-');
        const [iy = '', im = '', id = ''] = person.idIssued.split('-');
        const again = `${person.idNumber}|${person.oldIdNumber}|${person.name}|${day}${month}${year}|${person.sex}|${person.address}|${id}${im}${iy}`;
        expect(read(again).person).toEqual(person);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('looksLikeCard', () => {
  it('leaves receipts and other codes alone', () => {
    expect(looksLikeCard(sample)).toBe(true);
    expect(looksLikeCard('https://tracuu.example.vn#H55.242-261126-0007.ABCD')).toBe(false);
    expect(looksLikeCard('H55.242-261126-0007')).toBe(false);
    expect(looksLikeCard('|'.repeat(100_000))).toBe(false);
  });
});
