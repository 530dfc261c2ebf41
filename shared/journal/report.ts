import * as z from 'zod';
import { genesisHash, toHex } from './row.ts';

/**
 * What can be wrong with a row, in the order in which it is looked for: one fault a row, the first found.
 * `checkpointWrong` is about a stored checkpoint: the row it vouched for is gone or another.
 */
export type RowFaultCode =
  | 'checkpointWrong'
  | 'headerUnreadable'
  | 'payloadAltered'
  | 'payloadMissing'
  | 'sequenceBroken'
  | 'epochUnannounced'
  | 'parentUnknown'
  | 'hashWrong'
  | 'signerUnknown'
  | 'signatureWrong'
  | 'columnsDiffer';

export interface RowFault {
  pos: number;
  code: RowFaultCode;
}

/** A place in the chain; `hash` in hex. */
export interface Head {
  epoch: string;
  seq: number;
  hash: string;
}

/** The last row seen of an epoch, and the row the epoch went on from: null for the very first. */
export interface EpochEnd {
  seq: number;
  hash: string;
  parent: Head | null;
}

/** Everything needed to go on verifying after `pos` without reading what came before. */
export interface Checkpoint {
  pos: number;
  head: Head;
  epochs: Record<string, EpochEnd>;
  /** Public keys by clerk id, every key the clerk has ever had. */
  keys: Record<string, string[]>;
}

export interface JournalReport {
  /** 'full' also when a checkpoint was asked for and there was none to trust. */
  mode: 'checkpoint' | 'full';
  rows: number;
  from: number;
  to: number;
  /** Rows with a fault; `faults` names the first of them only. */
  faulty: number;
  faults: RowFault[];
  /** Two epochs with one parent: a restored or copied vault; kept, not a fault. */
  forks: { parent: Head; children: string[] }[];
  /** Rows whose content was erased by law: their chain still holds. */
  erased: number;
  /** Keys a clerk vouched for herself with the printed recovery code: no fault, but an auditor asks who used it. */
  recoveries: { pos: number; clerk: string }[];
  head: Head | null;
}

export const emptyCheckpoint = (): Checkpoint => ({
  pos: 0,
  head: { epoch: '', seq: 0, hash: toHex(genesisHash) },
  epochs: {},
  keys: {},
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const headSchema = z.strictObject({ epoch: z.string(), seq: z.number().int().min(0), hash });
const checkpointSchema = z.strictObject({
  pos: z.number().int().min(1),
  head: headSchema,
  epochs: z.record(
    z.string(),
    z.strictObject({ seq: z.number().int().min(1), hash, parent: headSchema.nullable() }),
  ),
  keys: z.record(z.string(), z.array(z.string())),
}) satisfies z.ZodType<Checkpoint>;

/** Parses a stored checkpoint; undefined when it is not one. */
export const readCheckpoint = (text: string): Checkpoint | undefined => {
  try {
    return checkpointSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
