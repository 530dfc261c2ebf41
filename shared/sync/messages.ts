import * as z from 'zod';
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
  'ahead',
  'fork',
  'tooLarge',
  'unconfirmed',
  'busy',
]);
export type Refusal = z.infer<typeof refusal>;

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
export const enrolAnswer = z.strictObject({ certificate: signed, confirmed: z.boolean() });

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

export const pushAnswer = z.strictObject({ receipt: signed, held: head });

/** Header names of a push: the claim travels beside the body it vouches for. */
export const claimHeader = 'x-quay-claim';
export const signatureHeader = 'x-quay-signature';

/** Largest batch: rows, bytes as sent, bytes unpacked. A desk halves on 'tooLarge'. */
export const batchLimits = { rows: 1_000, sentBytes: 4 * 1024 * 1024, bytes: 16 * 1024 * 1024 } as const;
