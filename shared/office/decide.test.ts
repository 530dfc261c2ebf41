import { describe, expect, it } from 'vitest';
import { checkProfile } from './decide.ts';

const office = {
  code: 'H55.242',
  name: 'UBND xã Mẫu',
  superior: 'UBND tỉnh Mẫu',
  address: 'Thôn Mẫu, xã Mẫu',
  phone: '',
  province: 'Mẫu',
  lookupBase: '',
};

describe('the tax code of an office', () => {
  it.each([
    ['0000000000', '0000000000'],
    [' 0000000000-001 ', '0000000000-001'],
    ['0000000000001', '0000000000-001'],
    ['', ''],
  ])('%j is kept as %j', (typed, kept) => {
    expect(checkProfile({ ...office, taxCode: typed })).toEqual({
      profile: { ...office, taxCode: kept },
      problems: [],
    });
  });

  it.each(['000000000', '000000000012', '0000000000-01', 'mã số'])('%j is none', (typed) => {
    expect(checkProfile({ ...office, taxCode: typed }).problems).toEqual([
      { field: 'profile.taxCode', code: 'officeTaxCode', params: {} },
    ]);
  });

  it('may be missing, as in offices founded before it was asked for', () => {
    expect(checkProfile(office)).toEqual({ profile: office, problems: [] });
  });
});
