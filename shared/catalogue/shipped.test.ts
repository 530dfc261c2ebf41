import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCataloguePack, type CataloguePack } from './pack.ts';
import { findProcedure, indexCatalogue, listProcedures, searchProcedures } from './find.ts';
import { defaultCaseId } from './procedure.ts';

const text = readFileSync(new URL('../../assets/catalogue/vn-commune-2026.json', import.meta.url), 'utf8');
const parsed = parseCataloguePack(text);
const shipped: CataloguePack = parsed.ok ? parsed.value : expect.fail(JSON.stringify(parsed.fault, null, 1));
const today = '2026-11-26';
const index = indexCatalogue([shipped]);
const get = (code: string) => {
  const found = findProcedure(index, code, today);
  return found.ok ? found.value : expect.fail(JSON.stringify(found.fault));
};

describe('the catalogue shipped', () => {
  it('is valid and holds 74 procedures', () => {
    expect(shipped.procedures).toHaveLength(74);
    expect(listProcedures(index, today)).toHaveLength(74);
  });

  it('gives every procedure a first case that stands when none is chosen', () => {
    for (const { cases } of shipped.procedures) expect(cases[0]?.id).toBe(defaultCaseId);
  });

  it('never writes 0 đ for what the province sets: zero always names its law', () => {
    const fees = shipped.procedures.flatMap((procedure) => procedure.fees);
    for (const fee of fees.filter(({ amount }) => amount === 0)) expect(fee.note).toContain('Luật Hộ tịch');
    for (const fee of fees.filter(({ amount }) => amount === null)) expect(fee.note).toContain('HĐND');
    expect(fees.filter(({ amount }) => amount === null).length).toBeGreaterThan(15);
  });

  it('gives SAME_DAY terms their 15:00 cut-off', () => {
    for (const { term } of shipped.procedures.filter((one) => one.term.unit === 'SAME_DAY'))
      expect(term).toEqual({ value: 1, unit: 'SAME_DAY', cutoff: '15:00' });
  });

  it('has the joined birth procedure at three working days, filed elsewhere', () => {
    const { procedure } = get('2.000986');
    expect(procedure.term).toEqual({ value: 3, unit: 'WORKING_DAY' });
    expect(procedure.takenAtDesk).toBe(false);
  });

  it.each([
    ['1.001193', 20],
    ['1.000656', 15],
    ['1.000894', 14],
    ['1.004873', 15],
    ['2.000815', 1],
    ['1.004222', 12],
    ['1.004194', 12],
    ['1.001612', 18],
  ])('%s has its own fields', (code, least) => {
    expect(Object.keys(get(code).schema?.properties ?? {}).length).toBeGreaterThanOrEqual(least);
  });
});

describe('finding in it', () => {
  const first = (query: string) => searchProcedures(index, query, today, 10)[0]?.code;

  it.each([
    ['tinh trang h', '1.004873'],
    ['tình trạng hôn', '1.004873'],
    ['TINH TRANG HON NHAN', '1.004873'],
    ['khai sinh', '1.001193'],
    ['khai tu', '1.000656'],
    ['ket hon', '1.000894'],
    ['chung thuc ban sao', '2.000815'],
    ['thuong tru', '1.004222'],
    ['tam tru', '1.004194'],
    ['ho kinh doanh', '1.001612'],
    ['2000815', '2.000815'],
    ['2.000815', '2.000815'],
    ['000815', '2.000815'],
    ['1.001640', '1.001193'],
    ['dkks', '1.001193'],
    ['hôn nhân xác nhận', '1.004873'],
  ])('"%s" → %s', (query, code) => {
    expect(first(query)).toBe(code);
  });

  it('finds by field together with name, gives nothing for nonsense, everything for nothing', () => {
    expect(searchProcedures(index, 'cu tru tach ho', today, 10).map(({ code }) => code)).toContain(
      '1.010038',
    );
    expect(searchProcedures(index, 'zzzz qqq', today, 10)).toEqual([]);
    expect(searchProcedures(index, ' ', today, 500)).toHaveLength(74);
    expect(searchProcedures(index, 'x'.repeat(10_000), today, 10)).toEqual([]);
  });

  it('leads old codes, case codes and provincial variants to the code in force', () => {
    expect(get('1.004792')).toMatchObject({ procedure: { code: '1.000656' }, askedAs: '1.004792' });
    expect(get('2.000815.000.00.00.H55.02')).toMatchObject({ procedure: { code: '2.000815' } });
    expect(get('1.001193.02').procedure.code).toBe('1.001193');
    expect(get('1.001193').askedAs).toBeNull();
  });

  it('tells unknown from repealed', () => {
    expect(findProcedure(index, '9.999999', today)).toEqual({
      ok: false,
      fault: { code: 'unknownProcedure', params: { code: '9.999999' } },
    });
    const [one] = shipped.procedures;
    const repealed = indexCatalogue([{ ...shipped, procedures: [{ ...one!, effectiveTo: '2026-06-30' }] }]);
    expect(findProcedure(repealed, one!.code, '2026-07-01')).toMatchObject({
      ok: false,
      fault: { code: 'repealedProcedure', params: { code: one!.code, until: '2026-06-30' } },
    });
    expect(findProcedure(repealed, one!.code, '2026-06-30').ok).toBe(true);
    expect(searchProcedures(repealed, 'khai sinh', '2026-07-01', 10)).toEqual([]);
  });

  it('takes a newer version of a pack for the whole list', () => {
    const [one, other] = shipped.procedures;
    const next = { ...shipped, version: 2, aliases: {}, procedures: [{ ...one!, name: 'Tên mới' }] };
    for (const packs of [indexCatalogue([shipped, next]), indexCatalogue([next, shipped])]) {
      expect(findProcedure(packs, one!.code, today)).toMatchObject({
        ok: true,
        value: { procedure: { name: 'Tên mới' }, catalogueVersion: 2 },
      });
      expect(findProcedure(packs, other!.code, today).ok).toBe(false);
    }
  });

  it('takes the version in force on the day, and of equal ones the pack issued last', () => {
    const [one] = shipped.procedures;
    const newer = { ...one!, name: 'Tên mới', effectiveFrom: '2027-03-01' };
    const local = { ...one!, name: 'Tên của tỉnh' };
    const packs = indexCatalogue([
      shipped,
      {
        ...shipped,
        id: 'tinh-mau',
        issued: '2026-11-23',
        aliases: {},
        procedures: [newer, { ...local, effectiveTo: '2027-02-28' }],
      },
    ]);
    const nameOn = (day: string) => {
      const found = findProcedure(packs, one!.code, day);
      return found.ok ? found.value.procedure.name : found.fault.code;
    };
    expect(nameOn('2026-11-26')).toBe('Tên của tỉnh');
    expect(nameOn('2027-03-01')).toBe('Tên mới');
    expect(nameOn('2025-06-30')).toBe('unknownProcedure');
  });
});
