import type { ProcedureHit } from '../../../shared/contract.ts';

export interface FieldGroup {
  field: string;
  procedures: ProcedureHit[];
}

/**
 * Procedures under their fields, everything in the order it came: a field stands where its best hit stands, so the best answer
 * to what was typed is always the first of all.
 */
export const groupByField = (hits: readonly ProcedureHit[]): FieldGroup[] => {
  const groups = new Map<string, ProcedureHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.field);
    if (group === undefined) groups.set(hit.field, [hit]);
    else group.push(hit);
  }
  return [...groups].map(([field, procedures]) => ({ field, procedures }));
};

/** The procedures in the order they are drawn: what the arrows walk through. */
export const inDrawnOrder = (groups: readonly FieldGroup[]): ProcedureHit[] =>
  groups.flatMap(({ procedures }) => procedures);
