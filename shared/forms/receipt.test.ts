import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../calendar/vietnam-time.ts';
import { messagesIn } from '../messages/index.ts';
import { feeLines } from './fee-rows.ts';
import { placeOf } from './head.ts';
import { readReceiptScan } from './receipt-scan.ts';
import { receiptValues } from './receipt.ts';
import {
  birthDossier,
  certificationDossier,
  fee,
  paper,
  plainDossier,
  sampleOffice,
} from './testing-samples.ts';
import { paragraphsOf } from './values.ts';

const words = messagesIn('vi');
const extra = {
  witness: '3fa92c71be',
  copy: 'citizen',
  reprint: false,
  trial: false,
  stage: 'accepted',
  words,
} as const;
const receipt = (dossier = plainDossier, more: Partial<Parameters<typeof receiptValues>[1]> = {}) =>
  receiptValues(dossier, { ...extra, ...more });

describe('form 01', () => {
  it('says when, as the circular writes it', () => {
    const values = receipt();
    expect(values.received).toBe('15 giờ 40 phút, thứ Hai 23/11/2026');
    expect(values.due).toEqual({ clock: '15 giờ 40 phút', date: 'thứ Sáu 27/11/2026' });
    expect(values.term).toBe('3 ngày làm việc');
    expect(values.termReason).toBe('3 ngày làm việc, trừ thứ Ba 24/11 (Ngày Văn hóa Việt Nam)');
    expect(values.head.dateline).toBe('Mẫu Sơn, ngày 23 tháng 11 năm 2026');
    expect(values.sets).toBe('01');
  });

  it('writes days below 10 and the months 1 and 2 with a leading 0', () => {
    const at = (date: string) => receipt({ ...plainDossier, receivedAt: instantOf(date, 8 * 60 + 5) });
    expect(at('2027-02-05').head.dateline).toBe('Mẫu Sơn, ngày 05 tháng 02 năm 2027');
    expect(at('2027-09-30').head.dateline).toBe('Mẫu Sơn, ngày 30 tháng 9 năm 2027');
    expect(at('2027-09-30').received).toBe('8 giờ 05 phút, thứ Năm 30/9/2027');
  });

  it('names both persons, and one only when the dossier is her own', () => {
    const own = receipt();
    expect(own.owner).toBeNull();
    expect(own.relation).toBe('');
    const birth = receipt(birthDossier);
    expect(birth.submitter.name).toBe('Trần Thị Thí Dụ');
    expect(birth.owner).toMatchObject({ name: 'Nguyễn Văn Mẫu', identity: '', born: '10/11/2026' });
    expect(birth.relation).toBe('mẹ');
    expect(birth.submitter.phone).toBe('0912 000 000');
    expect(birth.submitter.identity).toBe('Số định danh 019190000001');
  });

  it('marks what is kept, shown or declared, and leaves out what was not brought', () => {
    const { components } = receipt({
      ...plainDossier,
      components: [
        paper('Nộp', { originals: 1, copies: 2 }),
        paper('Không mang', {}),
        paper('Xem', { mode: 'present', originals: 1 }),
        paper('Giữ', { certified: 1, held: true }),
        paper('Khai', { mode: 'declare' }),
      ],
    });
    expect(
      components.map(({ order, name, mark, held, originals, certified, copies }) => [
        order,
        name,
        mark,
        held,
        originals,
        certified,
        copies,
      ]),
    ).toEqual([
      ['1', 'Nộp', '', false, '1', '', '2'],
      ['2', 'Xem', 'xuất trình – trả lại ngay', false, '1', '', ''],
      ['3', 'Giữ', '', true, '', '1', ''],
      ['4', 'Khai', 'kê khai', false, '', '', ''],
    ]);
  });

  it('lists papers to certify with pages and copies, and does not repeat them among the answers', () => {
    const { certified, answers, components } = receipt(certificationDossier);
    expect(certified.map(({ name, pages, copies }) => [name, pages, copies])).toEqual([
      ['Bằng tốt nghiệp trung học phổ thông', '1', '3'],
      ['Giấy chứng nhận quyền sử dụng đất', '4', '2'],
    ]);
    expect(answers).toEqual([]);
    expect(components).toHaveLength(2);
  });

  it('holds in its QR what a scan of it must give, and nothing to scan before acceptance', () => {
    const values = receipt();
    expect(readReceiptScan(values.scan)).toEqual({ code: plainDossier.code, key: plainDossier.key });
    expect(readReceiptScan(values.barcode)).toEqual({ code: plainDossier.code, key: null });
    const online = receipt({
      ...plainDossier,
      office: { ...sampleOffice, lookupBase: 'https://tracuu.example.gov.vn/' },
    });
    expect(online.scan).toBe(`https://tracuu.example.gov.vn/#${plainDossier.code}.${plainDossier.key}`);
    expect(online.lookup).toContain('https://tracuu.example.gov.vn/');
    expect(receipt(plainDossier, { stage: 'draft' })).toMatchObject({
      scan: '',
      barcode: '',
      witness: '',
      draft: true,
    });
  });

  it('is stamped as a trial, a copy or a preview', () => {
    expect(receipt().stamps).toEqual([]);
    expect(receipt(plainDossier, { trial: true, reprint: true }).stamps).toEqual(['BẢN THỬ', 'BẢN SAO']);
    expect(receipt(plainDossier, { trial: true, reprint: true, stage: 'draft' }).stamps).toEqual([
      'BẢN THỬ',
      'BẢN XEM TRƯỚC',
    ]);
  });

  it('is the same on both copies but for one word', () => {
    const { copy: file, ...one } = receipt(plainDossier, { copy: 'file' });
    const { copy: citizen, ...other } = receipt();
    expect([file, citizen]).toEqual(['Lưu', 'Giao khách hàng']);
    expect(one).toEqual(other);
  });

  it('keeps every answer, in order, however long', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zđ .;]{1,2000}$/), { maxLength: 12 }), (texts) => {
        const answerLines = texts.map((text, place) => ({ field: `f${place}`, label: `L${place}`, text }));
        const runs = receipt({ ...plainDossier, answerLines }).answers.flat();
        const squeeze = (text: string) => text.replace(/\s+/g, '');
        expect(squeeze(runs.map(({ text }) => text).join(''))).toBe(squeeze(texts.join('')));
        for (const { text } of runs) expect(text.length).toBeLessThanOrEqual(600);
      }),
    );
  });
});

