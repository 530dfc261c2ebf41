import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { toHex } from '../../shared/journal/row.ts';
import { certificateClaim, openSigned, signedText } from '../../shared/sync/claims.ts';
import type { EnrolmentClaim } from '../../shared/sync/claims.ts';
import { enrolAnswer, hubCard } from '../../shared/sync/messages.ts';
import type { HeldHead } from '../../shared/sync/messages.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { countOnAbovePapers } from '../desk/confirm-day.ts';
import { takeLanes } from '../desk/office-settings.ts';
import { tellStrip } from '../desk/status.ts';
import { chainCrypto } from '../journal/chain-crypto.ts';
import { deskSigner, drawSeed, findEnrolment, saveEnrolment } from './enrolment.ts';
import { HubRefusal, LineFault, askHub, askJson, isHubAddress } from './reach.ts';
import { syncState } from './state.ts';
import { syncOf } from './sync.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/** The hub's refusal or the line's fault as whoever joins the desk is told of it. */
const joinFault = (error: unknown): Result<never> => {
  if (error instanceof HubRefusal) return fail('joinRefused', { reason: error.reason });
  if (error instanceof LineFault) return fail('hubUnreachable', { reason: error.kind });
  throw error;
};

/** And as a clerk is told who wanted something of the hub just now. */
export const lineFault = (error: unknown): Result<never> => {
  if (error instanceof HubRefusal || error instanceof LineFault) return fail('lineDown');
  throw error;
};

const joinMs = 20_000;

/** Whether this vault wrote any of what the province holds of its number. */
const knowsAny = (db: ReadableDatabase, held: readonly HeldHead[]): boolean =>
  held.some(
    ({ epoch }) =>
      db.prepare('SELECT 1 AS one FROM journal WHERE epoch = ? LIMIT 1').get([epoch]) !== undefined,
  );

/** Joins this desk to its province: the code is used up, the hub's key is pinned. Nothing is sent before the certificate is proved. */
export const joinProvince = async (
  desk: Desk,
  { url, code }: { url: string; code: string },
): Promise<Result<null>> => {
  const { db, office } = getCabinet(desk);
  const sync = syncOf(desk);
  if (office.trial || !sync) return fail('joinTrial');
  const { failure } = syncState(desk);
  // A PC that took another's place with that one's vault: the province has ended the old key.
  const isEnded = failure === 'revoked' || failure === 'unknownDesk';
  if (findEnrolment(db)?.confirmed && !isEnded) return fail('joinedAlready');
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
    const { certificate, confirmed, lanes, held } = await askJson(
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
    takeLanes(desk, 'admin', lanes, card.name);
    if (held.length > 0 && !knowsAny(db, held)) countOnAbovePapers(desk);
  } catch (error) {
    return joinFault(signal.aborted ? new LineFault('offline', error) : error);
  }
  sync.nudge();
  tellStrip(desk);
  return succeed(null);
};
