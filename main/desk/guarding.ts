import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, withKeys } from '../journal/json.ts';
import { toHex } from '../../shared/journal/row.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { compareGuard, readGuard, writeGuard } from '../vault/guard.ts';
import type { Guard } from '../vault/guard.ts';
import type { Journal } from '../journal/journal.ts';

/**
 * The guard says which rows once existed. Beside it lies a note of the very newest row, written after each acceptance without waiting
 * for the disk: it survives a killed program, mostly a power cut, and tells a vault copied back minutes later from one just cut off.
 */
interface HeadNote {
  pos: number;
  hash: string;
}
const isHeadNote = withKeys<HeadNote>('pos', 'hash');

const noteFile = (folder: string, vaultId: string): string => join(folder, `newest-${vaultId}.json`);

const findNote = (folder: string, vaultId: string): HeadNote | undefined => {
  try {
    return readJson(readFileSync(noteFile(folder, vaultId), 'utf8'), isHeadNote);
  } catch {
    return undefined;
  }
};

/** Position, hash and the names around them, padded: the note is overwritten in place and never has to shrink. */
const noteLength = 160;

/**
 * Notes the newest row; losing this costs at most the rest of a block of numbers. Written in place, some 20 µs: a file cut to
 * nothing first waits for the disk on ext4 (4 ms measured), and a killed program could leave it empty.
 */
export const noteHead = (folder: string, vaultId: string, head: Journal['head']): void => {
  const note = JSON.stringify({ pos: head.pos, hash: head.hash }).padEnd(noteLength);
  try {
    const file = openSync(noteFile(folder, vaultId), constants.O_WRONLY | constants.O_CREAT, 0o600);
    try {
      writeSync(file, note, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    // A full disk: the durable guard still holds.
  }
};

/** The same once the answer is on its way to the clerk. */
export const noteHeadSoon = (
  folder: string,
  vaultId: string,
  head: () => Journal['head'] | undefined,
): void => {
  setImmediate(() => {
    const newest = head();
    if (newest) noteHead(folder, vaultId, newest);
  });
};

const hashAt =
  (db: ReadableDatabase) =>
  (pos: number): string | undefined => {
    const row = db
      .prepare('SELECT hash FROM journal WHERE pos = ?')
      .get<{ hash: Uint8Array<ArrayBuffer> }>([pos]);
    return row ? toHex(row.hash) : undefined;
  };

/**
 * How the vault stands against what is remembered outside it. 'behind': an older copy was put back, or it was brought to another PC;
 * 'cutOff': sound, but the newest number given out is not certain; 'same': sound.
 */
export const standingOf = (
  folder: string,
  vaultId: string,
  db: ReadableDatabase,
  head: Journal['head'],
): 'same' | 'cutOff' | 'behind' => {
  const guard = readGuard(folder, vaultId);
  const seen = { pos: head.pos, findHash: hashAt(db) };
  switch (compareGuard(guard, seen)) {
    case 'vaultBehind':
    case 'noGuard':
      return 'behind';
    case 'same':
    case 'guardBehind': {
      const note = findNote(folder, vaultId);
      if (!note || typeof guard !== 'object' || note.pos < guard.pos) return 'cutOff';
      const newest = compareGuard({ ...guard, ...note }, seen);
      return newest === 'vaultBehind' ? 'behind' : newest === 'same' ? 'same' : 'cutOff';
    }
  }
};

/** The highest number ever claimed on a day in the lanes that begin at `from`; 0 when none is remembered. */
export const highestClaimed = (folder: string, vaultId: string, day: string, from: number): number => {
  const guard = readGuard(folder, vaultId);
  return typeof guard === 'object' ? (guard.blocks[day]?.[String(from)] ?? 0) : 0;
};

/** Remembers the newest row, and a claim when there is one, durably, outside the vault. */
export const remember = (
  folder: string,
  vaultId: string,
  head: Journal['head'],
  claim?: { day: string; from: number; until: number },
): void => {
  const before = readGuard(folder, vaultId);
  const blocks: Guard['blocks'] = typeof before === 'object' ? before.blocks : {};
  const claimed = claim
    ? { ...blocks, [claim.day]: { ...blocks[claim.day], [String(claim.from)]: claim.until } }
    : blocks;
  writeGuard(folder, {
    vaultId,
    epoch: head.epoch,
    seq: head.seq,
    pos: head.pos,
    hash: head.hash,
    blocks: claimed,
  });
  noteHead(folder, vaultId, head);
};
