import type { Role } from '../../shared/journal/row.ts';

const signers: readonly Role[] = ['reception', 'officer', 'leader', 'registrar'];

/** Who signs papers; main asks the same of every call. */
export const maySignFiles = (roles: readonly Role[]): boolean => roles.some((role) => signers.includes(role));
