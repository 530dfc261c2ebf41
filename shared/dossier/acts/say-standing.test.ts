import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import { messagesIn } from '../../messages/index.ts';
import { evolve } from '../evolve.ts';
import type { DossierState } from '../state.ts';
import { sayStanding } from './say-standing.ts';
import type { SyncStanding } from './say-standing.ts';
import { begin, on } from './testing-life.ts';
import type { Life } from './testing-life.ts';

/** Received Monday 23/11/2026 15:40, three working days, promised for Friday 27/11 15:40; 16.000 đ due beside a line the province sets. */
const after = (steps: (life: Life) => void = () => undefined, accepted = plainDossier): DossierState => {
  const life = begin(accepted);
  steps(life);
  return life.state;
};

const known = plainDossier.fees.slice(1);
const simple = { ...plainDossier, fees: known };

interface Line {
  what: string;
  state: DossierState | null;
  now: string;
  sync: SyncStanding;
  vi: string;
  en: string;
}

const lines: Line[] = [
  {
    what: 'just received',
    state: after(),
    now: '2026-11-23 15:41',
    sync: 'waiting',
    vi: 'Đã tiếp nhận, hẹn trả 15:40 thứ Sáu 27/11/2026, còn 3 ngày làm việc · chưa thu 16.000 đ, còn khoản chờ mức của tỉnh · nhận tại quầy · đã lưu tại máy, chờ gửi tỉnh.',
    en: 'Taken in, due 15:40 Friday 27/11/2026, 3 working days left · 16.000 đ not yet paid, a fee waits for the province’s amount · to be fetched at the counter · kept on this PC, waiting to be sent.',
  },
  {
    what: 'draft',
    state: null,
    now: '2026-11-23 15:41',
    sync: 'local',
    vi: 'Đang làm dở, chưa tiếp nhận · chưa thu gì · chưa có giấy tiếp nhận · lưu tại máy.',
    en: 'Being written, not taken in · nothing taken · no receipt yet · kept on this PC.',
  },
  {
    what: 'waiting for the officer',
    state: after((d) => {
      d.act('collectFee', '2026-11-23 15:45');
      d.act('handOver', '2026-11-25 08:00');
    }, simple),
    now: '2026-11-25 09:00',
    sync: 'received',
    vi: 'Đang chờ Công chức tư pháp – hộ tịch (Lê Văn Mẫu) xử lý từ 8:00 thứ Tư 25/11/2026, hẹn trả 15:40 thứ Sáu 27/11/2026, còn 2 ngày làm việc · đã thu 16.000 đ tiền mặt · nhận tại quầy · tỉnh đã nhận.',
    en: 'With Công chức tư pháp – hộ tịch (Lê Văn Mẫu) since 8:00 Wednesday 25/11/2026, due 15:40 Friday 27/11/2026, 2 working days left · 16.000 đ paid in cash · to be fetched at the counter · received by the province.',
  },
  {
    what: 'waiting for papers since a date, clock stopped',
    state: after((d) => d.act('requestSupplements', '2026-11-25 09:00', { respondBy: '2026-12-04' }), simple),
    now: '2026-11-30 09:00',
    sync: 'received',
    vi: 'Chờ người dân bổ sung giấy tờ từ 9:00 thứ Tư 25/11/2026, thời hạn đang dừng, hẹn bổ sung đến hết thứ Sáu 4/12/2026 · chưa thu 16.000 đ · nhận tại quầy · tỉnh đã nhận.',
    en: 'Waiting for papers from the citizen since 9:00 Wednesday 25/11/2026, clock stopped, asked to come by Friday 4/12/2026 · 16.000 đ not yet paid · to be fetched at the counter · received by the province.',
  },
  {
    what: 'near due',
    state: after((d) => d.act('handOver', '2026-11-25 08:00'), simple),
    now: '2026-11-26 08:00',
    sync: 'received',
    vi: 'Sắp đến hẹn: trả 15:40 thứ Sáu 27/11/2026, còn 1 ngày làm việc, hồ sơ đang ở Công chức tư pháp – hộ tịch (Lê Văn Mẫu) · chưa thu 16.000 đ · nhận tại quầy · tỉnh đã nhận.',
    en: 'Nearly due: 15:40 Friday 27/11/2026, 1 working day left, the dossier is at Công chức tư pháp – hộ tịch (Lê Văn Mẫu) · 16.000 đ not yet paid · to be fetched at the counter · received by the province.',
  },
  {
    what: 'overdue',
    state: after(undefined, simple),
    now: '2026-11-30 08:00',
    sync: 'waiting',
    vi: 'Quá hẹn 3 ngày: đã hẹn 15:40 thứ Sáu 27/11/2026, hồ sơ đang ở quầy · chưa thu 16.000 đ · nhận tại quầy · đã lưu tại máy, chờ gửi tỉnh.',
    en: '3 days late: was due 15:40 Friday 27/11/2026, the dossier is at the counter · 16.000 đ not yet paid · to be fetched at the counter · kept on this PC, waiting to be sent.',
  },
  {
    what: 'result here, not told',
    state: after((d) => d.act('recordResult', '2026-11-26 10:00'), simple),
    now: '2026-11-26 11:00',
    sync: 'received',
    vi: 'Đã có kết quả từ 10:00 thứ Năm 26/11/2026, đúng hạn · chưa thu 16.000 đ · chưa báo người dân · tỉnh đã nhận.',
    en: 'Result here since 10:00 Thursday 26/11/2026, on time · 16.000 đ not yet paid · the citizen has not been told · received by the province.',
  },
  {
    what: 'result here, called',
    state: after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('notifyCitizen', '2026-11-26 10:30', { reached: false });
      d.act('notifyCitizen', '2026-11-26 14:00');
    }, simple),
    now: '2026-11-26 15:00',
    sync: 'received',
    vi: 'Đã có kết quả từ 10:00 thứ Năm 26/11/2026, đúng hạn · chưa thu 16.000 đ · đã báo người dân lúc 14:00 thứ Năm 26/11/2026 · tỉnh đã nhận.',
    en: 'Result here since 10:00 Thursday 26/11/2026, on time · 16.000 đ not yet paid · the citizen was told at 14:00 Thursday 26/11/2026 · received by the province.',
  },
  {
    what: 'returned',
    state: after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('collectFee', '2026-11-30 08:30');
      d.act('returnResult', '2026-11-30 08:31');
    }, simple),
    now: '2026-12-01 08:00',
    sync: 'received',
    vi: 'Đã trả kết quả cho Trần Thị Thí Dụ lúc 8:31 thứ Hai 30/11/2026, đúng hạn · đã thu 16.000 đ tiền mặt · đã trả tại quầy · tỉnh đã nhận.',
    en: 'Result returned to Trần Thị Thí Dụ at 8:31 Monday 30/11/2026, on time · 16.000 đ paid in cash · handed over at the counter · received by the province.',
  },
  {
    what: 'withdrawn',
    state: after((d) => d.act('withdraw', '2026-11-25 09:00', { originals: [] }), simple),
    now: '2026-11-25 10:00',
    sync: 'waiting',
    vi: 'Người dân đã rút hồ sơ lúc 9:00 thứ Tư 25/11/2026 · chưa thu 16.000 đ · còn giữ 1 bản chính · đã lưu tại máy, chờ gửi tỉnh.',
    en: 'Withdrawn by the citizen at 9:00 Wednesday 25/11/2026 · 16.000 đ not yet paid · 1 original still held · kept on this PC, waiting to be sent.',
  },
  {
    what: 'fee claimed by transfer',
    state: after((d) => d.act('claimTransfer', '2026-11-23 15:45'), simple),
    now: '2026-11-23 15:46',
    sync: 'waiting',
    vi: 'Đã tiếp nhận, hẹn trả 15:40 thứ Sáu 27/11/2026, còn 3 ngày làm việc · báo đã chuyển 16.000 đ, chờ đối soát · nhận tại quầy · đã lưu tại máy, chờ gửi tỉnh.',
    en: 'Taken in, due 15:40 Friday 27/11/2026, 3 working days left · 16.000 đ said to be transferred, to be matched · to be fetched at the counter · kept on this PC, waiting to be sent.',
  },
  {
    what: 'refused by the hub',
    state: after(undefined, simple),
    now: '2026-11-23 15:50',
    sync: 'refused',
    vi: 'Đã tiếp nhận, hẹn trả 15:40 thứ Sáu 27/11/2026, còn 3 ngày làm việc · chưa thu 16.000 đ · nhận tại quầy · tỉnh chưa nhận, nhấn “cần xử lý” ở cuối màn hình.',
    en: 'Taken in, due 15:40 Friday 27/11/2026, 3 working days left · 16.000 đ not yet paid · to be fetched at the counter · not accepted by the province, press “need you” at the foot of the window.',
  },
];

