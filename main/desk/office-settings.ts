import { randomUUID } from 'node:crypto';
import type { InputOf, Settings } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import { parseClock } from '../../shared/calendar/vietnam-time.ts';
import type { Fault, Problem, Result } from '../../shared/faults.ts';
import {
  checkClerk,
  checkDesk,
  checkHours,
  checkLane,
  checkProfile,
  keepsAdmin,
} from '../../shared/office/decide.ts';
import type { Role } from '../../shared/journal/row.ts';
import type { OfficeEvent } from '../../shared/office/events.ts';
import type { Lane } from '../../shared/office/profile.ts';
import { addClerkSlot, changeLabel, removeSlot, renameSlot, resetPassword } from '../vault/clerk-slots.ts';
import { clerkSlots, getRecoverySlot, readSlots } from '../vault/slots.ts';
import { getCabinet, recordOffice } from './desk.ts';
import type { Desk } from './desk.ts';
import { findLastBackup, findLastCheck, readMachineSettings, saveMachineSettings } from './settings-store.ts';
import { tellStatus } from './status.ts';

/** What an administrator changes about the office. Each change is an event; nothing here edits the past. */

const invalid = (problems: NonNullable<Fault['problems']>): Result<never> =>
  fail('invalidInput', undefined, problems);

const recordOne = (desk: Desk, event: OfficeEvent): Result<null> => {
  recordOffice(desk, 'admin', [event]);
  tellStatus(desk);
  return succeed(null);
};

export const settingsOf = (desk: Desk): Settings => {
  const { office, db } = getCabinet(desk);
  const {
    profile,
    desk: counter,
    lanes,
    provinceNumbers,
    hours,
    passOnAfter,
    clerks,
    amounts,
    trial,
  } = office;
  const { createdAt, provedAt } = getRecoverySlot(readSlots(desk.places.data).body);
  return {
    machine: readMachineSettings(db),
    profile,
    desk: counter,
    lanes,
    provinceNumbers,
    hours,
    passOnAfter: passOnAfter ?? '',
    clerks: clerks.filter((clerk) => !clerk.removed),
    amounts,
    trial,
    lastBackup: findLastBackup(db),
    lastCheck: findLastCheck(db),
    recovery: { madeAt: createdAt, keptAt: provedAt },
  };
};

export const setMachine = (desk: Desk, machine: Settings['machine']): Result<Settings['machine']> => {
  const { db } = getCabinet(desk);
  // The folder is chosen in main's own dialog; a window only hands back what it was told.
  const { backupFolder } = readMachineSettings(db);
  saveMachineSettings(db, { ...machine, backupFolder });
  tellStatus(desk);
  return succeed(readMachineSettings(db));
};

export const changeOffice = (desk: Desk, input: InputOf<'settings.changeOffice'>): Result<null> => {
  const { profile, problems } = checkProfile(input.profile);
  const { desk: counter, problems: deskProblems } = checkDesk(input.desk);
  if (problems.length + deskProblems.length > 0) return invalid([...problems, ...deskProblems]);
  const { office } = getCabinet(desk);
  // The code is in every number already printed and the counter's number decides its lane: both are the founding's.
  if (profile.code !== office.profile.code)
    return invalid([{ field: 'profile.code', code: 'officeCodeFixed', params: {} }]);
  if (counter.number !== office.desk.number)
    return invalid([{ field: 'desk.number', code: 'deskNumberFixed', params: {} }]);
  const answer = recordOne(desk, { type: 'officeChanged', v: 1, payload: { profile, desk: counter } });
  changeLabel(desk.places.data, { office: { code: profile.code, name: profile.name }, desk: counter });
  tellStatus(desk);
  return answer;
};

export const setHours = (desk: Desk, { hours, passOnAfter }: InputOf<'settings.setHours'>): Result<null> => {
  const isTime = passOnAfter === '' || parseClock(passOnAfter) !== undefined;
  const problems: Problem[] = [
    ...checkHours(hours),
    ...(isTime ? [] : [{ field: 'passOnAfter', code: 'clockUnreadable', params: {} }]),
  ];
  return problems.length > 0
    ? invalid(problems)
    : recordOne(desk, {
        type: 'hoursSet',
        v: 1,
        payload: passOnAfter === '' ? { hours } : { hours, passOnAfter },
      });
};

