import { describe, expect, it } from 'vitest';
import { kindOfScan } from './kind.ts';

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
