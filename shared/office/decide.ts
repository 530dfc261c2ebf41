import { findHoursProblems } from '../calendar/office-hours.ts';
import type { OfficeHours } from '../calendar/office-hours.ts';
import { normalizeIdNumber } from '../citizen/number.ts';
import { isLaneValid, lanesOverlap } from '../dossier/code.ts';
import type { Problem } from '../text/problem.ts';
import { cleanText } from '../text/hygiene.ts';
import type { Role } from '../journal/row.ts';
import type { ClerkRecord, Desk, Lane, OfficeProfile, OfficeState } from './profile.ts';

/** QĐ 20/2020/QĐ-TTg: level 1 first, dots between, at most 35 characters; QCVN 102's older order reads the same. */
const officeCode = /^[A-Z0-9]{1,9}(\.[A-Z0-9]{1,9}){0,8}$/;
const usernameForm = /^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?$/;

const limits = { name: 200, superior: 200, address: 300, phone: 40, province: 100, lookupBase: 200 } as const;
const textFields = ['name', 'superior', 'address', 'phone', 'province', 'lookupBase'] as const;
const needed: readonly (typeof textFields)[number][] = ['name', 'superior', 'address', 'province'];

const isLookupBase = (text: string): boolean => {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' && url.hash === '' && !text.includes('#');
  } catch {
    return false;
  }
};

/** "0100109106-001" of any way it is typed, '' of nothing; undefined: neither an office's ten digits nor a dependent unit's thirteen. */
const readTaxCode = (text: string): string | undefined => {
  const digits = normalizeIdNumber(text);
  if (digits === '') return '';
  const [, unit, dependent] = /^(\d{10})(\d{3})?$/.exec(digits) ?? [];
  return dependent === undefined ? unit : `${unit}-${dependent}`;
};

/** The head of the papers, cleaned, or every field that needs a hand (`profile.<field>`). */
export const checkProfile = (profile: OfficeProfile): { profile: OfficeProfile; problems: Problem[] } => {
  const problems: Problem[] = [];
  const cleaned = { ...profile, code: profile.code.trim().toUpperCase() };
  if (!officeCode.test(cleaned.code) || cleaned.code.length > 35)
    problems.push({ field: 'profile.code', code: 'officeCode', params: {} });
  for (const field of textFields) {
    const clean = cleanText(profile[field], { max: limits[field] });
    if (!clean.ok)
      problems.push({ field: `profile.${field}`, code: clean.fault.code, params: clean.fault.params });
    else if (clean.text === '' && needed.includes(field))
      problems.push({ field: `profile.${field}`, code: 'required', params: {} });
    else cleaned[field] = clean.text;
  }
  if (cleaned.lookupBase !== '' && !isLookupBase(cleaned.lookupBase))
    problems.push({ field: 'profile.lookupBase', code: 'lookupBase', params: {} });
  const taxCode = readTaxCode(profile.taxCode ?? '');
  if (taxCode === undefined) problems.push({ field: 'profile.taxCode', code: 'officeTaxCode', params: {} });
  else if (profile.taxCode !== undefined) cleaned.taxCode = taxCode;
  return { profile: cleaned, problems };
};

export const checkDesk = (desk: Desk): { desk: Desk; problems: Problem[] } => {
  const clean = cleanText(desk.name, { max: 100 });
  const problems: Problem[] = [];
  if (!Number.isInteger(desk.number) || desk.number < 1 || desk.number > 99)
    problems.push({ field: 'desk.number', code: 'deskNumber', params: {} });
  if (!clean.ok) problems.push({ field: 'desk.name', code: clean.fault.code, params: clean.fault.params });
  return { desk: { number: desk.number, name: clean.ok ? clean.text : '' }, problems };
};

/** A lane for a new office or one more for a full one: in bounds, clear of the province's own numbers and of those already held. */
export const checkLane = (lane: Lane, provinceNumbers: boolean, held: readonly Lane[]): Problem[] => {
  if (!isLaneValid(lane, provinceNumbers))
    return [{ field: 'lane.from', code: provinceNumbers ? 'laneOfProvince' : 'laneBounds', params: {} }];
  const clash = held.find((one) => lanesOverlap(one, lane));
  return clash
    ? [{ field: 'lane.from', code: 'laneOverlaps', params: { from: clash.from, to: clash.to } }]
    : [];
};

export const checkHours = (hours: OfficeHours): Problem[] => findHoursProblems(hours);

export interface ClerkNames {
  name: string;
  username: string;
}

/** A clerk's names, cleaned: `username` in small plain letters, since it is typed with and without a Vietnamese keyboard. */
export const checkClerk = (clerk: ClerkNames): { clerk: ClerkNames; problems: Problem[] } => {
  const problems: Problem[] = [];
  const name = cleanText(clerk.name, { max: 100 });
  if (!name.ok) problems.push({ field: 'clerk.name', code: name.fault.code, params: name.fault.params });
  else if (name.text === '') problems.push({ field: 'clerk.name', code: 'required', params: {} });
  const username = clerk.username.trim().toLowerCase();
  if (!usernameForm.test(username)) problems.push({ field: 'clerk.username', code: 'username', params: {} });
  return { clerk: { name: name.ok ? name.text : '', username }, problems };
};

/** Whether somebody could still administer the office after the change. */
export const keepsAdmin = (
  state: OfficeState,
  change: { clerk: string; roles: readonly Role[] },
): boolean => {
  const isAdmin = (clerk: ClerkRecord): boolean =>
    !clerk.removed && (clerk.id === change.clerk ? change.roles : clerk.roles).includes('admin');
  return state.clerks.some(isAdmin);
};
