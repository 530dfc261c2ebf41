import type { Role } from '../../../../shared/journal/row.ts';
import type { ListForm } from '../../../../shared/lists/content.ts';
import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { actLetters } from '../../dossier/acts/act-keys.ts';
import { actRoles } from '../../../../shared/dossier/acts/guards.ts';

/** Acts that make sense on a pile, each begun in the list with the letter it has on a dossier's page. */
export const manyActs = (
  [
    'handOver',
    'numberResult',
    'recordResult',
    'notifyCitizen',
    'returnResult',
    'storePaperFile',
  ] as const satisfies readonly ActKind[]
).map((kind) => ({ kind, key: actLetters[kind] }));

/** The list that goes with what an act hands over: both sides sign it once for all. */
export const listOfAct: { readonly [A in ManyAct]?: ListForm } = {
  handOver: 'handOverList',
  recordResult: 'resultList',
  returnResult: 'returnList',
};

export type ManyAct = (typeof manyActs)[number]['kind'];

export const mayDo = (kind: ManyAct, roles: readonly Role[]): boolean =>
  roles.some((role) => actRoles[kind].includes(role));

/** The act a letter begins; undefined when it begins none that this clerk may do. */
export const findManyAct = (key: string, roles: readonly Role[]): ManyAct | undefined =>
  manyActs.find((act) => act.key === key.toUpperCase() && mayDo(act.kind, roles))?.kind;
