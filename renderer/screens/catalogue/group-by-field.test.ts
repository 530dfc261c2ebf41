import { describe, expect, test } from 'vitest';
import type { ProcedureHit } from '../../../shared/contract.ts';
import { groupByField, inDrawnOrder } from './group-by-field.ts';

const hit = (code: string, field: string): ProcedureHit => ({
  code,
  name: code,
  field,
  term: { value: 1, unit: 'DAY' },
});

describe('groupByField', () => {
  const hits = [hit('a', 'Hộ tịch'), hit('b', 'Chứng thực'), hit('c', 'Hộ tịch'), hit('d', 'Cư trú')];

  test('a field stands where its best hit stands', () => {
    expect(
      groupByField(hits).map(({ field, procedures }) => [field, procedures.map(({ code }) => code)]),
    ).toEqual([
      ['Hộ tịch', ['a', 'c']],
      ['Chứng thực', ['b']],
      ['Cư trú', ['d']],
    ]);
  });

  test('drawn order keeps every procedure once and the best first', () => {
    const drawn = inDrawnOrder(groupByField(hits)).map(({ code }) => code);
    expect(drawn[0]).toBe('a');
    expect([...drawn].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(inDrawnOrder(groupByField([]))).toEqual([]);
  });
});
