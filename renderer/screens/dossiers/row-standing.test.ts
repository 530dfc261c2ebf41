import { describe, expect, test } from 'vitest';
import type { DossierRow } from '../../../shared/contract.ts';
import { standingAtIntake } from '../../../shared/dossier/summary.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { instantOf } from '../../../shared/calendar/vietnam-time.ts';
import { rowStanding } from './row-standing.ts';

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
  ...standingAtIntake({ status: 'accepted', dueAt: null }),
};
const standing = (change: Partial<DossierRow>) => rowStanding({ ...sample, ...change }, now, words);

describe('rowStanding', () => {
  test('counts days past the appointment from the calendar day, not from 24 hours', () => {
    expect(standing({ dueAt: instantOf('2026-11-24', 17 * 60) })).toEqual({
      text: 'Quá hẹn 2 ngày',
      tone: 'late',
    });
    expect(standing({ dueAt: now - 1 })).toEqual({ text: 'Quá hẹn', tone: 'late' });
  });

  test('says today and tomorrow in words', () => {
    expect(standing({ dueAt: instantOf('2026-11-26', 17 * 60) }).text).toBe('Hẹn hôm nay');
    expect(standing({ dueAt: instantOf('2026-11-27', 7 * 60 + 30) }).text).toBe('Hẹn ngày mai');
    expect(standing({})).toEqual({ text: 'Đã nhận', tone: 'done' });
  });

  test('an unprinted receipt is said before a near date, lateness before both', () => {
    expect(standing({ printed: false }).text).toBe('Chưa in giấy');
    expect(standing({ printed: false, dueAt: now - 1 }).tone).toBe('late');
  });

  test('a parked dossier says so whatever else it is', () => {
    expect(standing({ parked: true, dueAt: now - 1 })).toEqual({
      text: 'Cần cập nhật phần mềm',
      tone: 'stop',
    });
  });

  test('a dossier that was never received has no lateness', () => {
    expect(standing({ status: 'guided', dueAt: null, printed: false }).text).toBe('Chờ bổ sung');
    expect(standing({ status: 'refused', dueAt: null, printed: false }).text).toBe('Từ chối tiếp nhận');
  });
});
