import type { Role } from '../../../../shared/journal/row.ts';
import type { ListForm } from '../../../../shared/lists/content.ts';
import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import { actRoles } from '../../../../shared/dossier/acts/guards.ts';

/** Acts that make sense on a pile, each with the letter that begins it in the list. */
export const manyActs = [
  { kind: 'handOver', key: 'G' },
  { kind: 'numberResult', key: 'O' },
  { kind: 'recordResult', key: 'K' },
  { kind: 'notifyCitizen', key: 'B' },
  { kind: 'returnResult', key: 'T' },
  { kind: 'storePaperFile', key: 'C' },
] as const satisfies readonly { kind: ActKind; key: string }[];

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
