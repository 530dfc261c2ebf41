import { instantOf } from '../calendar/vietnam-time.ts';
import { messagesIn } from '../messages/index.ts';
import type { DaysSealed, SealLine } from '../seals/events.ts';
import { daySealValues } from './day-seal.ts';
import type { DaySealValues } from './day-seal.ts';
import { madeOf } from './testing-act-papers.ts';
import { sampleOffice } from './testing-samples.ts';

const lineOf = (place: number): SealLine => ({
  pos: 12 + place * 2,
  form: place % 5 === 4 ? 'guidance' : 'receipt',
  code: place % 5 === 4 ? '' : `H55.242-261123-${String(place + 1).padStart(4, '0')}`,
  number: place % 5 === 4 ? `02-${String(place).padStart(4, '0')}/2026` : String(place + 1).padStart(4, '0'),
  at: instantOf('2026-11-23', 7 * 60 + 35 + place * 6),
  witness: `3fa92c7${String(100 + (place % 900))}`,
});

/** Two days, so many papers on the first and one on the second. */
export const sampleSeal = (papers: number): DaysSealed => ({
  seal: 'seal-1',
  number: 7,
  year: 2026,
  at: instantOf('2026-11-24', 16 * 60 + 40),
  businessDay: '2026-11-24',
  office: { ...sampleOffice, code: 'H55.242' },
  desk: 1,
  lanes: [{ from: 1, to: 999 }],
  clerkName: 'Lê Thị Ví Dụ',
  from: 12,
  head: { pos: 40, epoch: 'ab'.repeat(16), seq: 29, hash: 'cd'.repeat(32) },
  epochs: [
    { epoch: '12'.repeat(16), from: 12, to: 20 },
    { epoch: 'ab'.repeat(16), from: 21, to: 40 },
  ],
  days: [
    {
      day: '2026-11-23',
      acts: papers * 3,
      lines: Array.from({ length: papers }, (_, place) => lineOf(place)),
    },
    { day: '2026-11-24', acts: 2, lines: [{ ...lineOf(0), code: 'H55.242-261124-0001' }] },
  ],
  signed: null,
  files: [],
});

export const sampleSealPapers = (): { name: string; values: DaySealValues }[] => {
  const words = messagesIn('vi');
  const valuesOf = (papers: number, electronic: boolean): DaySealValues =>
    madeOf(daySealValues(sampleSeal(papers), { reprint: true, trial: true, words, electronic }));
  return [
    { name: 'a close of day for the hand', values: valuesOf(5, false) },
    { name: 'a close of day for a certificate', values: valuesOf(120, true) },
  ];
};
