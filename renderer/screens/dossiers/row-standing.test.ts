import { describe, expect, test } from 'vitest';
import type { DossierRow } from '../../../shared/contract.ts';
import { standingAtIntake } from '../../../shared/dossier/summary.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { instantOf } from '../../../shared/calendar/vietnam-time.ts';
import { rowAlso, rowStanding } from './row-standing.ts';

const words = messagesIn('vi');
const now = instantOf('2026-11-26', 9 * 60);

const sample: DossierRow = {
  id: 'a',
  code: 'H55.242-261123-0007',
  procedure: '1.004873',
  procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  ownerName: 'Trần Thị Thí Dụ',
  submitterName: 'Nguyễn Văn Mẫu',
  phone: '0900000000',
  idNumber: '001099000001',
  receivedAt: instantOf('2026-11-23', 9 * 60 + 15),
  dueAt: instantOf('2026-12-02', 9 * 60 + 15),
  businessDay: '2026-11-23',
  status: 'accepted',
  printed: true,
  held: false,
  clerkName: 'Cán bộ Mẫu',
  parked: false,
  ...standingAtIntake({ status: 'accepted', dueAt: instantOf('2026-12-02', 9 * 60 + 15) }),
};
const standing = (change: Partial<DossierRow>) => rowStanding({ ...sample, ...change }, now, words);
const also = (change: Partial<DossierRow>) => rowAlso({ ...sample, ...change }, words);

describe('rowStanding', () => {
  test('counts days past the appointment from the calendar day, not from 24 hours', () => {
    expect(standing({ dueNow: instantOf('2026-11-24', 17 * 60) })).toEqual({
      text: 'Quá hẹn 2 ngày',
      tone: 'late',
    });
    expect(standing({ dueNow: now - 1 })).toEqual({ text: 'Quá hẹn', tone: 'late' });
  });

  test('says today and tomorrow in words', () => {
    expect(standing({ dueNow: instantOf('2026-11-26', 17 * 60) }).text).toBe('Hẹn hôm nay');
    expect(standing({ dueNow: instantOf('2026-11-27', 7 * 60 + 30) }).text).toBe('Hẹn ngày mai');
    expect(standing({})).toEqual({ text: 'Đã nhận', tone: 'done' });
  });

  test('an unprinted receipt is said before a near date, lateness before both', () => {
    expect(standing({ printed: false }).text).toBe('Chưa in giấy');
    expect(standing({ printed: false, dueNow: now - 1 }).tone).toBe('late');
  });

  test('a parked dossier says so whatever else it is', () => {
    expect(standing({ parked: true, dueNow: now - 1 })).toEqual({
      text: 'Cần cập nhật phần mềm',
      tone: 'stop',
    });
  });

  test('a dossier that was never received has no lateness', () => {
    expect(standing({ status: 'guided', business: 'guided', dueNow: null }).text).toBe('Chờ nộp đủ');
    expect(standing({ status: 'refused', business: 'refused', dueNow: null }).text).toBe('Từ chối tiếp nhận');
  });

  test('says where it is worked on, what is waited for and who is to be called', () => {
    expect(standing({ business: 'processing', holder: 'Tư pháp' }).text).toBe('Ở Tư pháp');
    const asked = { business: 'awaitingSupplements', dueNow: null, pausedSince: now } as const;
    expect(standing(asked).text).toBe('Chờ bổ sung từ 26/11');
    const ready = { business: 'resultReady', dueNow: null, readySince: now } as const;
    expect(standing({ ...ready, delivery: 'untold' })).toEqual({
      text: 'Có kết quả, chưa báo',
      tone: 'due',
    });
    expect(standing({ ...ready, delivery: 'told' }).tone).toBe('done');
    expect(standing({ business: 'returned', dueNow: null }).text).toBe('Đã trả kết quả');
    expect(standing({ conflicts: 2 })).toEqual({ text: '2 chỗ ghi không khớp', tone: 'stop' });
  });

  test('says of money and originals only what still asks for something', () => {
    expect(also({})).toBe('');
    expect(also({ owed: 16_000, money: 'unpaid' })).toBe('chưa thu 16.000 đ');
    expect(also({ owed: 16_000, money: 'claimed' })).toBe('chờ đối soát');
    expect(also({ business: 'withdrawn', owed: 16_000, money: 'unpaid', held: true })).toBe(
      'còn giữ bản chính',
    );
  });
});
