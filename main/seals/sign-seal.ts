import { Readable } from 'node:stream';
import type { InputOf } from '../../shared/contract.ts';
import { formNumber } from '../../shared/dossier/form-number.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import type { DaysSealed } from '../../shared/seals/events.ts';
import { findDayFault } from '../desk/business-day.ts';
import { dayOf, getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { openSigner, signerNamed } from '../signing/open-signer.ts';
import { signingRoom } from '../signing/room.ts';
import { openRound } from '../signing/round.ts';
import { faultOf, lookOf } from '../signing/sign-files.ts';
import type { Signer } from '../signing/signer.ts';
import { putAttachment } from '../vault/attachments.ts';
import { findSeal } from './projection.ts';
import { drawNow, jobOf, recordSeal } from './papers.ts';

/** The page drawn, signed, proved and durable, as the row will name it. */
const signPage = async (desk: Desk, sealed: DaysSealed, signer: Signer): Promise<Result<DaysSealed>> => {
  const { office, databaseKey } = getCabinet(desk);
  const job = jobOf(desk, sealed, { electronic: true, reprint: false });
  if (!job.ok) return job;
  const who = signerNamed(signer);
  const pdf = await (await desk.printing()).pdf(job.value);
  const { added, field } = await signingRoom(desk).documents.sign(
    {
      pdf,
      look: lookOf(desk, 'person', who, sealed.at),
      at: new Date(sealed.at),
      reason: '',
      location: office.profile.name,
      signerName: who.name,
    },
    signer,
  );
  const kept = await putAttachment(desk.places.data, databaseKey, Readable.from([pdf, added]));
  const name = `${formNumber('daySeal', sealed).replaceAll('/', '-')}.pdf`;
  const file = { hash: kept.hash, name, size: kept.size, mime: 'application/pdf' };
  return succeed({ ...sealed, signed: { field, signer: who }, files: [file] });
};

/**
 * Closes the open days with the clerk's certificate: one page, one signature, then the row. A cut before the row leaves the days open and
 * nothing else; rows written while the token works are the next seal's.
 */
export const signSeal = async (
  desk: Desk,
  role: Role,
  { seal, pin, evenIfLast }: InputOf<'seals.sign'>,
): Promise<Result<null>> => {
  const cabinet = getCabinet(desk);
  const session = getSession(desk);
  const isDone = findSeal(cabinet.db, seal) !== undefined;
  const hindered = findDayFault(dayOf(desk, cabinet));
  if (isDone || hindered || signingRoom(desk).round) {
    pin?.fill(0);
    if (isDone) return succeed(null);
    return hindered ? { ok: false, fault: hindered } : fail('alreadySigning');
  }
  const { round, tell, askPin, end } = openRound(desk, 1);
  try {
    const signer = await openSigner(desk, pin, evenIfLast, askPin);
    const drawn = drawNow(desk, seal);
    if (!drawn.ok) return drawn;
    tell({ name: formNumber('daySeal', drawn.value) });
    const signed = await signPage(desk, drawn.value, signer);
    if (!signed.ok) return signed;
    // Locked or handed to another clerk meanwhile: nothing is recorded in her name.
    if (round.stopped || desk.session !== session || desk.cabinet !== cabinet) return fail('cancelled');
    return recordSeal(desk, role, signed.value);
  } catch (error) {
    const fault = faultOf(error);
    if (!fault) throw error;
    return { ok: false, fault };
  } finally {
    await end();
  }
};
