import { describe, expect, it } from 'vitest';
import { intendedFuses, wrongFuses } from './check-fuses.mjs';

describe('wrongFuses', () => {
  it('is silent when all are as meant', () => {
    expect(wrongFuses({ ...intendedFuses }, intendedFuses)).toEqual([]);
  });
  it('names a fuse that is the other way round', () => {
    expect(wrongFuses({ ...intendedFuses, RunAsNode: true }, intendedFuses)).toEqual([
      'RunAsNode is on, meant off',
    ]);
  });
  it('names a fuse that this Electron does not have', () => {
    expect(wrongFuses({ ...intendedFuses, OnlyLoadAppFromAsar: undefined }, intendedFuses)).toEqual([
      'OnlyLoadAppFromAsar is absent, meant on',
    ]);
  });
});
