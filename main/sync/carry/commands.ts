import { readFile, stat, writeFile } from 'node:fs/promises';
import type { CarryDone } from '../../../shared/contract/sync.ts';
import type { Commands } from '../../dispatch.ts';
import { fail, succeed } from '../../../shared/faults.ts';
import type { Result } from '../../../shared/faults.ts';
import { localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { acknowledgement, carryType } from '../../../shared/sync/carry.ts';
import type { Acknowledgement } from '../../../shared/sync/carry.ts';
import { readClaim } from '../../../shared/sync/claims.ts';
import type { Refusal } from '../../../shared/sync/messages.ts';
import { noteAccess } from '../../desk/access-log.ts';
import { getCabinet } from '../../desk/desk.ts';
import type { Desk } from '../../desk/desk.ts';
import { tellStrip } from '../../desk/status.ts';
import { openDeskSession } from '../desk-session.ts';
import { findEnrolment, getCertificate } from '../enrolment.ts';
import { lineFault } from '../join.ts';
import { HubRefusal, LineFault, askHub } from '../reach.ts';
import { syncOf } from '../sync.ts';
import { onStick } from './stick.ts';
import { takeReceipts } from './take-receipts.ts';

const mebibyte = 1024 * 1024;
/** The largest acknowledgement that is read: some hundred thousand receipts. */
const mostBytes = 64 * mebibyte;
/** A larger stick goes to the hub itself. */
const mostCarried = 256 * mebibyte;
const relayMs = 10 * 60_000;

/** The name says whose it is and when it was made, so that sticks are told apart. */
const nameOf = (of: { office: string; desk: number }, now: number, ending: string): string =>
  `${of.office}-quay-${of.desk}-${localDateAt(now)}.${ending}`;

/** Writes what waits to a stick. Nothing counts as sent by that. */
const pack = async (desk: Desk): Promise<Result<CarryDone>> => {
  const { db, databaseKey } = getCabinet(desk);
  const enrolment = findEnrolment(db);
  if (!enrolment) return fail('carryNotJoined');
  const now = desk.clock.now();
  const file = await desk.dialogs.saveFile(nameOf(getCertificate(enrolment), now, 'quaygui'));
  if (file === null) return fail('cancelled');
  // What seals a stick is read when somebody packs one.
  const { packCarry } = await import('./pack.ts');
  const carried = await packCarry({ db, folder: desk.places.data, databaseKey }, enrolment, file, now);
  noteAccess(desk, 'export', '', `${carried.rows}`);
  return succeed({ ...carried, refused: [], file });
};

/** What the hub says of a stick that was damaged, cut short, or sealed to another hub. */
const damaged: readonly Refusal[] = ['malformed', 'otherHub', 'tooLarge'];
/** And of one whose desk it does not take anything from. */
const unwelcome: readonly Refusal[] = ['revoked', 'unknownDesk', 'signatureWrong'];

const relayFault = (error: unknown): Result<never> => {
  if (error instanceof HubRefusal && damaged.includes(error.reason)) return fail('carryDamaged');
  if (error instanceof HubRefusal && unwelcome.includes(error.reason)) return fail('carryRefused');
  return lineFault(error);
};

/** Brings another desk's stick to the province over this desk's line, and writes what is to be carried back. */
const relay = async (desk: Desk): Promise<Result<CarryDone>> => {
  const cabinet = getCabinet(desk);
  const enrolment = findEnrolment(cabinet.db);
  const reach = syncOf(desk)?.reach;
  if (!enrolment || !reach) return fail('carryNotJoined');
  const [file] = (await desk.dialogs.openFiles('carry')) ?? [];
  if (file === undefined) return fail('cancelled');
  const { size } = await onStick('fileUnreadable', () => stat(file));
  if (size > mostCarried) return fail('carryTooLarge', { limitMb: mostCarried / mebibyte });
  const sealed = await onStick('fileUnreadable', () => readFile(file));
  const signal = AbortSignal.timeout(relayMs);
  let answer: Acknowledgement;
  try {
    const { token } = await openDeskSession(desk, cabinet, reach, enrolment, signal);
    answer = await askHub(reach, `${enrolment.url}/v1/carried`, acknowledgement, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': carryType,
      },
      body: new Uint8Array(sealed),
      signal,
    });
  } catch (error) {
    return relayFault(signal.aborted ? new LineFault('offline', error) : error);
  }
  const target = await desk.dialogs.saveFile(nameOf(answer, desk.clock.now(), 'quaynhan'));
  if (target === null) return fail('cancelled');
  await onStick('stickFailed', () => writeFile(target, JSON.stringify(answer)));
  const { receipts, files, refused } = answer;
  return succeed({ rows: receipts.length, files: files.length, refused, file: target });
};

/** Takes in what the province signed for a stick of this desk. */
const takeBack = async (desk: Desk): Promise<Result<CarryDone>> => {
  const { db } = getCabinet(desk);
  const enrolment = findEnrolment(db);
  if (!enrolment) return fail('carryNotJoined');
  const [file] = (await desk.dialogs.openFiles('acknowledgement')) ?? [];
  if (file === undefined) return fail('cancelled');
  const { size } = await onStick('fileUnreadable', () => stat(file));
  if (size > mostBytes) return fail('carryUnreadable');
  const read = readClaim(acknowledgement, await onStick('fileUnreadable', () => readFile(file, 'utf8')));
  if (!read) return fail('carryUnreadable');
  const taken = takeReceipts(db, enrolment, read);
  if (!taken) {
    const { desk: number } = getCertificate(enrolment);
    return fail('carryForeign', { desk: read.desk, own: number });
  }
  tellStrip(desk);
  return succeed({ ...taken, refused: read.refused, file });
};

export const carryCommands: Pick<Commands, 'carry.pack' | 'carry.relay' | 'carry.takeBack'> = {
  'carry.pack': ({ desk }) => pack(desk),
  'carry.relay': ({ desk }) => relay(desk),
  'carry.takeBack': ({ desk }) => takeBack(desk),
};
