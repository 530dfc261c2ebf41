import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBinaryHeader } from './binary-header.ts';
import { approveDriver, findDrivers } from './drivers.ts';
import { openTestTokens } from './testing-desk.ts';

const table = join(process.cwd(), 'assets', 'token', 'drivers.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quay-drivers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, bytes: Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const elf = (bits: 32 | 64, machine: number): Buffer => {
  const head = Buffer.alloc(64);
  head.writeUInt32BE(0x7f454c46);
  head[4] = bits === 64 ? 2 : 1;
  head[5] = 1;
  head.writeUInt16LE(machine, 18);
  return head;
};

const pe = (machine: number): Buffer => {
  const head = Buffer.alloc(512);
  head.write('MZ', 'latin1');
  head.writeUInt32LE(0x80, 0x3c);
  head.write('PE\0\0', 0x80, 'latin1');
  head.writeUInt16LE(machine, 0x84);
  return head;
};

describe('what a library is for, read from its first bytes', () => {
  it.each([
    ['x64 ELF', elf(64, 62), { system: 'linux', bits: 64, arch: 'x64' }],
    ['i386 ELF', elf(32, 3), { system: 'linux', bits: 32, arch: 'ia32' }],
    ['x64 DLL', pe(0x8664), { system: 'win32', bits: 64, arch: 'x64' }],
    ['32-bit DLL', pe(0x14c), { system: 'win32', bits: 32, arch: 'ia32' }],
    ['text', Buffer.from('#!/bin/sh\n'), undefined],
    ['MZ cut short', pe(0x8664).subarray(0, 0x82), undefined],
    ['empty', Buffer.alloc(0), undefined],
  ])('%s', (name, bytes, expected) => {
    expect(readBinaryHeader(write(`${name}.bin`, bytes))).toEqual(expected);
  });

  it('agrees with the real driver on this machine', () => {
    expect(readBinaryHeader(process.execPath)).toMatchObject({
      system: process.platform,
      arch: process.arch,
    });
  });
});

describe('approving a driver', () => {
  const windows = { platform: 'win32' as const, arch: 'x64', env: { QUAY_DRIVER_FOLDERS: '' } };
  const machine = (overrides: object = {}) => ({
    platform: 'linux' as const,
    arch: 'x64',
    env: { QUAY_DRIVER_FOLDERS: folder },
    ...overrides,
  });
  const code = (job: () => unknown): unknown => {
    try {
      return job();
    } catch (error) {
      return error;
    }
  };

  it('says each reason apart, before anything is loaded', () => {
    const good = write('good.so', elf(64, 62));
    expect(approveDriver(good, machine())).toBe(good);
    expect(code(() => approveDriver(join(folder, 'none.so'), machine()))).toMatchObject({
      code: 'driverMissing',
    });
    expect(code(() => approveDriver(folder, machine()))).toMatchObject({ code: 'driverMissing' });
    expect(code(() => approveDriver(write('old.so', elf(32, 3)), machine()))).toMatchObject({
      code: 'driverOtherBits',
      params: { bits: 32, appBits: 64 },
    });
    expect(code(() => approveDriver(write('win.dll', pe(0x8664)), machine()))).toMatchObject({
      code: 'driverOtherSystem',
    });
    expect(code(() => approveDriver(write('arm.so', elf(64, 183)), machine()))).toMatchObject({
      code: 'driverOtherSystem',
    });
    expect(code(() => approveDriver(write('note.txt', Buffer.from('ghi chú')), machine()))).toMatchObject({
      code: 'driverNotLibrary',
    });
  });

  it('takes none from outside the trusted folders, not even by a link', () => {
    const inside = join(folder, 'trusted');
    mkdirSync(inside);
    const outside = write('outside.so', elf(64, 62));
    const link = join(inside, 'link.so');
    symlinkSync(outside, link);
    const trusted = machine({ env: { QUAY_DRIVER_FOLDERS: inside } });
    expect(code(() => approveDriver(link, trusted))).toMatchObject({ code: 'driverOutside' });
    expect(code(() => approveDriver(outside, trusted))).toMatchObject({ code: 'driverOutside' });
    expect(windows.arch).toBe('x64');
  });
});

describe('finding drivers', () => {
  it('looks where Windows installs them, newest first, 64-bit folder before 32-bit', () => {
    const machine = { platform: 'win32' as const, arch: 'x64', env: { SystemRoot: 'C:\\Windows' } };
    const there = [
      'C:\\Windows\\System32\\viettel-ca_v6.dll',
      'C:\\Windows\\System32\\viettel-ca_v4.dll',
      'C:\\Windows\\SysWOW64\\viettel-ca_v6.dll',
      'C:\\Windows\\System32\\eTPKCS11.dll',
    ];
    expect(
      findDrivers(table, false, machine, (path) => there.includes(path)).map(({ path }) => path),
    ).toEqual([
      'C:\\Windows\\System32\\eTPKCS11.dll',
      'C:\\Windows\\System32\\viettel-ca_v6.dll',
      'C:\\Windows\\SysWOW64\\viettel-ca_v6.dll',
      'C:\\Windows\\System32\\viettel-ca_v4.dll',
    ]);
  });

  it('offers the workshop’s software token in a trial alone', () => {
    const names = (trial: boolean): string[] =>
      findDrivers(table, trial, { platform: 'linux', arch: 'x64', env: {} }, () => true).map(
        ({ maker }) => maker,
      );
    expect(names(true)).toContain('SoftHSM2');
    expect(names(false)).not.toContain('SoftHSM2');
  });
});

describe('loading what looks right', () => {
  it('tells a driver from another library, and names a broken one', async () => {
    const desk = openTestTokens();
    try {
      process.env['QUAY_DRIVER_FOLDERS'] = folder;
      await expect(desk.service.probe('/usr/lib/x86_64-linux-gnu/libssl.so.3')).rejects.toMatchObject({
        code: 'driverNotPkcs11',
      });
      await expect(desk.service.probe(write('torn.so', elf(64, 62)))).rejects.toMatchObject({
        code: 'driverIncomplete',
      });
    } finally {
      await desk.close();
    }
  });
});

it('what loads a driver is of Node-API alone: one build serves Node and Electron', () => {
  const native = join(process.cwd(), 'node_modules', 'pkcs11js', 'build', 'Release', 'pkcs11.node');
  const asked = execFileSync('nm', ['-D', native], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(' U '));
  expect(asked.filter((line) => line.includes('napi_')).length).toBeGreaterThan(10);
  expect(asked.filter((line) => /_ZN2v8| uv_|node_module_register/.test(line))).toEqual([]);
});