export const grantLane = (desk: Desk, { lane, agreement }: InputOf<'settings.grantLane'>): Result<null> => {
  const { office } = getCabinet(desk);
  const problems = checkLane(lane, office.provinceNumbers, office.lanes);
  if (problems.length > 0) return fail('laneInvalid', undefined, problems);
  return recordOne(desk, { type: 'laneGranted', v: 1, payload: { lane, agreement: agreement.trim() } });
};

/** Runs of numbers the province gave this desk; those it counts in already, or that would not fit beside them, are left out. */
export const takeLanes = (desk: Desk, role: Role, lanes: readonly Lane[], agreement: string): void => {
  for (const lane of lanes) {
    const { office } = getCabinet(desk);
    if (checkLane(lane, office.provinceNumbers, office.lanes).length > 0) continue;
    recordOffice(desk, role, [{ type: 'laneGranted', v: 1, payload: { lane, agreement } }]);
  }
};

const findSlotId = (desk: Desk, clerk: string): string | undefined =>
  clerkSlots(readSlots(desk.places.data).body).find((slot) => slot.clerkId === clerk)?.id;

export const enrolClerk = async (desk: Desk, input: InputOf<'clerks.enrol'>): Promise<Result<null>> => {
  const { clerk, problems } = checkClerk(input);
  if (problems.length > 0) return invalid(problems);
  const id = randomUUID();
  const { publicKey } = await addClerkSlot(
    desk.places.data,
    getCabinet(desk).databaseKey,
    { clerkId: id, ...clerk },
    input.password,
    desk.passwordLog2N,
  );
  return recordOne(desk, {
    type: 'clerkEnrolled',
    v: 1,
    payload: { clerk: { id, ...clerk, roles: [...new Set(input.roles)], publicKey, removed: false } },
  });
};

export const changeClerk = (desk: Desk, { clerk, name, roles }: InputOf<'clerks.change'>): Result<null> => {
  const { office } = getCabinet(desk);
  const record = office.clerks.find((one) => one.id === clerk && !one.removed);
  const slotId = findSlotId(desk, clerk);
  if (!record || slotId === undefined) return fail('unknownClerk');
  const { clerk: names, problems } = checkClerk({ name, username: record.username });
  if (problems.length > 0) return invalid(problems);
  if (!keepsAdmin(office, { clerk, roles })) return fail('lastAdmin');
  const answer = recordOne(desk, {
    type: 'clerkChanged',
    v: 1,
    payload: { clerk, name: names.name, roles: [...new Set(roles)] },
  });
  renameSlot(desk.places.data, slotId, names);
  if (desk.session?.clerk === clerk)
    desk.session = { ...desk.session, name: names.name, roles: [...new Set(roles)] };
  tellStatus(desk);
  return answer;
};

/** Takes a clerk's way in first: an event without it would leave her able to sign in. */
export const removeClerk = (desk: Desk, { clerk }: InputOf<'clerks.remove'>): Result<null> => {
  const { office } = getCabinet(desk);
  if (!office.clerks.some((one) => one.id === clerk && !one.removed)) return fail('unknownClerk');
  if (!keepsAdmin(office, { clerk, roles: [] })) return fail('lastAdmin');
  if (desk.session?.clerk === clerk) return fail('notAllowed', { reason: 'self' });
  const slotId = findSlotId(desk, clerk);
  if (slotId !== undefined) removeSlot(desk.places.data, slotId);
  return recordOne(desk, { type: 'clerkRemoved', v: 1, payload: { clerk } });
};

export const resetClerkPassword = async (
  desk: Desk,
  { clerk, password }: InputOf<'clerks.resetPassword'>,
): Promise<Result<null>> => {
  const slotId = findSlotId(desk, clerk);
  if (slotId === undefined) return fail('unknownClerk');
  if (desk.session?.clerk === clerk) return fail('notAllowed', { reason: 'self' });
  const { publicKey } = await resetPassword(desk.places.data, getCabinet(desk).databaseKey, slotId, password);
  return recordOne(desk, { type: 'clerkKeyReplaced', v: 1, payload: { clerk, publicKey, reason: 'reset' } });
};
