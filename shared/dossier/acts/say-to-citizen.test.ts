import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import { messagesIn } from '../../messages/index.ts';
import type { DossierAccepted } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { DossierState } from '../state.ts';
import type { SyncStanding } from './say-standing.ts';
import { sayToCitizen, sentencesOf } from './say-to-citizen.ts';
import { begin, on } from './testing-life.ts';
import type { Life } from './testing-life.ts';

/** Received Monday 23/11/2026 15:40, three working days, promised for Friday 27/11 15:40; 16.000 đ due, one original held. */
const simple: DossierAccepted = { ...plainDossier, fees: plainDossier.fees.slice(1) };

const after = (steps: (life: Life) => void = () => undefined, accepted = simple): DossierState => {
  const life = begin(accepted);
  steps(life);
  return life.state;
};

interface Told {
  what: string;
  state: DossierState | null;
  now: string;
  sync?: SyncStanding;
  vi: string;
  en: string;
}

const lines: Told[] = [
  {
    what: 'just received',
    state: after(),
    now: '2026-11-23 15:41',
    vi: 'Hồ sơ của ông/bà đã được tiếp nhận lúc 15:40 thứ Hai 23/11/2026. Mời ông/bà đến quầy nhận kết quả lúc 15:40 thứ Sáu 27/11/2026. Khi đến, xin mang giấy tiếp nhận, căn cước và 16.000 đ tiền phí, lệ phí chưa nộp.',
    en: 'Your dossier was taken in at 15:40 Monday 23/11/2026. Please come to the counter for the result at 15:40 Friday 27/11/2026. Please bring your receipt, your identity card and 16.000 đ of fees not yet paid.',
  },
  {
    what: 'draft',
    state: null,
    now: '2026-11-23 15:41',
    sync: 'local',
    vi: 'Hồ sơ của ông/bà đang được nhập tại quầy, chưa tiếp nhận nên chưa có ngày hẹn. Xin chờ ít phút để nhận giấy tiếp nhận và hẹn trả kết quả.',
    en: 'Your dossier is being entered; it is not taken in yet and has no return date. Please wait a few minutes for your receipt with the return date.',
  },
  {
    what: 'waiting for the officer',
    state: after((d) => {
      d.act('collectFee', '2026-11-23 15:45');
      d.act('handOver', '2026-11-25 08:00');
    }),
    now: '2026-11-25 09:00',
    vi: 'Hồ sơ của ông/bà đã chuyển Công chức tư pháp – hộ tịch giải quyết từ 8:00 thứ Tư 25/11/2026. Mời ông/bà đến quầy nhận kết quả lúc 15:40 thứ Sáu 27/11/2026. Khi đến, xin mang giấy tiếp nhận và căn cước.',
    en: 'Your dossier has been with Công chức tư pháp – hộ tịch since 8:00 Wednesday 25/11/2026. Please come to the counter for the result at 15:40 Friday 27/11/2026. Please bring your receipt and your identity card.',
  },
  {
    what: 'waiting for papers',
    state: after((d) => d.act('requestSupplements', '2026-11-25 09:00', { respondBy: '2026-12-04' })),
    now: '2026-11-30 09:00',
    vi: 'Hồ sơ của ông/bà còn thiếu Tờ khai. Quầy đã yêu cầu bổ sung lúc 9:00 thứ Tư 25/11/2026; trong lúc chờ, thời hạn giải quyết tạm dừng. Mời ông/bà nộp đủ tại quầy, chậm nhất hết thứ Sáu 4/12/2026. Khi nhận đủ, thời hạn tính tiếp và quầy báo ngày hẹn mới. Khi đến, xin mang các giấy tờ còn thiếu và phiếu số 02-0007/2026.',
    en: 'Your dossier still lacks Tờ khai. The counter asked for it at 9:00 Wednesday 25/11/2026; while we wait, the clock stands still. Please hand them in at the counter, by Friday 4/12/2026 at the latest. Once all are here the clock goes on and you are told the new date. Please bring the missing papers and slip no. 02-0007/2026.',
  },
  {
    what: 'near due',
    state: after((d) => d.act('handOver', '2026-11-25 08:00')),
    now: '2026-11-26 08:00',
    vi: 'Hồ sơ của ông/bà đang ở Công chức tư pháp – hộ tịch, vẫn trong hạn và sắp đến hẹn trả. Mời ông/bà đến quầy nhận kết quả lúc 15:40 thứ Sáu 27/11/2026. Khi đến, xin mang giấy tiếp nhận, căn cước và 16.000 đ tiền phí, lệ phí chưa nộp.',
    en: 'Your dossier is at Công chức tư pháp – hộ tịch, within its time and nearly due. Please come to the counter for the result at 15:40 Friday 27/11/2026. Please bring your receipt, your identity card and 16.000 đ of fees not yet paid.',
  },
  {
    what: 'overdue',
    state: after(),
    now: '2026-11-30 08:00',
    vi: 'Hồ sơ của ông/bà đã trễ hẹn 3 ngày, hiện đang ở quầy. Chúng tôi xin lỗi ông/bà. Quầy sẽ hỏi nơi giải quyết và báo ngày hẹn mới qua số 0912000000; ông/bà chưa cần đến.',
    en: 'Your dossier is 3 days late; it is at the counter. We apologise. The counter will ask and tell you the new date on 0912000000; you need not come yet.',
  },
  {
    what: 'result here, not told',
    state: after((d) => d.act('recordResult', '2026-11-26 10:00')),
    now: '2026-11-26 11:00',
    vi: 'Hồ sơ của ông/bà đã có kết quả từ 10:00 thứ Năm 26/11/2026. Mời ông/bà đến quầy nhận trong giờ làm việc. Khi đến, xin mang giấy tiếp nhận, căn cước và 16.000 đ tiền phí, lệ phí chưa nộp. Người đi nhận thay cần thêm giấy ủy quyền và căn cước của mình.',
    en: 'The result of your dossier is here since 10:00 Thursday 26/11/2026. Please come to the counter for it in office hours. Please bring your receipt, your identity card and 16.000 đ of fees not yet paid. Somebody coming in your place also needs a written authority and her own identity card.',
  },
  {
    what: 'result here, called',
    state: after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('notifyCitizen', '2026-11-26 14:00');
    }),
    now: '2026-11-26 15:00',
    vi: 'Hồ sơ của ông/bà đã có kết quả từ 10:00 thứ Năm 26/11/2026. Quầy đã báo cho ông/bà lúc 14:00 thứ Năm 26/11/2026. Mời ông/bà đến quầy nhận trong giờ làm việc. Khi đến, xin mang giấy tiếp nhận, căn cước và 16.000 đ tiền phí, lệ phí chưa nộp. Người đi nhận thay cần thêm giấy ủy quyền và căn cước của mình.',
    en: 'The result of your dossier is here since 10:00 Thursday 26/11/2026. The counter told you at 14:00 Thursday 26/11/2026. Please come to the counter for it in office hours. Please bring your receipt, your identity card and 16.000 đ of fees not yet paid. Somebody coming in your place also needs a written authority and her own identity card.',
  },
  {
    what: 'returned',
    state: after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('collectFee', '2026-11-30 08:30');
      d.act('returnResult', '2026-11-30 08:31');
    }),
    now: '2026-12-01 08:00',
    vi: 'Kết quả đã trao cho Trần Thị Thí Dụ lúc 8:31 thứ Hai 30/11/2026. Nếu thấy kết quả có chỗ sai sót, mời ông/bà mang lại quầy.',
    en: 'The result was handed to Trần Thị Thí Dụ at 8:31 Monday 30/11/2026. If anything in it is wrong, please bring it back to the counter.',
  },
  {
    what: 'withdrawn',
    state: after((d) => d.act('withdraw', '2026-11-25 09:00', { originals: [] })),
    now: '2026-11-25 10:00',
    vi: 'Hồ sơ đã được rút lúc 9:00 thứ Tư 25/11/2026, nên không giải quyết nữa. Quầy còn giữ 1 bản chính; mời ông/bà đến nhận lại trong giờ làm việc. Khi đến, xin mang giấy tiếp nhận và căn cước.',
    en: 'The dossier was withdrawn at 9:00 Wednesday 25/11/2026 and is no longer worked on. The counter still holds 1 original; please come for them in office hours. Please bring your receipt and your identity card.',
  },
  {
    what: 'fee claimed by transfer',
    state: after((d) => d.act('claimTransfer', '2026-11-23 15:45')),
    now: '2026-11-23 15:46',
    vi: 'Hồ sơ của ông/bà đã được tiếp nhận lúc 15:40 thứ Hai 23/11/2026. Khoản 16.000 đ ông/bà báo đã chuyển đang được đối chiếu với ngân hàng. Mời ông/bà đến quầy nhận kết quả lúc 15:40 thứ Sáu 27/11/2026. Khi đến, xin mang giấy tiếp nhận, căn cước và chứng từ chuyển khoản.',
    en: 'Your dossier was taken in at 15:40 Monday 23/11/2026. The 16.000 đ you said you transferred is being checked with the bank. Please come to the counter for the result at 15:40 Friday 27/11/2026. Please bring your receipt, your identity card and proof of the transfer.',
  },
  {
    what: 'refused by the hub',
    state: after(),
    now: '2026-11-23 15:50',
    sync: 'refused',
    vi: 'Hồ sơ của ông/bà đã được tiếp nhận lúc 15:40 thứ Hai 23/11/2026. Tỉnh chưa ghi nhận được hồ sơ và quầy đang xử lý việc này. Giấy tiếp nhận vẫn có giá trị, ông/bà không phải nộp lại. Mời ông/bà đến quầy nhận kết quả lúc 15:40 thứ Sáu 27/11/2026. Khi đến, xin mang giấy tiếp nhận, căn cước và 16.000 đ tiền phí, lệ phí chưa nộp.',
    en: 'Your dossier was taken in at 15:40 Monday 23/11/2026. The province has not recorded the dossier yet and the counter is seeing to it. Your receipt stays valid; you need not apply again. Please come to the counter for the result at 15:40 Friday 27/11/2026. Please bring your receipt, your identity card and 16.000 đ of fees not yet paid.',
  },
];

