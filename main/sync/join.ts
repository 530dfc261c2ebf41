import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { toHex } from '../../shared/journal/row.ts';
import { certificateClaim, openSigned, signedText } from '../../shared/sync/claims.ts';
import type { EnrolmentClaim } from '../../shared/sync/claims.ts';
import { enrolAnswer, hubCard } from '../../shared/sync/messages.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { tellStrip } from '../desk/status.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { deskSigner, drawSeed, findEnrolment, saveEnrolment } from './enrolment.ts';
import { HubRefusal, LineFault, askHub, askJson, isHubAddress } from './reach.ts';
import { syncOf } from './sync.ts';

/** The hub's refusal or the line's fault as the clerk is told of it. */
export const faultOf = (error: unknown): Result<never> => {
  if (error instanceof HubRefusal) return fail('joinRefused', { reason: error.reason });
  if (error instanceof LineFault) return fail('hubUnreachable', { reason: error.kind });
  throw error;
};

const joinMs = 20_000;

/** Joins this desk to its province: the code is used up, the hub's key is pinned. Nothing is sent before the certificate is proved. */
export const joinProvince = async (
  desk: Desk,
  { url, code }: { url: string; code: string },
): Promise<Result<null>> => {
  const { db, office } = getCabinet(desk);
  const sync = syncOf(desk);
  if (office.trial || !sync) return fail('joinTrial');
  if (findEnrolment(db)?.confirmed) return fail('joinedAlready');
  const address = url.trim().replace(/\/+$/u, '');
  if (!isHubAddress(address)) return fail('hubAddress');
  const signal = AbortSignal.timeout(joinMs);
  const seed = drawSeed();
  const signer = deskSigner(seed);
  try {
    const card = await askHub(sync.reach, `${address}/v1/hub`, hubCard, { signal });
    const claim: EnrolmentClaim = {
      code,
      office: office.profile.code,
      desk: office.desk.number,
      name: office.desk.name,
      key: signer.publicKey,
      lanes: office.lanes,
      application: desk.versions.application,
    };
    const text = JSON.stringify(claim);
    const request = { text, signature: toHex(new Uint8Array(signer.sign(signedText('enrolment', text)))) };
    const { certificate, confirmed } = await askJson(
      sync.reach,
      `${address}/v1/enrol`,
      enrolAnswer,
      request,
      signal,
    );
    const proved = openSigned(chainCrypto, 'certificate', certificateClaim, card.key, certificate);
    if (proved?.key !== signer.publicKey || proved.hub !== card.hub) throw new LineFault('notHub');
    saveEnrolment(db, {
      url: address,
      hub: card.hub,
      hubKey: card.key,
      hubName: card.name,
      certificate,
      seed,
      confirmed,
    });
  } catch (error) {
    return faultOf(signal.aborted ? new LineFault('offline', error) : error);
  }
  sync.nudge();
  tellStrip(desk);
  return succeed(null);
};
