import { instantOf } from '../calendar/vietnam-time.ts';
import type {
  ActEvent,
  DeadlineExtended,
  HandedOver,
  ProcessingStopped,
  ResultArrived,
  ResultReturned,
  SupplementsRequested,
  TakenBack,
} from '../dossier/acts/events.ts';
import type { FeeCollected, TransferMatched } from '../dossier/acts/money-events.ts';
import type { DossierAccepted, DossierEvent } from '../dossier/events.ts';
import { fold } from '../dossier/evolve.ts';
import { isTaken } from '../dossier/state.ts';
import type { Taken } from '../dossier/state.ts';
import { birthDossier } from './testing-samples.ts';

/** A dossier and what was done to it, folded as the desk folds it. Events happen at the `at` of their payload. */
export const lived = (accepted: DossierAccepted, ...acts: ActEvent[]): Taken => {
  const events: DossierEvent[] = [{ type: 'dossierAccepted', v: 1, payload: accepted }, ...acts];
  const state = fold(
    events.map((event, place) => ({
      id: `event-${place}`,
      subject: 'dossier',
      at: 'at' in event.payload ? event.payload.at : accepted.receivedAt,
      witness: '3fa92c71be',
      event,
    })),
  );
  if (!state || !isTaken(state)) throw new Error('The sample dossier was not taken in');
  return state;
};

/** By whom and when, of a sample act. */
export const acted = (date: string, minute: number) => ({
  command: `${date}-${minute}`,
  at: instantOf(date, minute),
  businessDay: date,
  desk: 1,
  clerkName: 'Lê Thị Ví Dụ',
});

export const askedForPapers: SupplementsRequested = {
  ...acted('2026-11-25', 9 * 60 + 15),
  number: 7,
  year: 2026,
  round: 1,
  countsAsLate: false,
  afterDue: false,
  missing: [
    { name: 'Giấy chứng sinh', count: 1, what: 'tên mẹ chưa khớp căn cước; nộp bản đã đính chính' },
    { name: 'Văn bản ủy quyền', count: 1, what: 'chưa chứng thực chữ ký' },
  ],
  reason: 'Thông tin của người mẹ trên giấy chứng sinh khác với Cơ sở dữ liệu quốc gia về dân cư.',
  respondBy: '2026-12-10',
  dueAt: birthDossier.deadline.dueAt,
};

const justice = { unit: 'Công chức tư pháp - hộ tịch', person: 'Phạm Thị Minh Họa' };
const leader = { unit: 'Lãnh đạo Ủy ban nhân dân xã', person: 'Hoàng Văn Ví Dụ' };
const slip = { number: 4, year: 2026 };

/** Handed to the officer, to the head, and taken back at the counter. */
export const moves: [HandedOver, HandedOver, TakenBack] = [
  { ...acted('2026-11-23', 960), from: null, to: justice, batch: '', slip, step: 1, note: 'kèm 4 giấy tờ' },
  { ...acted('2026-11-26', 600), from: justice, to: leader, batch: '', slip, step: 2, note: '' },
  { ...acted('2026-11-30', 500), from: leader, reason: 'thiếu chữ ký nháy' },
];

export const extended: DeadlineExtended = {
  ...acted('2026-11-26', 840),
  number: 2,
  year: 2026,
  dueBefore: birthDossier.deadline.dueAt,
  deadline: { ...birthDossier.deadline, dueAt: instantOf('2026-12-02', 1020) },
  reason: 'Phải xác minh nơi cư trú của người cha tại xã khác, chưa có văn bản trả lời.',
  signer: 'Hoàng Văn Ví Dụ',
  tooLate: false,
};

export const stopped: ProcessingStopped = {
  ...acted('2026-11-26', 840),
  number: 1,
  year: 2026,
  reason: 'Người yêu cầu không còn cư trú tại xã, việc đăng ký do nơi cư trú mới thực hiện.',
  basis: 'Điều 13 Luật Hộ tịch',
  signer: 'Hoàng Văn Ví Dụ',
};

export const collected: FeeCollected = {
  ...acted('2026-11-23', 945),
  number: 31,
  year: 2026,
  amount: 10_000,
  owed: 16_000,
  beyond: '',
  receipt: { form: '01BLP', series: 'AA-26E', number: '0000123', date: '2026-11-23', kind: 'electronic' },
};

export const matched: TransferMatched = {
  ...acted('2026-11-24', 500),
  claim: null,
  amount: 16_000,
  owed: 16_000,
  bankDate: '2026-11-24',
  reference: 'H55242261123012',
  receipt: null,
};

export const arrived: ResultArrived = {
  ...acted('2026-11-27', 600),
  approved: true,
  number: '45/2026',
  date: '2026-11-27',
  summary: 'Giấy khai sinh của Nguyễn Văn Mẫu và 2 bản sao trích lục.',
  signer: 'Hoàng Văn Ví Dụ',
  files: [],
  replaces: null,
};

export const returned: ResultReturned = {
  ...acted('2026-11-27', 900),
  to: { kind: 'submitter', name: 'Trần Thị Thí Dụ' },
  way: 'counter',
  shown: { by: 'receipt', keyMatched: true },
  originals: [{ position: 0, name: 'Giấy chứng sinh' }],
  kept: '',
  signature: 'signature',
  satisfaction: 5,
};
