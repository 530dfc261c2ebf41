import { createHash } from 'node:crypto';
import * as z from 'zod';
import { readIfThere, writeDurably } from './durable-file.ts';
import { VaultFault } from './faults.ts';
import { vaultPaths } from './folder.ts';

const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const sealed = z.string().regex(/^(?:[0-9a-f]{2})+$/);
const count = z.number().int().min(0);

const clerkSlot = z.strictObject({
  id: hex(16),
  kind: z.literal('clerk'),
  clerkId: z.string().min(1),
  username: z.string(),
  name: z.string(),
  hashing: z.strictObject({
    salt: hex(16),
    log2N: z.number().int().min(10).max(22),
    r: z.number().int().min(1).max(32),
    p: z.number().int().min(1).max(4),
  }),
  /** AES-256-GCM over database key ‖ signing seed, 32 bytes each. */
  sealed,
  publicKey: hex(32),
  failed: count,
  lastFailedAt: count,
  lastFailedSinceBoot: count,
});

const recoverySlot = z.strictObject({
  id: hex(16),
  kind: z.literal('recovery'),
  salt: hex(16),
  /** AES-256-GCM over the database key. */
  sealed,
  createdAt: count,
  /** When somebody typed part of it back from paper; 0 while nobody is known to hold it. */
  provedAt: count.default(0),
});

/** The province's recovery key, put here at enrolment: the database key sealed to a public key. */
const provinceSlot = z.strictObject({ id: hex(16), kind: z.literal('province'), keyId: z.string(), sealed });

const slotsBody = z.strictObject({
  vaultId: hex(16),
  createdAt: count,
  /** Every paper of a trial vault is stamped; bound into each seal, so that it cannot be edited away. */
  trial: z.boolean(),
  /** The first 16 bytes of the database file: tells a damaged file from one that was never this vault's. */
  databaseSalt: hex(16),
  /** What the sign-in screen shows before any password. */
  label: z.object({
    office: z.object({ code: z.string(), name: z.string() }),
    desk: z.object({ number: z.number().int(), name: z.string() }),
  }),
  slots: z.array(z.discriminatedUnion('kind', [clerkSlot, recoverySlot, provinceSlot])),
});

export type SlotsBody = z.infer<typeof slotsBody>;
export type ClerkSlot = z.infer<typeof clerkSlot>;
export type RecoverySlot = z.infer<typeof recoverySlot>;
export type VaultLabel = SlotsBody['label'];

const format = 1;
const head = z.looseObject({ format: z.number().int(), generation: count, sha256: hex(32) });

const digest = (generation: number, body: string): string =>
  createHash('sha256').update(`quay-slots\n${format}\n${generation}\n${body}`).digest('hex');

/** Two lines: a head {format, generation, sha256}, and the body whose exact bytes the head's digest covers. */
const toText = (generation: number, body: SlotsBody): string => {
  const text = JSON.stringify(body);
  return `${JSON.stringify({ format, generation, sha256: digest(generation, text) })}\n${text}\n`;
};

type Copy =
  | { readonly state: 'good'; readonly generation: number; readonly body: SlotsBody }
  | { readonly state: 'newer'; readonly found: number }
  | { readonly state: 'bad' }
  | { readonly state: 'absent' };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const parseCopy = (bytes: Buffer | undefined): Copy => {
  if (bytes === undefined) return { state: 'absent' };
  const lines = bytes.toString('utf8').split('\n');
  const top = head.safeParse(parseJson(lines[0] ?? ''));
  if (!top.success) return { state: 'bad' };
  if (top.data.format > format) return { state: 'newer', found: top.data.format };
  const text = lines[1] ?? '';
  const { generation, sha256 } = top.data;
  if (sha256 !== digest(generation, text)) return { state: 'bad' };
  const body = slotsBody.safeParse(parseJson(text));
  return body.success ? { state: 'good', generation, body: body.data } : { state: 'bad' };
};

export interface SlotsFile {
  readonly body: SlotsBody;
  readonly generation: number;
  /** Copies that are missing or garbage: 0 is healthy, 1 is mended by the next write. */
  readonly brokenCopies: number;
}

const readCopies = (folder: string): [Copy, Copy] => {
  const [a, b] = vaultPaths(folder).slots;
  return [parseCopy(readIfThere(a)), parseCopy(readIfThere(b))];
};

const newestOf = (copies: readonly Copy[]): Extract<Copy, { state: 'good' }> | undefined => {
  const good = copies.filter((copy) => copy.state === 'good');
  return good.reduce<(typeof good)[number] | undefined>(
    (best, copy) => (best === undefined || copy.generation > best.generation ? copy : best),
    undefined,
  );
};

