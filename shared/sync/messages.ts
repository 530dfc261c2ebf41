import * as z from 'zod';
import { mostKept } from '../dossier/file-limits.ts';
import { signed } from './claims.ts';

/** Everything a hub refuses with, closed. The desk turns each into words and one thing to do. */
export const refusal = z.enum([
  'malformed',
  'codeWrong',
  'codeExpired',
  'codeUsed',
  'laneTaken',
  'deskTaken',
  'trialVault',
  'unknownDesk',
  'revoked',
  'sessionOver',
  'challengeGone',
  'signatureWrong',
  'otherHub',
  'digestWrong',
  'chainBroken',
  'parentUnknown',
  'feedUnknown',
  'ahead',
  'fork',
  'tooLarge',
  'unconfirmed',
  'fileUnknown',
  'tooMany',
  'notAllowed',
  'busy',
]);
export type Refusal = z.infer<typeof refusal>;

const lanes = z.array(z.object({ from: z.number().int(), to: z.number().int() }));

const head = z.strictObject({ epoch: z.string(), seq: z.number().int().min(0), hash: z.string() });
export type HeldHead = z.infer<typeof head>;

export const refused = z.object({ refused: refusal, held: head.optional() });

/** Who a hub is; `time` is its clock. */
export const hubCard = z.strictObject({
  hub: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  time: z.number(),
});
export type HubCard = z.infer<typeof hubCard>;

export const enrolRequest = signed;
export const enrolAnswer = z.object({
  certificate: signed,
  confirmed: z.boolean(),
  /** All the runs of numbers the desk counts in from now on: its own, and what its code gave it. */
  lanes,
  /** What this hub holds of this desk's number already: another PC's, unless the vault knows it. */
  held: z.array(head),
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

export const challenge = z.strictObject({ hub: z.string(), nonce: z.string(), time: z.number() });

export const sessionRequest = z.strictObject({
  claim: signed,
  /** So that a hub restored from before the enrolment knows the desk again. */
  certificate: signed,
  /** What the desk's own clock says, measured against the hub's. */
  deskTime: z.number(),
  application: z.string().max(60),
  waiting: z.number().int().min(0),
  oldestWaitingAt: z.number().nullable(),
});
export const sessionAnswer = z.strictObject({
  token: z.string(),
  time: z.number(),
  confirmed: z.boolean(),
  /** The newest row held of each epoch of this desk, in order of arrival. */
  held: z.array(head),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

const bytes = z.number().int().min(0);

/** How a desk stands: told after each session's opening and every few minutes while the line holds. No citizen's data. */
export const deskStatus = z.strictObject({
  deskTime: z.number(),
  application: z.string().max(60),
  /** Rows the feed has not shown yet, and when the oldest was written. */
  waiting: z.number().int().min(0),
  oldestWaitingAt: z.number().nullable(),
  /** Scans the hub has not yet acknowledged. */
  filesWaiting: z.number().int().min(0),
  /** Of the disk the vault lies on; null where it cannot be told. */
  diskFree: bytes.nullable(),
  diskSize: bytes.nullable(),
  /** When the last backup that was checked was made; null: never. */
  backupAt: z.number().nullable(),
  /** The key of this desk's receipts, so that the hub knows a genuine paper before its row arrives (32 bytes, hex). */
  lookupKey: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DeskStatus = z.infer<typeof deskStatus>;

/** What the hub has for the desk. Not strict: a later hub may tell more. */
export const statusAnswer = z.object({
  time: z.number(),
  confirmed: z.boolean(),
  /** The runs of numbers the province keeps for this desk. */
  lanes,
  /** Newest published pack of each id: `GET /v1/packs/<kind>/<id>/<version>`. */
  packs: z.array(
    z.object({ kind: z.string(), id: z.string(), version: z.number().int(), sha256: z.string() }),
  ),
  /** The newest release of the application the province gives out; null: it has not said. */
  newest: z.string().nullable().default(null),
});
export type StatusAnswer = z.infer<typeof statusAnswer>;

/** The most hashes asked about at once, and the largest file. */
export const fileLimits = { asked: 500, bytes: mostKept } as const;

const fileHash = z.string().regex(/^[0-9a-f]{64}$/);
export const filesRequest = z.strictObject({ hashes: z.array(fileHash).max(fileLimits.asked) });
/**
 * 'unknown': no admitted row names it yet; 'wanted': to be uploaded; 'held': kept, and `receipt` is the hub's signed word for it
 * (fileReceiptClaim), which alone frees the desk's own bytes.
 */
export const filesAnswer = z.strictObject({
  files: z.array(
    z.strictObject({
      sha256: fileHash,
      state: z.enum(['unknown', 'wanted', 'held']),
      receipt: signed.optional(),
    }),
  ),
});
export type FilesAnswer = z.infer<typeof filesAnswer>;

export const pushAnswer = z.strictObject({ receipt: signed, held: head });

/** Header names of what is signed and travels beside a body: the claim of a push, base64, and the hub's word for a file with its last bytes. */
export const claimHeader = 'x-quay-claim';
export const signatureHeader = 'x-quay-signature';
/** How far the desk has read the feed, position:hash: what it sends may be about what it read there. */
export const cursorHeader = 'x-quay-cursor';

/** Largest batch: rows, bytes as sent, bytes unpacked. A desk halves on 'tooLarge'. */
export const batchLimits = { rows: 1_000, sentBytes: 4 * 1024 * 1024, bytes: 16 * 1024 * 1024 } as const;
