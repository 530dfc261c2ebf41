import type { CertificationEvent, CertifiedPile } from '../certification/events.ts';
import { amendLine, linesOf } from '../certification/lines.ts';
import type { RegisterLine } from '../certification/lines.ts';
import { entryOf } from '../certification/pile.ts';
import { sampleRates } from '../certification/testing-register.ts';
import { messagesIn } from '../messages/index.ts';
import { attestationTestValues, attestationValues } from './certification/attestation.ts';
import { certificationBookValues } from './certification/book.ts';
import { custodyValues } from './certification/custody.ts';
import { certificationFeeValues } from './certification/fee-slip.ts';
import type { SamplePaper } from './testing-act-papers.ts';
import { sampleOffice } from './testing-samples.ts';

const words = messagesIn('vi');
const at = Date.parse('2026-11-23T09:15:00+07:00');
const kinds = ['Giấy khai sinh', 'Bằng tốt nghiệp đại học', 'Giấy chứng nhận quyền sử dụng đất', 'Học bạ'];

/** A pile of so many kinds, from number `from` on. */
export const certifiedPile = (count: number, from = 1532): CertifiedPile => {
  const entries = Array.from({ length: count }, (_, place) => ({
    number: from + place,
    ...entryOf(
      kinds[place % kinds.length] ?? '',
      [{ pages: (place % 5) + 1, copies: (place % 3) + 1 }],
      sampleRates,
      false,
    ),
  }));
  return {
    pile: `p${from}`,
    requester: { name: 'Nguyễn Văn Mẫu', idNumber: '019099000123', address: 'Thôn Mẫu, xã Mẫu Sơn' },
    exemption: '',
    note: '',
    entries,
    total: entries.reduce((sum, { fee }) => sum + fee, 0),
    rates: sampleRates,
    year: 2026,
    volume: 2,
    day: '2026-11-23',
    signer: { name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' },
    clerkName: 'Cán bộ Mẫu',
    desk: 1,
    office: sampleOffice,
  };
};

const certified = (pile: CertifiedPile): CertificationEvent => ({
  type: 'pileCertified',
  v: 1,
  payload: pile,
});

/** Lines as a month has them: whole, corrected, struck out, exempt, lost with a copy of the vault. */
export const monthLines = (piles: number): RegisterLine[] => {
  const lines = Array.from({ length: piles }, (_, n) =>
    linesOf(certified(certifiedPile(3, 1 + n * 3))),
  ).flat();
  const [first, second] = lines;
  if (!first || !second) return lines;
  const about = { clerkName: 'Cán bộ Mẫu', day: '2026-11-24' };
  const lost = linesOf({
    type: 'registerReconciled',
    v: 1,
    payload: {
      place: {
        year: 2026,
        volume: 2,
        first: 1,
        next: lines.length + 2,
        tally: { struck: 0, copies: 0, fees: 0 },
      },
      serial: 0,
      holder: 1,
      lost: [{ year: 2026, volume: 2, from: lines.length + 1, to: lines.length + 1 }],
    },
  });
  return [
    amendLine(first, {
      type: 'entryCorrected',
      v: 1,
      payload: {
        ...about,
        year: 2026,
        number: 1,
        requester: { ...first.requester, name: 'Nguyễn Văn Mẫu Mực' },
        before: first.content,
        after: entryOf('Trích lục khai sinh', [{ pages: 1, copies: 7 }], sampleRates, false),
        reason: 'Đếm nhầm số bản',
      },
    }),
    amendLine(second, {
      type: 'entryStruck',
      v: 1,
      payload: { ...about, year: 2026, number: 2, before: second.content, reason: 'Ghi nhầm người' },
    }),
    ...lines
      .slice(2)
      .map((line, n) =>
        n === 0 ? { ...line, exemption: 'Vay vốn nông nghiệp', note: 'Bản dịch kèm theo' } : line,
      ),
    ...lost,
  ];
};

const place = { shape: 'page', left: 95, top: 215, width: 95 } as const;
const extra = {
  witness: '3fa92c71be',
  copy: 'citizen',
  reprint: true,
  trial: true,
  words,
  office: sampleOffice,
  desk: 1,
  at,
} as const;
const book = { month: '2026-12', office: sampleOffice, at, trial: true, words } as const;
const registerPlace = {
  year: 2026,
  volume: 2,
  first: 1,
  next: 1532,
  tally: { struck: 1, copies: 4100, fees: 9_876_000 },
};

/** Every paper of the register, as a usual day makes it and with as little and as much as there can be. */
export const certificationPapers = (): SamplePaper[] => {
  const pile = certifiedPile(3);
  const [entry] = pile.entries;
  if (!entry) throw new Error('A sample pile has no entry');
  const { year: _year, volume: _volume, signer: _signer, desk: _desk, office: _office, ...queued } = pile;
  const waiting = {
    ...queued,
    exemption: 'Vay vốn nông nghiệp',
    entries: pile.entries.map(({ kind, parts }) => entryOf(kind, parts, sampleRates, true)),
    total: 0,
  };
  return [
    {
      name: 'lời chứng on the last page',
      form: 'attestation',
      sheets: ['A4'],
      values: attestationValues(pile, entry, { place, trial: true, words }),
    },
    {
      name: 'lời chứng as a stamp',
      form: 'attestation',
      sheets: ['A4'],
      values: attestationValues(pile, entry, {
        place: { shape: 'stamp', left: 120, top: 20, width: 75 },
        trial: false,
        words,
      }),
    },
    {
      name: 'lời chứng tried with rulers',
      form: 'attestation',
      sheets: ['A4'],
      values: attestationTestValues(place, { trial: true, words }),
    },
    {
      name: 'the fee slip',
      form: 'certificationFee',
      sheets: ['A4', 'A5'],
      values: certificationFeeValues(pile, extra),
    },
    {
      name: 'the fee slip of a waiting, exempt pile',
      form: 'certificationFee',
      sheets: ['A4', 'A5'],
      values: certificationFeeValues(waiting, { ...extra, reprint: false, trial: false }),
    },
    {
      name: 'the fee slip with far too much',
      form: 'certificationFee',
      sheets: ['A4', 'A5'],
      values: certificationFeeValues(certifiedPile(100), extra),
    },
    {
      name: 'a short month of the register',
      form: 'certificationBook',
      sheets: ['A4'],
      values: certificationBookValues(monthLines(2), { ...book, closed: null }),
    },
    {
      name: 'far too much of the register, with the closing line',
      form: 'certificationBook',
      sheets: ['A4'],
      values: certificationBookValues(monthLines(30), { ...book, closed: registerPlace }),
    },
    {
      name: 'the hand-over slip',
      form: 'custody',
      sheets: ['A4'],
      values: custodyValues(
        { line: 'FGQZ02-11QAH3-K80405-ZG05ZG-4A', fromDesk: 1, toDesk: 2, place: registerPlace },
        { office: sampleOffice, at, trial: true, words },
      ),
    },
  ];
};
