import { describe, expect, it } from 'vitest';
import type { Procedure } from '../catalogue/procedure.ts';
import {
  addedComponent,
  blankForm,
  componentsFor,
  expectedComponents,
  findCase,
  isReceived,
  withCase,
  withProcedure,
  withRequiredReceived,
} from './blank-form.ts';

const paper = (index: number, change: Partial<Procedure['components'][number]> = {}) => ({
  index,
  name: `Giấy tờ ${index}`,
  form: null,
  mode: 'submit' as const,
  originals: 1,
  copies: 0,
  required: true,
  condition: null,
  ...change,
});

const sample: Procedure = {
  code: '1.004873',
  name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  officialName: null,
  field: 'Hộ tịch',
  fieldCode: 'G15-TP07',
  agency: 'UBND cấp xã',
  takenAtDesk: true,
  term: { value: 3, unit: 'WORKING_DAY' },
  termNote: '',
  cases: [
    { id: 'lan-dau', name: 'Cấp lần đầu', components: [1, 3] },
    { id: 'cap-lai', name: 'Cấp lại', components: [1, 2, 3], fees: ['le-phi'] },
  ],
  fees: [
    { id: 'le-phi', type: 'LE_PHI', label: 'Lệ phí', amount: null, unit: 'việc', note: '' },
    {
      id: 'qua-mang',
      type: 'LE_PHI',
      label: 'Qua mạng',
      amount: 1000,
      unit: 'việc',
      channel: 'online',
      note: '',
    },
    {
      id: 'trich-luc',
      type: 'PHI',
      label: 'Trích lục',
      amount: 8000,
      unit: 'bản',
      quantityFrom: 'soBan',
      note: '',
    },
  ],
  exemptions: [],
  components: [
    paper(1),
    paper(2, { required: false, condition: 'xin cấp lại' }),
    paper(3, { mode: 'present', originals: 0, copies: 0 }),
  ],
  results: ['Giấy xác nhận'],
  confidence: { code: 'high', term: 'high', fees: 'medium', components: 'medium' },
  source: 'mẫu',
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  aliases: [],
};

describe('a blank form', () => {
  it('is new every time', () => {
    const one = blankForm();
    one.submitter.name = 'Nguyễn Văn Mẫu';
    expect(blankForm().submitter.name).toBe('');
  });

  it('lists every paper uncounted while no case is chosen, and no online fee', () => {
    const form = withProcedure(blankForm(), sample, []);
    expect(form.components.map((one) => one.index)).toEqual([1, 2, 3]);
    expect(form.components.some(isReceived)).toBe(false);
    expect(form.fees.map((one) => one.fee)).toEqual(['le-phi', 'trich-luc']);
  });

  it('leaves an amount of the province open until it is set, and never 0', () => {
    expect(withProcedure(blankForm(), sample, []).fees[0]?.amount).toBeNull();
    const amounts = [
      { procedure: '1.001193', fee: 'le-phi', amount: 1, decision: 'khác' },
      { procedure: '1.004873', fee: 'le-phi', amount: 15_000, decision: 'NQ 01' },
    ];
    expect(withProcedure(blankForm(), sample, amounts).fees[0]?.amount).toBe(15_000);
  });

  it('charges nothing that is only given on request', () => {
    expect(withProcedure(blankForm(), sample, []).fees[1]?.quantity).toBe(0);
  });

  it('keeps people, delivery and note when the procedure changes', () => {
    const before = { ...blankForm(), note: 'ghi chú', answers: { a: 'b' } };
    before.submitter.name = 'Trần Thị Thí Dụ';
    const after = withProcedure(before, sample, []);
    expect(after.submitter.name).toBe('Trần Thị Thí Dụ');
    expect(after.note).toBe('ghi chú');
    expect(after.answers).toEqual({});
  });
});

describe('a case', () => {
  it('is the only one, or the general one, or not chosen yet', () => {
    const only = sample.cases.slice(0, 1);
    expect(findCase({ ...sample, cases: only }, '')?.id).toBe('lan-dau');
    expect(findCase(sample, '')).toBeUndefined();
    const withGeneral = { ...sample, cases: [...sample.cases, { id: 'chung', name: 'Chung' }] };
    expect(findCase(withGeneral, '')?.id).toBe('chung');
    expect(findCase(sample, 'khong-co')).toBeUndefined();
  });

  it('asks for its own papers and fees', () => {
    expect(expectedComponents(sample, 'lan-dau').map((one) => one.index)).toEqual([1, 3]);
    expect(withCase(withProcedure(blankForm(), sample, []), sample, 'cap-lai', []).fees).toHaveLength(1);
  });

  it('loses no counted paper when it changes', () => {
    const all = componentsFor(sample, 'cap-lai');
    const counted = all.map((one) => (one.index === 2 ? { ...one, originals: 1, held: true } : one));
    const added = addedComponent('Sổ hộ khẩu cũ');
    const narrowed = componentsFor(sample, 'lan-dau', [...counted, added]);
    expect(narrowed.map((one) => one.name)).toEqual(['Giấy tờ 1', 'Giấy tờ 3', 'Giấy tờ 2', 'Sổ hộ khẩu cũ']);
    expect(narrowed[2]).toMatchObject({ index: null, originals: 1, held: true });
    const widened = componentsFor(sample, 'cap-lai', narrowed);
    expect(widened.map((one) => one.index)).toEqual([1, 2, 3, null]);
    expect(widened[1]).toMatchObject({ originals: 1, held: true });
  });
});

describe('"đủ"', () => {
  it('counts the required papers only, and changes no count the clerk made', () => {
    const form = withProcedure(blankForm(), sample, []);
    const first = { ...form.components[0]!, copies: 2 };
    const filled = withRequiredReceived(
      { ...form, components: [first, ...form.components.slice(1)] },
      sample,
    );
    expect(filled.components[0]).toMatchObject({ originals: 0, copies: 2 });
    expect(filled.components.map(isReceived)).toEqual([true, false, true]);
    expect(withRequiredReceived(filled, sample)).toEqual(filled);
  });
});
