import { describe, expect, it } from 'vitest';
import {
  blankSetUp,
  findProblems,
  laneOf,
  setUpInput,
  stepOf,
  steps,
  suggestUsername,
} from './set-up-form.ts';
import type { SetUpForm } from './set-up-form.ts';

const filled: SetUpForm = {
  ...blankSetUp(true),
  profile: {
    code: 'H55.242',
    name: 'UBND xã Mẫu',
    superior: 'UBND tỉnh Mẫu',
    address: 'Xóm Thí Dụ, xã Mẫu',
    phone: '',
    province: 'Thái Nguyên',
    lookupBase: '',
  },
  clerkName: 'Nguyễn Thị Mẫu',
  username: 'mau.nt',
  password: { next: 'bốn từ dễ nhớ', again: 'bốn từ dễ nhớ' },
};
const fields = (form: SetUpForm) =>
  steps.flatMap((step) => findProblems(form, step)).map(({ field }) => field);

describe('the set-up', () => {
  it('asks of a blank form only what has no default, each on its own step', () => {
    const asked = fields(blankSetUp(false));
    expect(asked).toEqual([
      'profile.code',
      'profile.name',
      'profile.superior',
      'profile.address',
      'profile.province',
      'clerk.name',
      'clerk.username',
      'clerk.password',
    ]);
    expect(asked.map(stepOf)).not.toContain('desk');
  });

  it('has nothing left to ask of a filled form', () => {
    expect(fields(filled)).toEqual([]);
    expect(setUpInput(filled).lane).toEqual({ from: 1, to: 999 });
  });

  it('moves the lane with the desk and clear of the province', () => {
    expect(laneOf({ ...filled, deskNumber: '2' })).toEqual({ from: 1000, to: 1999 });
    expect(laneOf({ ...filled, deskNumber: '1', provinceNumbers: true })).toEqual({ from: 5000, to: 5999 });
    expect(laneOf({ ...filled, deskNumber: '30' })).toBeUndefined();
    expect(fields({ ...filled, provinceNumbers: true, ownLane: { from: '1', to: '999' } })).toEqual([
      'lane.from',
    ]);
    expect(fields({ ...filled, deskNumber: 'hai' })).toEqual(['desk.number', 'lane.from']);
  });

  it('holds both passwords to the rule', () => {
    expect(fields({ ...filled, password: { next: '123456789012', again: '123456789012' } })).toEqual([
      'clerk.password',
    ]);
    expect(fields({ ...filled, password: { next: 'bốn từ dễ nhớ', again: 'bốn từ' } })).toEqual([
      'clerk.again',
    ]);
  });
});

describe('suggestUsername', () => {
  it.each([
    ['Nguyễn Thị Hương', 'huong.nt'],
    ['Đỗ Văn Ký', 'ky.dv'],
    ['Mẫu', 'mau'],
    ['  ', ''],
    ['H’Hen Niê', 'nie.hh'],
  ])('makes of %j %j', (name, username) => {
    expect(suggestUsername(name)).toBe(username);
  });
});
