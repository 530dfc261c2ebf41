import { join } from 'node:path';
import * as z from 'zod';
import { rememberedAfter } from '../../shared/certification/standing.ts';
import type { Known } from '../../shared/certification/standing.ts';
import { logFailure } from '../log.ts';
import { readIfThere, sweepUnfinished, writeDurably } from '../vault/durable-file.ts';
import { makePrivateFolder } from '../vault/folder.ts';

/**
 * Where the register stands, remembered outside the data folder: a vault copied back gives no number out again, and no book that was
 * handed over. Written after the commit and before the number is shown to anybody, so what it says is on paper at most.
 */
const whole = z.int().min(0);
const shape = z.object({
  register: z.string(),
  serial: whole,
  holding: z.boolean(),
  place: z.object({
    year: whole,
    volume: whole,
    first: whole,
    next: whole,
    tally: z.object({ struck: whole, copies: whole, fees: whole }),
  }),
  lasts: z.array(z.object({ year: whole, volume: whole, last: whole })),
}) satisfies z.ZodType<Known>;

const fileOf = (folder: string, vaultId: string): string => join(folder, `register-${vaultId}.json`);

/** Null when there is none, or none that can be read: both are as doubtful. */
export const readKnown = (folder: string, vaultId: string): Known | null => {
  const bytes = readIfThere(fileOf(folder, vaultId));
  if (bytes === undefined) return null;
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
};

/** Throws nothing: the rows are durable already, and a memory left behind asks the clerk once at worst. */
export const rememberRegister = (
  folder: string,
  vaultId: string,
  ...[before, events, after, desk]: Parameters<typeof rememberedAfter>
): void => {
  const known = rememberedAfter(before, events, after, desk);
  if (known === null || known === before.known) return;
  try {
    makePrivateFolder(folder);
    const file = fileOf(folder, vaultId);
    sweepUnfinished(file);
    writeDurably(file, Buffer.from(JSON.stringify(known)));
  } catch (error) {
    logFailure('register guard', error);
  }
};
