import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Guard, VaultHead } from './guard.ts';
import { compareGuard, readGuard, writeGuard } from './guard.ts';
import { makeFolder, removeFolder } from './testing.ts';

const guard: Guard = {
  vaultId: 'aa'.repeat(16),
  epoch: '11'.repeat(16),
  seq: 3,
  pos: 30,
  hash: 'h30',
  blocks: { '2026-11-26': { 1: 40, 5000: 5020 } },
};
const head = (pos: number, prefix = 'h'): VaultHead => ({
  pos,
  findHash: (at) => (at <= pos ? `${prefix}${at}` : undefined),
});

describe('the guard', () => {
  let folder = '';
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => removeFolder(folder));

  it('is kept for each vault apart, outside its folder', () => {
    writeGuard(join(folder, 'guards'), guard);
    writeGuard(join(folder, 'guards'), { ...guard, vaultId: 'bb'.repeat(16), pos: 1 });
    expect(readGuard(join(folder, 'guards'), guard.vaultId)).toEqual(guard);
    expect(readGuard(join(folder, 'guards'), 'cc'.repeat(16))).toBeUndefined();
    expect(readdirSync(join(folder, 'guards'))).toHaveLength(2);
  });

  it('remembers the last sixty days of numbers', () => {
    const days = Array.from({ length: 90 }, (_, i) =>
      new Date(Date.UTC(2026, 8, 1 + i)).toISOString().slice(0, 10),
    );
    writeGuard(folder, { ...guard, blocks: Object.fromEntries(days.map((day, i) => [day, { 1: i }])) });
    const kept = readGuard(folder, guard.vaultId);
    expect(typeof kept === 'object' ? Object.keys(kept.blocks) : []).toEqual(days.slice(-60));
  });

  it.each([
    ['garbage', (file: string) => writeFileSync(file, '\u0000garbage')],
    ['an empty file', (file: string) => truncateSync(file, 0)],
    ['another format', (file: string) => writeFileSync(file, '{"format":2}')],
    [
      'another vault',
      (file: string) => writeFileSync(file, JSON.stringify({ format: 1, ...guard, vaultId: 'x' })),
    ],
  ])('of %s teaches nothing, and says so', (_, harm) => {
    writeGuard(folder, guard);
    harm(join(folder, `guard-${guard.vaultId}.json`));
    expect(readGuard(folder, guard.vaultId)).toBe('unreadable');
  });

  it('shows a data folder copied back from yesterday, even once it has gone on', () => {
    expect(compareGuard(guard, head(30))).toBe('same');
    expect(compareGuard(guard, head(45))).toBe('guardBehind');
    expect(compareGuard(guard, head(29))).toBe('vaultBehind');
    expect(compareGuard(guard, head(0))).toBe('vaultBehind');
    expect(compareGuard(guard, head(45, 'other branch '))).toBe('vaultBehind');
    expect(compareGuard(guard, head(30, 'other branch '))).toBe('vaultBehind');
    expect(compareGuard(undefined, head(5))).toBe('noGuard');
    expect(compareGuard('unreadable', head(5))).toBe('noGuard');
    expect(compareGuard({ ...guard, pos: 0, hash: '' }, head(0))).toBe('same');
  });
});
