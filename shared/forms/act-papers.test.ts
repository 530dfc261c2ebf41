import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import { sayMessage } from '../text/problem.ts';
import type { Result } from '../faults.ts';
import { transferText, vietQr } from '../fees/viet-qr.ts';
import { cashSlipValues } from './cash-slip.ts';
import { controlSlipValues } from './control-slip.ts';
import { extensionValues, stopValues } from './head-letters.ts';
import { returnedValues } from './returned.ts';
import { supplementsValues } from './supplements.ts';
import {
  acted,
  arrived,
  askedForPapers,
  collected,
  extended,
  lived,
  moves,
  returned,
  stopped,
} from './testing-acts.ts';
import { withdrawalValues } from './withdrawal.ts';
import { birthDossier, plainDossier } from './testing-samples.ts';

const words = messagesIn('vi');
const extra = { witness: '3fa92c71be', copy: 'citizen', reprint: false, trial: false, words } as const;

const valuesOf = <V>(result: Result<V>): V => {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
};
const lackOf = (result: Result<unknown>) => (result.ok ? undefined : result.fault);

describe('form 02 while the dossier is worked on', () => {
  const state = lived(birthDossier, { type: 'supplementsRequested', v: 1, payload: askedForPapers });

  it('has the number of its series, the round, the day to come by and when the clock stopped', () => {
    expect(valuesOf(supplementsValues(state, askedForPapers, extra))).toMatchObject({
      number: '02-0007/2026',
      code: 'H55.242-261123-0012',
      barcode: 'H55.242-261123-0012',
      round: 'lần thứ 1',
      received: '15 giờ 40 phút, thứ Hai 23/11/2026',
      due: '15 giờ 40 phút, thứ Sáu 27/11/2026',
      stopped: '9 giờ 15 phút, thứ Tư 25/11/2026',
      respondBy: 'thứ Năm 10/12/2026',
      clerkName: 'Lê Thị Ví Dụ',
      head: { dateline: 'Mẫu Sơn, ngày 25 tháng 11 năm 2026' },
      relation: 'mẹ',
      stamps: [],
    });
  });

  it('keeps the names of its day when they are corrected later', () => {
    const changes = [
      { field: 'submitter.name', before: 'Trần Thị Thí Dụ', after: 'Trần Thị Thí Dụ Hai' },
    ] as const;
    const corrected = (date: string) =>
      lived(birthDossier, {
        type: 'dossierCorrected',
        v: 1,
        payload: { ...acted(date, 600), changes: [...changes], reason: 'gõ nhầm' },
      });
    const nameIn = (date: string) =>
      valuesOf(supplementsValues(corrected(date), askedForPapers, extra)).submitter.name;
    expect(nameIn('2026-11-24')).toBe('Trần Thị Thí Dụ Hai');
    expect(nameIn('2026-11-26')).toBe('Trần Thị Thí Dụ');
  });

  it('says trial and copy', () => {
    const values = valuesOf(
      supplementsValues(state, askedForPapers, { ...extra, trial: true, reprint: true }),
    );
    expect(values.stamps).toEqual(['BẢN THỬ', 'BẢN SAO']);
  });

  it('is refused, all that is missing named, in a plain sentence', () => {
    const blank = { ...askedForPapers, number: 0, missing: [], reason: ' ', clerkName: '' };
    const fault = lackOf(supplementsValues(state, blank, extra));
    expect(fault).toEqual({
      code: 'paperLacks',
      params: {
        paper: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
        what: 'số phiếu, giấy tờ cần bổ sung hoặc lý do, tên cán bộ',
      },
    });
    expect(sayMessage(words.faults.faults.paperLacks, fault?.params)).toContain(
      'thiếu số phiếu, giấy tờ cần bổ sung hoặc lý do, tên cán bộ.',
    );
  });
});

const whatLacks = (result: Result<unknown>) => lackOf(result)?.params?.['what'];

describe('form 06', () => {
  it('has a line a hand-over, judged where the receiver was done, and lines to go on by hand', () => {
    const state = lived(
      birthDossier,
      { type: 'handedOver', v: 1, payload: moves[0] },
      { type: 'handedOver', v: 1, payload: moves[1] },
      { type: 'takenBack', v: 1, payload: moves[2] },
    );
    const values = valuesOf(controlSlipValues(state, extra));
    expect(values.number).toBe('06-0004/2026');
    // Due on Friday 27/11: passed on on the 26th, and from the head only on the 30th.
    expect(values.lines.map(({ verdict }) => verdict)).toEqual(['Trước hạn', 'Quá hạn', '']);
    expect(values.lines[2]?.note).toBe('Nhận lại: thiếu chữ ký nháy');
    expect(values.blanks).toHaveLength(2);
    expect(values.agency).toBe('UBND cấp xã');
  });

  it('judges what ended while the clock stood still as of the request', () => {
    const state = lived(
      birthDossier,
      { type: 'handedOver', v: 1, payload: moves[0] },
      { type: 'supplementsRequested', v: 1, payload: askedForPapers },
      { type: 'takenBack', v: 1, payload: moves[2] },
    );
    expect(valuesOf(controlSlipValues(state, extra)).lines[0]?.verdict).toBe('Trước hạn');
  });

  it('is refused for a dossier nobody was handed', () => {
    expect(whatLacks(controlSlipValues(lived(birthDossier), extra))).toBe('lần giao nhận nào, số phiếu');
  });
});

