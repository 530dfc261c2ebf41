import { isActCommand } from '../../../../shared/dossier/acts/commands.ts';
import type { ActCommand, ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { useDesk } from '../../../desk-store.ts';

interface HalfTyped {
  dossier: string;
  act: ActCommand;
}

/** By clerk; in this window's memory alone. */
const typed = new Map<string, HalfTyped>();

const clerkNow = (): string => useDesk.getState().session?.clerk.id ?? '';

/** Keeps what she is typing into an act's form: she finds it there when the counter was locked meanwhile, and nobody else ever does. */
export const keepTyped = (dossier: string, act: object): void => {
  if (isActCommand(act)) typed.set(clerkNow(), { dossier, act });
};

/** What this clerk was typing about a dossier; undefined for nothing. */
export const findTyped = (dossier: string): ActCommand | undefined => {
  const kept = typed.get(clerkNow());
  return kept?.dossier === dossier ? kept.act : undefined;
};

const isOfKind = <K extends ActKind>(made: object, kind: K): made is ActCommand<K> =>
  'kind' in made && made.kind === kind;

export const findTypedOf = <K extends ActKind>(kind: K, dossier: string): ActCommand<K> | undefined => {
  const act: object | undefined = findTyped(dossier);
  return act && isOfKind(act, kind) ? act : undefined;
};

/** The act is recorded, or she gave it up. */
export const forgetTyped = (): void => {
  typed.delete(clerkNow());
};
