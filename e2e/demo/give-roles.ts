import type { Page } from 'playwright';
import type { ActKind } from '../../shared/dossier/acts/commands.ts';
import { actRoles } from '../../shared/dossier/acts/guards.ts';
import type { Role } from '../../shared/journal/row.ts';
import { get } from '../clerk/bridge.ts';

/** An act that is not a founder's own, such as giving a result its number, has her given the role for it: she is the administrator too. */
export const giveRoles = async (
  page: Page,
  { id, name, roles }: { id: string; name: string; roles: readonly Role[] },
  acts: readonly ActKind[],
): Promise<void> => {
  const more = acts
    .map((act) => actRoles[act])
    .filter((may) => !may.some((role) => roles.includes(role)))
    .flatMap(([role]) => role ?? []);
  if (more.length > 0)
    await get(page, 'clerks.change', { clerk: id, name, roles: [...new Set([...roles, ...more])] });
};
