import { describe, expect, it } from 'vitest';
import { messagesIn } from '../messages/index.ts';
import { sayMessage } from '../text/problem.ts';
import type { Result } from '../faults.ts';
import { supplementsValues } from './supplements.ts';
import { acted, askedForPapers, lived } from './testing-acts.ts';
import { birthDossier } from './testing-samples.ts';

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
