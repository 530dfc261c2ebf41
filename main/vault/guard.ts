import { join } from 'node:path';
import * as z from 'zod';
import { readIfThere, sweepUnfinished, writeDurably } from './durable-file.ts';
import { makePrivateFolder } from './folder.ts';

const format = 1;
const formatShape = z.object({ format: z.literal(format) });
const guardShape = z.object({
  vaultId: z.string(),
  /** The newest row known to be committed when this was written. Never one that is still to be committed. */
  epoch: z.string(),
  seq: z.number().int().min(0),
  pos: z.number().int().min(0),
  /** Hex. */
  hash: z.string(),
  /** Day 'YYYY-MM-DD' → lane's first number → highest dossier number claimed that day. */
  blocks: z.record(z.string(), z.record(z.string(), z.number().int())),
});

/** What is remembered outside the data folder, so that a folder copied back from yesterday shows itself and repeats no number. */
export type Guard = z.infer<typeof guardShape>;

/** Days of claimed numbers kept: a backup restored is seldom older, and counting then goes by the newest kept copy as well. */
const keptDays = 60;

const guardFile = (guardFolder: string, vaultId: string): string =>
  join(guardFolder, `guard-${vaultId}.json`);

/** The guard of this vault: undefined when there is none, 'unreadable' when there is one that nothing can be learnt from. */
export const readGuard = (guardFolder: string, vaultId: string): Guard | 'unreadable' | undefined => {
  const bytes = readIfThere(guardFile(guardFolder, vaultId));
  if (bytes === undefined) return undefined;
  try {
    const kept: unknown = JSON.parse(bytes.toString('utf8'));
    formatShape.parse(kept);
    const guard = guardShape.parse(kept);
    return guard.vaultId === vaultId ? guard : 'unreadable';
  } catch {
    return 'unreadable';
  }
};

/** Replaces the guard durably. Must return before a number of a newly claimed block is given out. */
export const writeGuard = (guardFolder: string, guard: Guard): void => {
  makePrivateFolder(guardFolder);
  const file = guardFile(guardFolder, guard.vaultId);
  const days = Object.keys(guard.blocks).sort().slice(-keptDays);
  const blocks = Object.fromEntries(days.map((day) => [day, guard.blocks[day] ?? {}]));
  sweepUnfinished(file);
  writeDurably(file, Buffer.from(JSON.stringify({ format, ...guard, blocks })));
};

/** The vault's side of the comparison. */
export interface VaultHead {
  /** Position of the newest row, 0 for none. */
  readonly pos: number;
  /** Hex hash of the row at a position, undefined when there is none. */
  readonly findHash: (pos: number) => string | undefined;
}

/**
 * 'same' or 'guardBehind': the vault holds all the guard knows of. 'vaultBehind': it lacks a row that was once committed: an older copy, even if it has
 * gone on since. 'noGuard': nothing to compare with; for a vault that has rows this is as doubtful as vaultBehind (another PC, a wiped profile).
 */
export const compareGuard = (
  guard: Guard | 'unreadable' | undefined,
  head: VaultHead,
): 'same' | 'vaultBehind' | 'noGuard' | 'guardBehind' => {
  if (guard === undefined || guard === 'unreadable') return 'noGuard';
  if (guard.pos > head.pos) return 'vaultBehind';
  if (guard.pos > 0 && head.findHash(guard.pos) !== guard.hash) return 'vaultBehind';
  return guard.pos === head.pos ? 'same' : 'guardBehind';
};