describe('fee lines', () => {
  it('never print 0 đ for what is unknown, free or lifted', () => {
    const lines = feeLines(
      [
        fee('Chưa biết', { state: 'toBeSet', amount: null, total: null }),
        fee('Không thu', { state: 'free', amount: 0, total: 0, basis: 'Luật Hộ tịch' }),
        fee('Miễn', { state: 'exempt', amount: 8000, total: 0, basis: 'hộ nghèo' }),
      ],
      0,
      words,
    );
    expect(lines.rows.map(({ amount, detail }) => [amount, detail])).toEqual([
      ['do HĐND tỉnh quy định', ''],
      ['không thu', 'Luật Hộ tịch'],
      ['miễn', 'hộ nghèo'],
    ]);
    expect(lines).toMatchObject({ total: '', inWords: '', incomplete: true });
  });

  it('sum what is known, in figures and words, and say that the rest is open', () => {
    const lines = receipt().fees;
    expect(lines.rows[1]).toEqual({
      label: 'Phí cấp bản sao trích lục',
      detail: '2 × 8.000 đ',
      amount: '16.000 đ',
    });
    expect(lines).toMatchObject({ total: '16.000 đ', inWords: 'mười sáu nghìn đồng', incomplete: true });
    expect(receipt(certificationDossier).fees.incomplete).toBe(false);
  });
});

describe('the place in the head', () => {
  it.each([
    ['Trung tâm Phục vụ hành chính công xã Mẫu Sơn', '', 'Mẫu Sơn'],
    ['Ủy ban nhân dân phường Thí Dụ', '', 'Thí Dụ'],
    ['Bộ phận Một cửa', 'UBND đặc khu Ví Dụ', 'Ví Dụ'],
    ['Bộ phận Một cửa', 'Sở Nội vụ', 'Thái Nguyên'],
  ])('%s, %s: %s', (name, superior, place) => {
    expect(placeOf({ ...sampleOffice, name, superior })).toBe(place);
  });
});

describe('a long text', () => {
  it('is cut after sentences or between words, never within a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
        const runs = paragraphsOf(text);
        expect(runs.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
        for (const run of runs) {
          expect(run.length).toBeLessThanOrEqual(600);
          expect(run).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });
});
