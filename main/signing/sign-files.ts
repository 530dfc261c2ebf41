import type { InputOf, SigningDone } from '../../shared/contract.ts';
import type { SignerNamed } from '../../shared/dossier/signing/events.ts';
import { isSignable } from '../../shared/dossier/signing/files.ts';
import { eventsOfSignature, findDraft, findSignatureBar } from '../../shared/dossier/signing/submission.ts';
import type { DossierState } from '../../shared/dossier/state.ts';
import type { Fault, Result } from '../../shared/faults.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { copyLines, issuedLine, personLines } from '../../shared/signing/appearance.ts';
import type { SignaturePlace } from '../../shared/signing/appearance.ts';
import type { SigningFaultCode } from '../../shared/signing/faults.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getCabinet, getSession, stampOf } from '../desk/desk.ts';
import type { Cabinet, Desk } from '../desk/desk.ts';
import { findDossierState } from '../journal/projections.ts';
import { SigningFault } from '../token/faults.ts';
import { VaultFault } from '../vault/faults.ts';
import { openSigner, signerNamed } from './open-signer.ts';
import { changed, checkStillHers, lend, newestFile, recordFile } from './record-file.ts';
import { signingRoom } from './room.ts';
import type { SigningRoom } from './room.ts';
import { openRound } from './round.ts';
import type { Signer } from './signer.ts';
import { findPicture } from './signing-settings.ts';

export interface FileWish {
  readonly dossier: string;
  readonly hash: string;
}

/** What is wrong with one file alone: the round goes on with the next. Everything else ends it, and the rest waits. */
const ofOneFile: ReadonlySet<string> = new Set<SigningFaultCode | 'fileUnreadable'>([
  'pdfNotPdf',
  'pdfEncrypted',
  'pdfTruncated',
  'pdfUnreadable',
  'pdfCertified',
  'pdfDynamicForm',
  'pdfPageMissing',
  'signatureTooLong',
  'fileSuperseded',
  'draftOfLeader',
  'draftNumbered',
  'draftUnnumbered',
  'draftNoCopy',
  'sealOfRegistrar',
  'signerTimeout',
  'signerCrashed',
  'fileUnreadable',
]);

export const faultOf = (error: unknown): Fault | undefined =>
  error instanceof SigningFault || error instanceof VaultFault
    ? fail(error.code, error.params).fault
    : undefined;

const stateOf = ({ db }: Cabinet, dossier: string): DossierState => {
  const state = findDossierState(db, dossier);
  if (!state) throw new SigningFault('fileSuperseded', { name: dossier.slice(0, 10) });
  return state;
};

/** The words and the picture of a signature made now; `issued`: the number a seal issues the document under, '' for none. */
export const lookOf = (desk: Desk, place: SignaturePlace, who: SignerNamed, at: number, issued = '') => {
  const { db, office } = getCabinet(desk);
  if (place === 'copy')
    return { place, heading: [], lines: copyLines(who.agency || office.profile.name, at) };
  const picture = findPicture(db, place === 'agency' ? 'seal' : 'hand', getSession(desk).clerk);
  const names = place === 'agency' ? { name: who.agency || office.profile.name, agency: '' } : who;
  const heading = issued === '' ? [] : [issuedLine(issued)];
  return { place, heading, lines: personLines(names, at), ...(picture ? { picture } : {}) };
};

/** Signs one file and puts the signed one in its place: proved by the signing process before it comes back, durable before it is journalled. */
const signOne = async (
  desk: Desk,
  role: Role,
  { documents }: SigningRoom,
  signer: Signer,
  { dossier, hash }: FileWish,
  place: SignaturePlace,
): Promise<void> => {
  const cabinet = getCabinet(desk);
  const { file } = newestFile(desk, dossier, hash);
  if (!isSignable(file)) throw new SigningFault('pdfNotPdf');
  const session = getSession(desk);
  const state = stateOf(cabinet, dossier);
  const bar = findSignatureBar(state, hash, place, getSession(desk).roles);
  if (bar) throw new SigningFault(bar);
  const draft = findDraft(state, hash);
  const issued = place === 'agency' ? (draft?.numbered?.number ?? '') : '';
  const who = signerNamed(signer);
  const { at } = stampOf(desk, cabinet);
  const pdf = await lend(desk, hash);
  checkStillHers(desk, session);
  const signed = await documents.sign(
    {
      pdf,
      look: {
        ...lookOf(desk, place, who, at, issued),
        sealFollows: draft !== undefined && place === 'person',
      },
      at: new Date(at),
      reason: issued === '' ? '' : issuedLine(issued),
      location: cabinet.office.profile.name,
      signerName: who.name,
    },
    signer,
  );
  checkStillHers(desk, session);
  // A draft's signature is its leader's, its seal the registrar's, whatever else she may do here.
  const as = findDraft(state, hash) ? (place === 'agency' ? 'registrar' : 'leader') : role;
  await recordFile(
    desk,
    as,
    { ...file, dossier, parts: changed(desk, hash, signed), replaces: hash },
    (acted, made) =>
      // As the dossier stands now: the token may have taken its time.
      eventsOfSignature(stateOf(cabinet, dossier), {
        ...acted,
        source: hash,
        file: made,
        place,
        field: signed.field,
        signer: who,
      }),
  );
};

const nameOf = (desk: Desk, { dossier, hash }: FileWish): string => {
  const row = getCabinet(desk)
    .db.prepare('SELECT name FROM attachment WHERE dossier = ? AND hash = ?')
    .get<{ name: string }>([dossier, hash]);
  return row?.name ?? hash.slice(0, 10);
};

/**
 * The seam for whoever has files to be signed: signs each of these attachments with the certificate this clerk has chosen, one login for
 * all. One file's own fault is noted and the rest goes on; a token's fault, a wrong PIN or "stop" ends the round, and what is not done
 * stays as it was, to be signed in another round.
 */
export const signFiles = async (
  desk: Desk,
  role: Role,
  { files, place, pin, evenIfLast }: InputOf<'signing.sign'>,
): Promise<Result<SigningDone>> => {
  const cabinet = getCabinet(desk);
  const session = getSession(desk);
  const room = signingRoom(desk);
  const hindered = findDayFault(dayOf(desk, cabinet));
  if (hindered || room.round) {
    pin?.fill(0);
    return hindered ? { ok: false, fault: hindered } : fail('alreadySigning');
  }
  const { round, tell, askPin, end } = openRound(desk, files.length);
  const results: SigningDone['results'] = [];
  let stopped: Fault | null = null;
  try {
    const signer = await openSigner(desk, pin, evenIfLast, askPin);
    for (const wish of files) {
      // Locked or handed to another clerk meanwhile: nothing more is signed in her name.
      if (round.stopped || desk.session !== session || desk.cabinet !== cabinet) {
        stopped = fail('cancelled').fault;
        break;
      }
      const name = nameOf(desk, wish);
      tell({ name });
      let fault: Fault | null = null;
      try {
        await signOne(desk, role, room, signer, wish, place);
      } catch (error) {
        fault = faultOf(error) ?? null;
        if (!fault) throw error;
        if (!ofOneFile.has(fault.code)) {
          stopped = fault;
          break;
        }
      }
      results.push({ hash: wish.hash, name, fault });
      tell({ done: results.length, failed: results.filter((one) => one.fault !== null).length });
    }
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    if (results.length === 0) return { ok: false, fault };
    stopped = fault;
  } finally {
    await end();
  }
  return succeed({ results, stopped, left: files.length - results.length });
};
