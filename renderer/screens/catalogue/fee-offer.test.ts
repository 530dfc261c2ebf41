import { describe, expect, test } from 'vitest';
import type { ProcedureFee } from '../../../shared/catalogue/procedure.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { feeOffer } from './fee-offer.ts';

const words = messagesIn('vi');
const fee: ProcedureFee = {
  id: 'le-phi',
  type: 'LE_PHI',
  label: 'Lệ phí',
  amount: null,
  unit: 'việc',
  note: 'HĐND tỉnh',
};
const set = { procedure: '1.004873', fee: 'le-phi', amount: 15_000, decision: '25/2025/NQ-HĐND' };

describe('feeOffer', () => {
  test('what the province has not set is said so and shows no figure', () => {
    const offer = feeOffer(fee, '1.004873', [{ ...set, procedure: '1.000656' }], words);
    expect(offer.state).toBe('toBeSet');
    expect(offer.text).not.toMatch(/\d/);
  });

  test('an amount once set is told with its resolution', () => {
    expect(feeOffer(fee, '1.004873', [set], words)).toEqual({
      text: '15.000 đ / việc',
      ground: 'theo 25/2025/NQ-HĐND',
      state: 'set',
      amount: 15_000,
    });
  });

  test('free by law is a word, a fixed amount cannot be set by the office', () => {
    expect(feeOffer({ ...fee, amount: 0 }, '1.004873', [set], words)).toMatchObject({
      text: 'không thu',
      state: 'law',
    });
    expect(feeOffer({ ...fee, amount: 8000, unit: 'bản' }, '1.004873', [set], words)).toMatchObject({
      text: '8.000 đ / bản',
      state: 'law',
    });
  });

  test('page rates are told whole', () => {
    const rates = { first: 2000, firstPages: 2, next: 1000, cap: 200_000 };
    const copies: ProcedureFee = { ...fee, amount: 2000, rule: 'copyCertification', rates };
    expect(feeOffer(copies, 'x', [], words).text).toBe(
      '2.000 đ/trang cho 2 trang đầu, 1.000 đ/trang từ trang sau, không quá 200.000 đ/bản',
    );
  });
});
