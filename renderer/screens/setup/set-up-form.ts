import { findHoursProblems, defaultOfficeHours } from '../../../shared/calendar/office-hours.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { usualLane } from '../../../shared/dossier/code.ts';
import type { Problem } from '../../../shared/faults.ts';
import { checkClerk, checkDesk, checkLane, checkProfile } from '../../../shared/office/decide.ts';
import type { OfficeProfile } from '../../../shared/office/profile.ts';
import { fold } from '../../../shared/text/fold.ts';
import { draftHours, readHours } from '../settings/hours-draft.ts';
import type { HoursDraft } from '../settings/hours-draft.ts';
import { checkNewPassword, noPassword } from '../sign-in/check-password.ts';
import type { NewPassword } from '../sign-in/check-password.ts';

/** Everything the set-up asks, as typed. */
export interface SetUpForm {
  profile: OfficeProfile;
  deskNumber: string;
  deskName: string;
  provinceNumbers: boolean;
  /** null: the usual lane of the desk's number. */
  ownLane: { from: string; to: string } | null;
  hours: HoursDraft;
  clerkName: string;
  username: string;
  password: NewPassword;
  trial: boolean;
}

export const steps = ['office', 'desk', 'clerk', 'check'] as const;
export type Step = (typeof steps)[number];

export const blankSetUp = (trial: boolean): SetUpForm => ({
  profile: { code: '', name: '', superior: '', address: '', phone: '', province: '', lookupBase: '' },
  deskNumber: '1',
  deskName: '',
  provinceNumbers: false,
  ownLane: null,
  hours: draftHours(defaultOfficeHours()),
  clerkName: '',
  username: '',
  password: noPassword,
  trial,
});

/** A whole number as typed; NaN, which every check refuses, when it is none. */
const whole = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The numbers this desk will give: its own, or those its number brings; undefined when there is no room. */
export const laneOf = (form: SetUpForm) =>
  form.ownLane === null
    ? usualLane(whole(form.deskNumber), form.provinceNumbers)
    : { from: whole(form.ownLane.from), to: whole(form.ownLane.to) };

export const setUpInput = (form: SetUpForm): InputOf<'setup.found'> => ({
  profile: form.profile,
  desk: { number: whole(form.deskNumber), name: form.deskName },
  lane: laneOf(form) ?? { from: 0, to: 0 },
  provinceNumbers: form.provinceNumbers,
  hours: readHours(form.hours).hours,
  clerk: { name: form.clerkName, username: form.username, password: form.password.next },
  trial: form.trial,
});

/** What still needs a hand in one step, by field, in the order of the page. The same checks run again in main. */
export const findProblems = (form: SetUpForm, step: Step): Problem[] => {
  const input = setUpInput(form);
  switch (step) {
    case 'office':
      return checkProfile(input.profile).problems;
    case 'desk':
      return [
        ...checkDesk(input.desk).problems,
        ...checkLane(input.lane, input.provinceNumbers, []),
        ...findHoursProblems(input.hours),
      ];
    case 'clerk': {
      const { next, again } = checkNewPassword(form.password, [form.clerkName, form.profile.name]);
      return [
        ...checkClerk(input.clerk).problems,
        ...(next === '' ? [] : [{ field: 'clerk.password', code: 'weakPassword', params: {} }]),
        ...(again === '' ? [] : [{ field: 'clerk.again', code: 'passwordMismatch', params: {} }]),
      ];
    }
    case 'check':
      return [];
  }
};

/** The step a field is on. */
export const stepOf = (field: string): Step => {
  if (field.startsWith('profile')) return 'office';
  return field.startsWith('clerk') ? 'clerk' : 'desk';
};

/** "Nguyễn Thị Hương" → huong.nt, the way offices name accounts. */
export const suggestUsername = (name: string): string => {
  const parts = fold(name)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const given = parts.at(-1);
  if (given === undefined) return '';
  const initials = parts
    .slice(0, -1)
    .map((part) => part.charAt(0))
    .join('');
  return (initials === '' ? given : `${given}.${initials}`).slice(0, 40);
};
