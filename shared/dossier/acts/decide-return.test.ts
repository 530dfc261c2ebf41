import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import { businessOf, deliveryOf } from './axes.ts';
import { warningsOf } from './guards.ts';
import { begin, on } from './testing-life.ts';
import { lives, refused, wednesday } from './testing-standings.ts';

describe('the result goes to whom it belongs', () => {
  const receipt = { by: 'receipt', code: plainDossier.code, key: plainDossier.key } as const;
  it('by the receipt scanned, told from another’s and from a forged one', () => {
    expect(
      refused(
        lives.ready().ask('returnResult', wednesday, { shown: { ...receipt, code: 'H55.241-261123-0007' } }),
      ),
    ).toBe('receiptOfOther');
    expect(
      refused(lives.ready().ask('returnResult', wednesday, { shown: { ...receipt, key: 'X'.repeat(20) } })),
    ).toBe('receiptForged');
    const life = lives.ready();
    expect(life.act('returnResult', wednesday)).toMatchObject({
      type: 'resultReturned',
      payload: {
        shown: { by: 'receipt', keyMatched: true },
        to: { kind: 'owner', name: plainDossier.owner.name },
      },
    });
    expect([businessOf(life.state), deliveryOf(life.state)]).toEqual(['returned', 'returned']);
  });

  it('by the card without it, and not to another’s card', () => {
    const card = (idNumber: string) => ({ shown: { by: 'card', idNumber } as const });
    expect(refused(lives.ready().ask('returnResult', wednesday, card('019190000002')))).toEqual([
      'shown.idNumber actCardDiffers',
    ]);
    expect(refused(lives.ready().ask('returnResult', wednesday, card(' 019 190 000 001 ')))).toBe('done');
    const unnamed = begin({ ...plainDossier, owner: { ...plainDossier.owner, idNumber: '' } });
    unnamed.act('recordResult', wednesday);
    expect(refused(unnamed.ask('returnResult', wednesday, card('019190000001')))).toEqual([
      'shown.idNumber actCardUnknown',
    ]);
  });

  it('by a sworn statement, after which the receipt opens nothing and warns', () => {
    const life = lives.ready();
    life.act('reportReceiptLost', wednesday);
    expect(refused(life.ask('returnResult', wednesday))).toBe('receiptReportedLost');
    expect(warningsOf(life.state, 'returnResult', on(wednesday))).toContain('receiptReportedLost');
    const sworn = lives.stopped();
    sworn.act('handBackPapers', wednesday, {
      shown: { by: 'statement', idNumber: plainDossier.owner.idNumber },
    });
    expect(sworn.state.receiptLost).toMatchObject({ by: plainDossier.owner.name });
    expect(refused(sworn.ask('reportReceiptLost', wednesday))).toBe('receiptLostAlready');
  });

  it('to a proxy who shows her own card and the paper that lets her', () => {
    const life = lives.ready();
    const proxy = {
      kind: 'proxy',
      name: 'Nguyễn Văn Mẫu',
      idNumber: '019090000009',
      paper: 'Giấy ủy quyền số 1',
    } as const;
    expect(
      refused(
        life.ask('returnResult', wednesday, { to: proxy, shown: { by: 'card', idNumber: '019190000001' } }),
      ),
    ).toEqual(['shown.idNumber actCardNotProxy']);
    expect(
      life.act('returnResult', wednesday, { to: proxy, shown: { by: 'card', idNumber: proxy.idNumber } }),
    ).toMatchObject({ payload: { to: proxy } });
  });

  it('with originals ticked off, or the reason they are kept', () => {
    const life = lives.ready();
    life.act('returnResult', wednesday, { originals: [], kept: 'Chờ đối chiếu' });
    expect(life.state.originals[0]).toMatchObject({ backAt: null });
    life.act('handBackPapers', '2026-11-26 08:00');
    expect(life.state.originals[0]).toMatchObject({ backAt: on('2026-11-26 08:00') });
    expect(refused(life.ask('handBackPapers', '2026-11-26 08:05'))).toBe('nothingHeld');
  });

  it('by post with a waybill and nobody’s signature', () => {
    const life = lives.ready();
    life.act('returnResult', wednesday, {
      way: 'post',
      shown: { by: 'sent', waybill: 'VN-MAU-1' },
      signature: null,
    });
    expect(deliveryOf(life.state)).toBe('sent');
  });
});
