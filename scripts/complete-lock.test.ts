import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlatform, missingPlatformPackages } from './complete-lock.mjs';
import { root } from './setup/run.mjs';

describe('package-lock.json', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');

  it('names every platform’s packages (else: node scripts/complete-lock.mjs)', () => {
    const lock = JSON.parse(text) as { packages: Record<string, object> };
    expect(missingPlatformPackages(lock.packages)).toEqual({});
  });
  it('names no registry, so that any mirror serves', () => {
    expect(text).not.toContain('"resolved"');
  });
});

describe('missingPlatformPackages', () => {
  const optional = { '@x/y-win32-x64-msvc': '1.2.3', '@x/y-linux-arm64-musl': '1.2.3' };
  const parent = { version: '1.2.3', dev: true, optionalDependencies: optional };
  it('finds what is left out, wherever its parent stands', () => {
    const packages = {
      'node_modules/z/node_modules/y': parent,
      'node_modules/@x/y-linux-arm64-musl': { version: '1.2.3' },
    };
    expect(missingPlatformPackages(packages)).toEqual({
      'node_modules/@x/y-win32-x64-msvc': {
        version: '1.2.3',
        os: ['win32'],
        cpu: ['x64'],
        dev: true,
        optional: true,
      },
    });
  });
  it('refuses what it cannot know', () => {
    const asks = (name: string, version: string) => ({
      'node_modules/y': { optionalDependencies: { [name]: version } },
    });
    expect(() => missingPlatformPackages(asks('colours', '1.2.3'))).toThrow('colours');
    expect(() => missingPlatformPackages(asks('@x/y-win32-x64', '^1.2.3'))).toThrow('win32');
  });
  it.each([
    ['@rollup/rollup-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@rollup/rollup-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@rollup/rollup-android-arm-eabi', { os: ['android'], cpu: ['arm'] }],
    ['@rollup/rollup-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
  ])('reads the platform of %s', (name, platform) => {
    expect(findPlatform(name)).toEqual(platform);
  });
});
