import { describe, expect, it } from 'vitest';
import { kindOfScan, readScan } from './kind.ts';

describe('kindOfScan', () => {
  it.each([
    ['001199000001|123456789|Nguyễn Văn Mẫu|01011990|Nam|Xã Mẫu|01012022', 'card'],
    ['001199000001||Nguyeenx Vawn Maaux|01011990|Nam|Xax Maaux|01012022', 'card'],
    ['001199000001||Trần Thị Thí Dụ|01011990|Nữ|Xã Mẫu|01012022|||', 'card'],
    ['H55.242-261126-0007', 'receipt'],
    ['https://tracuu.example.vn/#H55.242-261126-0007.ABCDEFGHIJ0123456789', 'receipt'],
    ['8934567890123', 'other'],
    ['001199000001|hai|ba', 'other'],
    ['', 'other'],
  ])('takes %j for a %s', (text, kind) => {
    expect(kindOfScan(text)).toBe(kind);
  });
});

describe('readScan', () => {
  const card = '001199000001||Nguyễn Văn Mẫu|01011990|Nam|Xã Mẫu|01012022';

  it('takes a scan whose first keys came late as one', () => {
    const text = 'H55.242-261126-0007';
    expect(readScan(text, [0, 1, 2])).toEqual({ text, kind: 'receipt', start: 0 });
    expect(readScan(card, [0, 1])).toEqual({ text: card, kind: 'card', start: 0 });
  });

  it('leaves two digits typed just before a card where they are', () => {
    expect(readScan(`09${card}`, [0, 1, 2])).toEqual({ text: card, kind: 'card', start: 2 });
  });

  it('takes a card for one although its number was misread, so that it is refused and not written into a field', () => {
    const misread = card.replace('001199000001', '0011990000A1');
    expect(readScan(misread, [0])).toEqual({ text: misread, kind: 'card', start: 0 });
  });

  it('takes anything else from the last place it may begin', () => {
    expect(readScan('098934567890123', [0, 1, 2])).toEqual({
      text: '8934567890123',
      kind: 'other',
      start: 2,
    });
  });
});