describe('the one line of a dossier', () => {
  it.each(lines)('$what', ({ state, now, sync, vi, en }) => {
    expect(sayStanding(state, on(now), sync, messagesIn('vi'))).toBe(vi);
    expect(sayStanding(state, on(now), sync, messagesIn('en'))).toBe(en);
  });

  it('puts what is amiss behind the business axis', () => {
    const life = begin(simple);
    life.act('requestSupplements', '2026-11-25 08:00');
    life.act('receiveSupplements', '2026-11-25 09:00');
    life.act('requestSupplements', '2026-11-25 10:00');
    life.act('reportReceiptLost', '2026-11-25 11:00');
    life.elsewhere({
      type: 'processingStopped',
      v: 1,
      payload: {
        command: 'x',
        at: on('2026-11-25 12:00'),
        businessDay: '2026-11-25',
        desk: 2,
        clerkName: '',
        number: 3,
        year: 2026,
        reason: '',
        basis: '',
        signer: '',
      },
    });
    expect(sayStanding(life.state, on('2026-11-25 14:00'), 'received', messagesIn('vi'))).toBe(
      'Đã dừng giải quyết lúc 12:00 thứ Tư 25/11/2026, thông báo số 05-0003/2026 · tính là trễ vì đã yêu cầu bổ sung 2 lần · giấy tiếp nhận đã báo mất · chưa thu 16.000 đ · còn giữ 1 bản chính · tỉnh đã nhận.',
    );
  });

  it('has something to say of what was not taken in and of what it does not understand', () => {
    const place = (type: string, v: number, payload: object) => ({
      id: 'e',
      subject: 'd',
      at: 0,
      witness: 'w',
      event: { type, v, payload },
    });
    const guided = evolve(
      null,
      place('intakeGuided', 1, { ...plainDossier, number: 12, year: 2026, missing: [], reason: '' }),
    );
    const words = messagesIn('vi');
    expect(sayStanding(guided, 0, 'waiting', words)).toBe(
      'Chưa tiếp nhận, đã giao phiếu yêu cầu bổ sung số 02-0012/2026 · không thu gì · không có kết quả để trả · đã lưu tại máy, chờ gửi tỉnh.',
    );
    expect(sayStanding(evolve(null, place('somethingNew', 3, {})), 0, 'received', words)).toBe(
      'Hồ sơ có việc mà phần mềm này chưa hiểu, cần cập nhật phần mềm · không thu gì · không có kết quả để trả · tỉnh đã nhận.',
    );
  });
});
