import type { ProcedureComponent } from './procedure.ts';

/** When a paper is asked for. 'note': a remark on a paper that stands by itself; 'when': "khi" is left out of `text`. */
export type PaperCondition = { kind: 'none' } | { kind: 'note' | 'when'; text: string };

/** Reads the catalogue's condition, which has its "khi" or "chỉ khi" in one row and not in the next. */
export const paperCondition = ({
  condition,
  required,
}: Pick<ProcedureComponent, 'condition' | 'required'>): PaperCondition => {
  if (condition === null || condition === '') return { kind: 'none' };
  if (required || /^(hoặc|không có thì) /u.test(condition)) return { kind: 'note', text: condition };
  return { kind: 'when', text: condition.replace(/^(chỉ )?khi /u, '') };
};
