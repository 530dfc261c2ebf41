import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CarryDone } from '../../../shared/contract/sync.ts';
import type { Commands } from '../../dispatch.ts';
import { fail, succeed } from '../../../shared/faults.ts';
import type { Result } from '../../../shared/faults.ts';
import { localDateAt } from '../../../shared/calendar/vietnam-time.ts';
import { acknowledgement, carryType } from '../../../shared/sync/carry.ts';
import { readClaim } from '../../../shared/sync/claims.ts';
import { noteAccess } from '../../desk/access-log.ts';
import { getCabinet } from '../../desk/desk.ts';
import type { Desk } from '../../desk/desk.ts';
import { tellStrip } from '../../desk/status.ts';
import { openDeskSession } from '../desk-session.ts';
import { findEnrolment, getCertificate } from '../enrolment.ts';
import { faultOf } from '../join.ts';
import { askHub } from '../reach.ts';
import { syncOf } from '../sync.ts';
import { packCarry } from './pack.ts';
import { takeReceipts } from './take-receipts.ts';

const mebibyte = 1024 * 1024;
/** The largest acknowledgement that is read: some hundred thousand receipts. */
const mostBytes = 64 * mebibyte;
/** A larger stick goes to the hub itself. */
const mostCarried = 256 * mebibyte;
const relayMs = 10 * 60_000;

/** The name says where it comes from and when, so that sticks are told apart. */
const nameOf = (desk: Desk, ending: string): string => {
  const { office } = getCabinet(desk);
  return `${office.profile.code}-quay-${office.desk.number}-${localDateAt(desk.clock.now())}.${ending}`;
};

/** Writes what waits to a stick. Nothing counts as sent by that. */
const pack = async (desk: Desk): Promise<Result<CarryDone>> => {
  const { db, databaseKey } = getCabinet(desk);
  const enrolment = findEnrolment(db);
  if (!enrolment) return fail('carryNotJoined');
  const file = await desk.dialogs.saveFile(nameOf(desk, 'quaygui'));
  if (file === null) return fail('cancelled');
  const carried = await packCarry(
    { db, folder: desk.places.data, databaseKey },
    enrolment,
    file,
    desk.clock.now(),
  );
  noteAccess(desk, 'export', '', `${carried.rows}`);
  return succeed({ ...carried, file });
};

/** Brings another desk's stick to the province over this desk's line, and writes what is to be carried back. */
const relay = async (desk: Desk): Promise<Result<CarryDone>> => {
  const cabinet = getCabinet(desk);
  const enrolment = findEnrolment(cabinet.db);
  const reach = syncOf(desk)?.reach;
  if (!enrolment || !reach) return fail('carryNotJoined');
  const [file] = (await desk.dialogs.openFiles('carry')) ?? [];
  if (file === undefined) return fail('cancelled');
  if ((await stat(file)).size > mostCarried)
    return fail('fileTooLarge', { name: basename(file), limitMb: mostCarried / mebibyte });
  const signal = AbortSignal.timeout(relayMs);
  try {
    const { token } = await openDeskSession(desk, cabinet, reach, enrolment, signal);
    const answer = await askHub(reach, `${enrolment.url}/v1/carried`, acknowledgement, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': carryType,
      },
      body: new Uint8Array(await readFile(file)),
      signal,
    });
    const target = await desk.dialogs.saveFile(nameOf(desk, 'quaynhan'));
    if (target === null) return fail('cancelled');
    await writeFile(target, JSON.stringify(answer));
    return succeed({ rows: answer.receipts.length, files: answer.files.length, file: target });
  } catch (error) {
    return faultOf(error);
  }
};

/** Takes in what the province signed for a stick of this desk. */
const takeBack = async (desk: Desk): Promise<Result<CarryDone>> => {
  const { db } = getCabinet(desk);
  const enrolment = findEnrolment(db);
  if (!enrolment) return fail('carryNotJoined');
  const [file] = (await desk.dialogs.openFiles('acknowledgement')) ?? [];
  if (file === undefined) return fail('cancelled');
  if ((await stat(file)).size > mostBytes) return fail('carryUnreadable');
  const read = readClaim(acknowledgement, await readFile(file, 'utf8'));
  if (!read) return fail('carryUnreadable');
  const taken = takeReceipts(db, enrolment, read);
  if (!taken) {
    const { desk: number } = getCertificate(enrolment);
    return fail('carryForeign', { desk: read.desk, own: number });
  }
  tellStrip(desk);
  return succeed({ ...taken, file });
};

export const carryCommands: Pick<Commands, 'carry.pack' | 'carry.relay' | 'carry.takeBack'> = {
  'carry.pack': ({ desk }) => pack(desk),
  'carry.relay': ({ desk }) => relay(desk),
  'carry.takeBack': ({ desk }) => takeBack(desk),
};
