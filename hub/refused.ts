import type { HeldHead, Refusal } from '../shared/sync/messages.ts';

/** A request the hub does not take, with the reason it tells the desk. */
export class Refused extends Error {
  readonly reason: Refusal;
  readonly held: HeldHead | undefined;
  constructor(reason: Refusal, held?: HeldHead) {
    super(reason);
    this.reason = reason;
    this.held = held;
  }
}

export const statusOf: Readonly<Record<Refusal, number>> = {
  malformed: 400,
  codeWrong: 403,
  codeExpired: 403,
  codeUsed: 403,
  laneTaken: 409,
  deskTaken: 409,
  trialVault: 403,
  unknownDesk: 403,
  revoked: 403,
  sessionOver: 401,
  challengeGone: 401,
  signatureWrong: 403,
  otherHub: 403,
  digestWrong: 400,
  chainBroken: 409,
  parentUnknown: 409,
  feedUnknown: 409,
  ahead: 409,
  fork: 409,
  tooLarge: 413,
  unconfirmed: 403,
  fileUnknown: 404,
  tooMany: 429,
  notAllowed: 403,
  busy: 503,
};