describe('letters the head signs', () => {
  const state = lived(plainDossier);
  it('say the old and the new appointment, and what was kept', () => {
    expect(valuesOf(extensionValues(state, extended, extra))).toMatchObject({
      number: '04-0002/2026',
      dueBefore: '15 giờ 40 phút, thứ Sáu 27/11/2026',
      due: { clock: '17 giờ 00 phút', date: 'thứ Tư 2/12/2026' },
    });
    expect(valuesOf(stopValues(state, stopped, extra))).toMatchObject({
      number: '05-0001/2026',
      originals: ['Giấy tờ chứng minh ly hôn hoặc vợ, chồng đã chết'],
    });
  });
  it('are addressed to the owner, and for a child to whoever handed it in', () => {
    const { owner, submitter } = birthDossier;
    const of = (accepted: typeof birthDossier) =>
      [extensionValues(lived(accepted), extended, extra), stopValues(lived(accepted), stopped, extra)].map(
        (one) => valuesOf<{ addressee: string }>(one).addressee,
      );
    expect(of(birthDossier)).toEqual([submitter.name, submitter.name]);
    const grown = { ...birthDossier, owner: { ...owner, birthDate: '1990-01-02' } };
    expect(of(grown)).toEqual([owner.name, owner.name]);
  });
  it('are refused without signer, reason or ground', () => {
    const blank = { reason: '', signer: '', basis: '' };
    expect(whatLacks(extensionValues(state, { ...extended, ...blank }, extra))).toBe('lý do, tên người ký');
    expect(whatLacks(stopValues(state, { ...stopped, ...blank }, extra))).toBe(
      'lý do, tên người ký, căn cứ pháp lý',
    );
  });
});

describe('the cash slip', () => {
  it('says what was taken, in words, what is left, and the official receipt', () => {
    const state = lived(plainDossier, { type: 'feeCollected', v: 1, payload: collected });
    expect(valuesOf(cashSlipValues(state, { ...collected, event: 'event-1' }, extra))).toMatchObject({
      number: 'PT-0031/2026',
      amount: '10.000 đ',
      inWords: 'mười nghìn đồng',
      left: '6.000 đ',
      official: 'mẫu số 01BLP, ký hiệu AA-26E, số 0000123, ngày 23/11/2026',
    });
  });
  it('draws the code of what is left where the office has an account, and none where nothing is', () => {
    const state = lived(plainDossier, { type: 'feeCollected', v: 1, payload: collected });
    const account = { bin: '970405', number: '8500201000123', holder: 'Trung tâm Mẫu' };
    const draw = (payload: typeof collected, of: typeof account | null) =>
      valuesOf(cashSlipValues(state, { ...payload, event: 'event-1' }, { ...extra, account: of })).transfer;
    expect(draw(collected, account)).toEqual({
      qr: vietQr(account, plainDossier.code, 6_000),
      bank: 'Agribank',
      number: '8500201000123',
      holder: 'Trung tâm Mẫu',
      text: transferText(plainDossier.code),
    });
    expect(draw(collected, null)).toBeNull();
    expect(draw({ ...collected, owed: collected.amount }, account)).toBeNull();
  });
  it('is refused for money the ledger does not know', () => {
    const unknown = { ...collected, amount: 0, event: 'event-9' };
    expect(whatLacks(cashSlipValues(lived(plainDossier), unknown, extra))).toBe('khoản tiền đã thu, số tiền');
  });
});

describe('papers a citizen signs', () => {
  it('say by what right the result was taken, and need a result', () => {
    const state = lived(birthDossier, { type: 'resultArrived', v: 1, payload: arrived });
    expect(valuesOf(returnedValues(state, returned, extra))).toMatchObject({
      recipient: { name: 'Trần Thị Thí Dụ', right: 'người nộp hồ sơ' },
      result: { kind: 'Giấy khai sinh', line: 'số 45/2026, ngày 27/11/2026, người ký Hoàng Văn Ví Dụ' },
      signs: '(Ký và ghi rõ họ tên)',
    });
    expect(whatLacks(returnedValues(lived(birthDossier), returned, extra))).toBe('kết quả');
  });
  it('do not say the result’s name twice', () => {
    const state = lived(birthDossier, {
      type: 'resultArrived',
      v: 1,
      payload: { ...arrived, summary: 'Giấy khai sinh' },
    });
    expect(valuesOf(returnedValues(state, returned, extra)).result.summary).toEqual([]);
  });
  it('name a proxy with her authority, and need a reason', () => {
    const to = {
      kind: 'proxy',
      name: 'Nguyễn Thị Mẫu',
      idNumber: '001',
      paper: 'giấy ủy quyền số 5',
    } as const;
    const asked = { ...acted('2026-11-25', 600), to, reason: 'Không còn nhu cầu.', originals: [] };
    const state = lived(birthDossier);
    expect(valuesOf(withdrawalValues(state, asked, extra))).toMatchObject({
      applicant: { name: 'Nguyễn Thị Mẫu', address: '' },
      right: 'người được ủy quyền theo giấy ủy quyền số 5',
      owner: 'Nguyễn Văn Mẫu',
    });
    expect(whatLacks(withdrawalValues(state, { ...asked, reason: ' ' }, extra))).toBe('lý do');
  });
});