describe('what is said to the citizen', () => {
  it.each(lines)('$what', ({ state, now, sync = 'received', vi, en }) => {
    const told = (language: 'vi' | 'en') =>
      sentencesOf(sayToCitizen(state, on(now), sync, messagesIn(language))).join(' ');
    expect(told('vi')).toBe(vi);
    expect(told('en')).toBe(en);
  });

  it('sends nobody to the counter whose result goes by post', () => {
    const byPost = { ...simple, delivery: { ...simple.delivery, method: 'post' as const } };
    const told = sayToCitizen(after(undefined, byPost), on('2026-11-24 09:00'), 'received', messagesIn('vi'));
    expect(told.next).toContain('gửi qua bưu chính');
    expect(told.bring).toBe('');
  });

  it('asks for the card alone once the receipt is reported lost', () => {
    const lost = after((d) => {
      d.act('recordResult', '2026-11-26 10:00');
      d.act('reportReceiptLost', '2026-11-26 11:00');
    });
    const { bring } = sayToCitizen(lost, on('2026-11-26 12:00'), 'received', messagesIn('vi'));
    expect(bring).toMatch(/^Khi đến, xin mang căn cước và 16.000 đ .* Giấy tiếp nhận đã báo mất/);
  });

  it('promises nothing while the journal itself is in doubt', () => {
    const place = (type: string, v: number, payload: object) => ({
      id: 'e',
      subject: 'd',
      at: 0,
      witness: 'w',
      event: { type, v, payload },
    });
    const words = messagesIn('vi');
    const unknown = evolve(after(), place('somethingNew', 3, {}));
    expect(sayToCitizen(unknown, on('2026-11-24 09:00'), 'received', words).happened).toContain(
      'kiểm tra lại',
    );
    const twice = after((d) => {
      d.act('withdraw', '2026-11-25 09:00');
      d.elsewhere({
        type: 'resultArrived',
        v: 1,
        payload: {
          command: 'x',
          at: on('2026-11-25 10:00'),
          businessDay: '2026-11-25',
          desk: 2,
          clerkName: '',
          approved: true,
          number: '1',
          date: '2026-11-25',
          summary: '',
          signer: '',
          files: [],
          replaces: null,
        },
      });
    });
    expect(twice.conflicts).not.toEqual([]);
    expect(sayToCitizen(twice, on('2026-11-25 11:00'), 'received', words).happened).toContain('kiểm tra lại');
  });

  it('says of a dossier turned away which paper to bring again', () => {
    const guided = evolve(null, {
      id: 'e',
      subject: 'd',
      at: 0,
      witness: 'w',
      event: {
        type: 'intakeGuided',
        v: 1,
        payload: {
          ...plainDossier,
          number: 12,
          year: 2026,
          missing: [{ name: 'Tờ khai', count: 2, what: '' }],
          reason: '',
        },
      },
    });
    expect(sentencesOf(sayToCitizen(guided, 0, 'received', messagesIn('vi')))).toEqual([
      'Hồ sơ chưa được tiếp nhận vì còn thiếu Tờ khai (2 bản), đã ghi trong phiếu số 02-0012/2026.',
      'Khi có đủ, mời ông/bà đến nộp; thời hạn tính từ lúc quầy nhận đủ.',
      'Khi đến, xin mang các giấy tờ còn thiếu và phiếu số 02-0012/2026.',
    ]);
  });
});
