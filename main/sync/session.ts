import type { HeldHead } from '../../shared/sync/messages.ts';
import { challenge, sessionAnswer } from '../../shared/sync/messages.ts';
import type { SessionClaim } from '../../shared/sync/claims.ts';
import { signedText } from '../../shared/sync/claims.ts';
import type { Signer } from '../vault/keys.ts';
import type { Enrolment } from './enrolment.ts';
import { getCertificate } from './enrolment.ts';
import { HubRefusal, askJson } from './reach.ts';
import type { Reach } from './reach.ts';

export interface HubSession {
  token: string;
  confirmed: boolean;
  held: HeldHead[];
  /** This PC's clock less the hub's, milliseconds. */
  clockOffset: number;
}

export interface Standing {
  application: string;
  waiting: number;
  oldestWaitingAt: number | null;
  now: number;
}

/** Proves who this desk is with a fresh challenge; its own clock is told and plays no part in the proof. */
export const openHubSession = async (
  reach: Reach,
  enrolment: Enrolment,
  signer: Signer,
  { application, waiting, oldestWaitingAt, now }: Standing,
  signal: AbortSignal,
): Promise<HubSession> => {
  const asked = await askJson(reach, `${enrolment.url}/v1/challenge`, challenge, {}, signal);
  if (asked.hub !== enrolment.hub) throw new HubRefusal('otherHub');
  const { office, desk } = getCertificate(enrolment);
  const text = JSON.stringify({ ...asked, office, desk } satisfies SessionClaim);
  const answer = await askJson(
    reach,
    `${enrolment.url}/v1/session`,
    sessionAnswer,
    {
      claim: { text, signature: signer.sign(signedText('session', text)).toString('hex') },
      certificate: enrolment.certificate,
      deskTime: now,
      application,
      waiting,
      oldestWaitingAt,
    },
    signal,
  );
  const { token, confirmed, held, time } = answer;
  return { token, confirmed, held, clockOffset: now - time };
};
