import { describe, expect, it } from 'vitest';
import { findPackageMismatch } from './packages.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-win32': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
};
const a = { version: '1.0.0', integrity: 'sha512-a' };
const there = () => true;

describe('findPackageMismatch', () => {
  it('is content with what the lock says, without other platforms’ packages', () => {
    expect(findPackageMismatch(wanted, { packages: { 'node_modules/a': a } }, there)).toBeUndefined();
  });
  it('sees a fresh clone and an install that was interrupted', () => {
    expect(findPackageMismatch(wanted, undefined, there)).toContain('not installed');
  });
  it.each([
    ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['another file of the same version', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }],
    ['a package that is not there', {}],
    ['a package too many', { 'node_modules/a': a, 'node_modules/c': { version: '3.0.0' } }],
  ])('sees %s', (_what, packages) => {
    expect(findPackageMismatch(wanted, { packages }, there)).toMatch(/node_modules\/[ac]/u);
  });
  it('sees a folder that was deleted by hand', () => {
    expect(findPackageMismatch(wanted, { packages: { 'node_modules/a': a } }, () => false)).toContain(
      'missing',
    );
  });
});