/** The newest whole copy. Throws vaultMissing (neither file is there), vaultNewer {found, known}, slotsDamaged (both are bad). */
export const readSlots = (folder: string): SlotsFile => {
  const copies = readCopies(folder);
  const newest = newestOf(copies);
  const newer = copies.find((copy) => copy.state === 'newer');
  if (newer !== undefined) throw new VaultFault('vaultNewer', { found: newer.found, known: format });
  if (newest !== undefined) {
    const brokenCopies = copies.filter((copy) => copy.state !== 'good').length;
    return { body: newest.body, generation: newest.generation, brokenCopies };
  }
  throw new VaultFault(copies.every((copy) => copy.state === 'absent') ? 'vaultMissing' : 'slotsDamaged');
};

const writeProved = (path: string, generation: number, body: SlotsBody): void => {
  writeDurably(path, Buffer.from(toText(generation, body)));
  const proof = parseCopy(readIfThere(path));
  if (proof.state !== 'good' || proof.generation !== generation) throw new VaultFault('diskFailed');
};

/**
 * Writes the next generation over the older copy, reads it back and proves it, and only then touches the newer one.
 * `copies` 1 leaves the second as it was: enough for a count of wrong passwords, whose loss harms nobody.
 */
const writeSlots = (folder: string, body: SlotsBody, copies: 1 | 2): void => {
  const paths = vaultPaths(folder).slots;
  const [a, b] = readCopies(folder);
  const generationOf = (copy: Copy): number => (copy.state === 'good' ? copy.generation : -1);
  const next = Math.max(generationOf(a), generationOf(b), 0) + 1;
  const older = generationOf(a) <= generationOf(b) ? 0 : 1;
  writeProved(paths[older], next, body);
  const othersBad = generationOf(older === 0 ? b : a) < 0;
  if (copies === 2 || othersBad) writeProved(paths[older === 0 ? 1 : 0], next, body);
};

/** The newest whole copy as text, for a backup. Throws like `readSlots`. */
export const slotsText = (folder: string): string => {
  const { generation, body } = readSlots(folder);
  return toText(generation, body);
};

/** The slots in one file kept elsewhere (a backup, a spare). Throws slotsDamaged, vaultNewer. */
export const readSlotsFrom = (file: string): SlotsBody => {
  const copy = parseCopy(readIfThere(file));
  if (copy.state === 'newer') throw new VaultFault('vaultNewer', { found: copy.found, known: format });
  if (copy.state !== 'good') throw new VaultFault('slotsDamaged');
  return copy.body;
};

/** The first generation of a new vault. Throws vaultExists when there are slots, whole or not. */
export const createSlots = (folder: string, body: SlotsBody): void => {
  if (readCopies(folder).some((copy) => copy.state !== 'absent')) throw new VaultFault('vaultExists');
  writeSlots(folder, slotsBody.parse(body), 2);
};

/** Reads, changes and writes in one go (nothing else of this process can come between). Returns the new body. */
export const updateSlots = (
  folder: string,
  change: (body: SlotsBody) => SlotsBody,
  copies: 1 | 2 = 2,
): SlotsBody => {
  const body = slotsBody.parse(change(readSlots(folder).body));
  writeSlots(folder, body, copies);
  return body;
};

export const clerkSlots = (body: SlotsBody): ClerkSlot[] =>
  body.slots.filter((slot) => slot.kind === 'clerk');

/** Throws unknownClerk when her slot has been removed meanwhile. */
export const getClerkSlot = (body: SlotsBody, slotId: string): ClerkSlot => {
  const slot = clerkSlots(body).find(({ id }) => id === slotId);
  if (slot === undefined) throw new VaultFault('unknownClerk');
  return slot;
};

/** The printed code's slot: one in every vault. Throws slotsDamaged where there is none. */
export const getRecoverySlot = (body: SlotsBody): RecoverySlot => {
  const slot = body.slots.find((one) => one.kind === 'recovery');
  if (slot === undefined) throw new VaultFault('slotsDamaged');
  return slot;
};

/** Replaces the slot of the same id, or adds it. */
export const withSlot = (body: SlotsBody, slot: SlotsBody['slots'][number]): SlotsBody => ({
  ...body,
  slots: body.slots.some(({ id }) => id === slot.id)
    ? body.slots.map((old) => (old.id === slot.id ? slot : old))
    : [...body.slots, slot],
});
