import { findPasswordWeakness } from '../../../shared/vault/password-rule.ts';
import type { PasswordWeakness } from '../../../shared/vault/password-rule.ts';

/** A new password, typed twice. */
export interface NewPassword {
  next: string;
  again: string;
}

export const noPassword: NewPassword = { next: '', again: '' };

/** What stands in the way of this password, by field; '' when nothing does. */
export const checkNewPassword = (
  { next, again }: NewPassword,
  ownNames: readonly string[],
): { next: '' | 'missing' | PasswordWeakness; again: '' | 'mismatch' } => ({
  next: next === '' ? 'missing' : (findPasswordWeakness(next, ownNames) ?? ''),
  again: next === again ? '' : 'mismatch',
});
