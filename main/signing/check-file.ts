import type { InputOf } from '../../shared/contract.ts';
import { succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { CheckedSignature } from '../../shared/signing/verdicts.ts';
import type { Desk } from '../desk/desk.ts';
import { trustAtHand } from './kept-trust.ts';
import { lend, newestFile } from './record-file.ts';
import { signingRoom } from './room.ts';
import type { SignatureVerdict } from './verify-pdf.ts';

const toldOf = (verdict: SignatureVerdict): CheckedSignature => {
  const { field, signer, integrity, coverage, chain, revocation, time, provedAt, claimedAt } = verdict;
  return {
    field,
    name: signer?.name ?? '',
    agency: signer?.agency ?? '',
    issuer: signer?.issuer ?? '',
    integrity,
    coverage,
    chain,
    revocation,
    time,
    provedAt: provedAt?.getTime() ?? null,
    claimedAt: claimedAt?.getTime() ?? null,
  };
};

/** Judges every signature of a dossier's file by what is trusted here, without a line. Throws a SigningFault for one that is no sound PDF. */
export const checkFile = async (
  desk: Desk,
  { dossier, hash }: InputOf<'signing.check'>,
): Promise<Result<CheckedSignature[]>> => {
  newestFile(desk, dossier, hash);
  const verdicts = await signingRoom(desk).documents.verify(await lend(desk, hash), trustAtHand(desk));
  return succeed(verdicts.map(toldOf));
};
