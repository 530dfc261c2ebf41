import { describe, expect, it } from 'vitest';
import { fee, plainDossier } from '../../forms/testing-samples.ts';
import { moneyStanding } from './money.ts';
import { begin } from './testing-life.ts';
import type { Life } from './testing-life.ts';

const wednesday = '2026-11-25 09:00';
const known = { ...plainDossier, fees: plainDossier.fees.slice(1) };

describe('the money axis', () => {
  const due = (life: Life): string => {
    const { state, owed, held } = moneyStanding(life.state.money);
    return `${state} ${held}/${owed}`;
  };

  it('goes by what happened', () => {
    const life = begin();
    expect(due(life)).toBe('unpaid 0/16000');
    life.act('claimTransfer', wednesday);
    expect(due(life)).toBe('claimed 0/16000');
    life.act('matchTransfer', wednesday, { claim: life.state.money.claims[0]?.event ?? '', amount: 10_000 });
    expect(due(life)).toBe('partly 10000/6000');
    life.act('collectFee', wednesday, { amount: 6000 });
    // A line the province has yet to set is not paid by paying the rest.
    expect(due(life)).toBe('partly 16000/0');
    expect(life.ask('collectFee', wednesday)).toMatchObject({ fault: { code: 'feeToBeSet' } });
    life.act('setFeeAmount', wednesday);
    expect(due(life)).toBe('partly 16000/8000');
    life.act('exemptFee', wednesday, { line: 0 });
    expect(due(life)).toBe('matched 16000/0');
    life.act('refundFee', wednesday);
    expect(due(life)).toBe('refunded 0/16000');
  });

  it('is free, exempt or cash where it is', () => {
    expect(due(begin({ ...known, fees: [] }))).toBe('free 0/0');
    const cash = begin(known);
    cash.act('collectFee', wednesday);
    expect(due(cash)).toBe('cash 16000/0');
    expect(cash.ask('collectFee', wednesday)).toMatchObject({ fault: { code: 'nothingOwed' } });
    const exempt = begin(known);
    exempt.act('exemptFee', wednesday, { line: 0 });
    expect(due(exempt)).toBe('exempt 0/0');
    expect(
      due(begin({ ...known, fees: [fee('Lệ phí', { state: 'toBeSet', amount: null, total: null })] })),
    ).toBe('toBeSet 0/0');
  });

  it('takes more than is owed only when it is said why, and that is no clash', () => {
    const life = begin(known);
    life.act('collectFee', wednesday, { amount: 20_000, beyond: 'Người nộp không lấy tiền thừa' });
    expect(moneyStanding(life.state.money)).toMatchObject({ over: 4000, owed: 0 });
    expect(life.state.conflicts).toEqual([]);
  });

  it('keeps one official receipt to one payment', () => {
    const life = begin(known);
    life.act('collectFee', wednesday, { amount: 8000 });
    life.act('collectFee', wednesday, { amount: 8000 });
    const [first = { event: '' }, second = { event: '' }] = life.state.money.payments;
    life.act('recordFeeReceipt', wednesday, { payment: first.event });
    expect(life.ask('recordFeeReceipt', wednesday, { payment: second.event })).toMatchObject({
      fault: { problems: [{ field: 'receipt.number', code: 'actReceiptTwice' }] },
    });
    expect(life.ask('recordFeeReceipt', wednesday, { payment: first.event })).toMatchObject({
      fault: { problems: [{ field: 'payment', code: 'actUnknownPayment' }, { code: 'actReceiptTwice' }] },
    });
  });
});
