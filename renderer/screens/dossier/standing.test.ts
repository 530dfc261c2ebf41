import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../../shared/calendar/deadline.ts';
import { instantOf } from '../../../shared/calendar/vietnam-time.ts';
import { messagesIn } from '../../../shared/messages/index.ts';
import { emptyPerson } from '../../../shared/citizen/person.ts';
import { blankState } from '../../../shared/dossier/state.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import { standingLine } from './standing.ts';

const monday = instantOf('2026-11-23', 9 * 60 + 15);

/** Three working days from Monday, Tuesday being off. */
const deadline: Deadline = {
  dueAt: instantOf('2026-11-27', 9 * 60 + 15),
  countedFrom: monday,
  term: { value: 3, unit: 'WORKING_DAY' },
  skipped: [{ date: '2026-11-24', reason: { kind: 'holiday', name: 'Ngày nghỉ mẫu' } }],
  workedWeekends: [],
  unofficialYears: [],
  rule: 'workingDays',
};

const office = {
  code: 'H55.242',
  name: 'Trung tâm mẫu',
  superior: 'UBND mẫu',
  address: '',
  phone: '',
  province: '',
  lookupBase: '',
};
const head = {
  businessDay: '2026-11-23',
  office,
  desk: 1,
  clerkName: 'Cán bộ Mẫu',
  procedure: {
    code: '1.004873',
    name: 'Thủ tục mẫu',
    field: 'Hộ tịch',
    agency: 'UBND cấp xã',
    case: null,
    results: [],
    catalogueVersion: 1,
  },
  submitter: { ...emptyPerson, name: 'Nguyễn Văn Mẫu' },
  owner: { ...emptyPerson, name: 'Trần Thị Thí Dụ' },
  relation: '',
  sets: 1,
  components: [],
  note: '',
  receivedAt: monday,
};
const blank: DossierState = blankState('a', 'e', 'ABCDEFGHJK');
const accepted: DossierState = {
  ...blank,
  accepted: {
    ...head,
    code: 'H55.242-261123-0007',
    key: 'k',
    channel: 'counter',
    answers: {},
    answerLines: [],
    fees: [],
    feeTotal: 0,
    delivery: { method: 'counter', address: '' },
    deadline,
    possibleDuplicates: [],
  },
};

describe('standingLine', () => {
  const words = messagesIn('vi');

  test('says where a received dossier is, and that its paper is not printed', () => {
    expect(standingLine(accepted, monday, words)).toBe(
      'Đã nhận, hẹn trả 9:15 thứ Sáu 27/11/2026, còn 3 ngày làm việc. Giấy tiếp nhận chưa in.',
    );
  });

  test('a printed paper is not spoken of, an unsure one is', () => {
    const papers = (outcome: 'printed' | 'unsure') => [
      { form: 'receipt' as const, outcome, at: monday, reprint: false },
    ];
    expect(standingLine({ ...accepted, papers: papers('printed') }, monday, words)).not.toContain('chưa in');
    expect(standingLine({ ...accepted, papers: papers('unsure') }, monday, words)).toContain(
      'Chưa rõ giấy đã in ra chưa.',
    );
  });

  test('names the slip of a dossier that was not taken', () => {
    const guided: DossierState = {
      ...blank,
      status: 'guided',
      guided: { ...head, number: 12, year: 2026, missing: [], reason: '' },
    };
    expect(standingLine(guided, monday, words)).toBe(
      'Chưa nhận: đã giao phiếu yêu cầu bổ sung số 02-0012/2026 lúc 9:15 thứ Hai 23/11/2026, chờ người nộp bổ sung.',
    );
  });
});
