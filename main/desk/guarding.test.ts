import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { continueJournal } from '../journal/journal.ts';
import { accepted, openTestJournal } from '../journal/testing.ts';
import type { TestJournal } from '../journal/testing.ts';
import { highestClaimed, noteHead, noteHeadSoon, remember, standingOf } from './guarding.ts';

const monday = '2026-11-23';
let test: TestJournal;
let folder = '';
const vaultId = randomBytes(16).toString('hex');
beforeEach(() => {
  test = openTestJournal();
  folder = join(test.folder, 'guard');
});
afterEach(() => test.close());

const head = () => continueJournal(test.db).head;
const standing = () => standingOf(folder, vaultId, test.db, head());
const write = (times = 1): void => {
  for (let n = 0; n < times; n += 1) test.write([accepted(randomUUID(), n)]);
};
const file = (name: 'guard' | 'newest'): string => join(folder, `${name}-${vaultId}.json`);

describe('how a vault stands', () => {
  it('is the same while guard and note know its newest row', () => {
    remember(folder, vaultId, head());
    expect(standing()).toBe('same');
    for (let n = 0; n < 5; n += 1) {
      write();
      noteHead(folder, vaultId, head());
      expect(standing()).toBe('same');
    }
  });

  it('is cut off when it has rows nobody noted', () => {
    remember(folder, vaultId, head());
    write();
    expect(standing()).toBe('cutOff');
  });

  it.each<[string, () => void]>([
    ['lost', () => rmSync(file('newest'))],
    ['emptied', () => truncateSync(file('newest'), 0)],
    ['garbage', () => writeFileSync(file('newest'), '\u0000\u0000')],
    ['of another shape', () => writeFileSync(file('newest'), '{"pos":1}')],
    ['older than the guard', () => writeFileSync(file('newest'), JSON.stringify({ pos: 1, hash: 'x' }))],
  ])('is cut off when the note is %s: the durable guard still holds', (_, harm) => {
    write(3);
    remember(folder, vaultId, head());
    harm();
    expect(standing()).toBe('cutOff');
  });

  it.each<[string, () => void]>([
    ['is not there', () => rmSync(folder, { recursive: true })],
    ['is garbage', () => writeFileSync(file('guard'), 'x')],
    ['is another vault’s', () => rmSync(file('guard'))],
    ['was emptied', () => truncateSync(file('guard'), 0)],
  ])('is behind when the guard %s: an older copy, or another PC, for all anyone knows', (_, harm) => {
    remember(folder, vaultId, head());
    harm();
    expect(standing()).toBe('behind');
  });

  it('is behind when rows known to the guard or the note are gone or others', () => {
    write(3);
    const older = head();
    write(3);
    noteHead(folder, vaultId, head());
    remember(folder, vaultId, older);
    noteHead(folder, vaultId, head());
    expect(standing()).toBe('same');
    test.db.exec('DELETE FROM journal WHERE pos > 8; DELETE FROM dossier WHERE rowid > 8');
    // Only the note knew of the ninth row.
    expect(standing()).toBe('behind');
    noteHead(folder, vaultId, head());
    expect(standing()).toBe('same');
    test.db.exec('DELETE FROM journal WHERE pos > 4; DELETE FROM dossier WHERE rowid > 4');
    expect(standing()).toBe('behind');
    // Going on does not make up for it.
    test.journal = continueJournal(test.db);
    write(20);
    expect(standing()).toBe('behind');
  });
});

describe('what is claimed', () => {
  it('is remembered by day and lane, beside each other', () => {
    expect(highestClaimed(folder, vaultId, monday, 1)).toBe(0);
    remember(folder, vaultId, head(), { day: monday, from: 1, until: 20 });
    remember(folder, vaultId, head(), { day: monday, from: 5000, until: 5019 });
    remember(folder, vaultId, head(), { day: '2026-11-24', from: 1, until: 40 });
    remember(folder, vaultId, head());
    expect(highestClaimed(folder, vaultId, monday, 1)).toBe(20);
    expect(highestClaimed(folder, vaultId, monday, 5000)).toBe(5019);
    expect(highestClaimed(folder, vaultId, '2026-11-24', 1)).toBe(40);
    expect(highestClaimed(folder, vaultId, '2026-11-25', 1)).toBe(0);
  });
});

describe('the note', () => {
  it('is overwritten in place, whatever its length, and soon means soon', async () => {
    remember(folder, vaultId, { ...head(), pos: 123_456_789 });
    noteHead(folder, vaultId, { ...head(), pos: 1 });
    const { size } = statSync(file('newest'));
    noteHeadSoon(folder, vaultId, () => head());
    await new Promise((resolve) => setImmediate(resolve));
    expect(statSync(file('newest')).size).toBe(size);
    expect(readdirSync(folder)).toHaveLength(2);
    remember(folder, vaultId, head());
    expect(standing()).toBe('same');
  });

  it('that cannot be written is let go: an acceptance never fails for it', () => {
    mkdirSync(file('newest'), { recursive: true });
    expect(() => noteHead(folder, vaultId, head())).not.toThrow();
    expect(() => noteHead(join(folder, 'nowhere'), vaultId, head())).not.toThrow();
  });
});
