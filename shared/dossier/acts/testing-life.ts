import shipped from '../../../assets/calendar/vn-2024-2027.json' with { type: 'json' };
import { parseCalendarPack } from '../../calendar/calendar-pack.ts';
import { computeDeadline } from '../../calendar/deadline.ts';
import { defaultOfficeHours } from '../../calendar/office-hours.ts';
import { instantOf, localDateAt, parseClock } from '../../calendar/vietnam-time.ts';
import { openWorkingCalendar } from '../../calendar/working-calendar.ts';
import type { Term } from '../../catalogue/procedure.ts';
import type { Result } from '../../faults.ts';
import { paper, plainDossier } from '../../forms/testing-samples.ts';
import type { Role } from '../../journal/row.ts';
import type { DossierAccepted, DossierEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { DossierState } from '../state.ts';
import { isActCommand } from './commands.ts';
import type { ActCommand, ActInputs, ActKind } from './commands.ts';
import type { ActContext } from './context.ts';
import { decideAct } from './decide.ts';
import type { ActEvent } from './events.ts';

const parsed = parseCalendarPack(shipped);
if (!parsed.ok) throw new Error('the shipped calendar is invalid');

/** Monday to Friday 7:30–11:30 and 13:00–17:00; Tuesday 24/11/2026 is a day off. */
export const calendar = openWorkingCalendar(parsed.pack, defaultOfficeHours());

/** 'YYYY-MM-DD HH:MM' at the counter, milliseconds. */
export const on = (text: string): number => {
  const [date = '', clock = ''] = text.split(' ');
  const minute = parseClock(clock);
  if (minute === undefined) throw new Error(`not a time: ${text}`);
  return instantOf(date, minute);
};

/** The plain sample with another term or receipt, its promise counted as at an intake. */
export const takenIn = (
  term: Term,
  received: string,
  change: Partial<DossierAccepted> = {},
): DossierAccepted => {
  const receivedAt = on(received);
  const counted = computeDeadline(term, receivedAt, calendar);
  if (!counted.ok) throw new Error(counted.fault.code);
  return { ...plainDossier, receivedAt, deadline: counted.deadline, ...change };
};

export const contextAt = (at: number, roles: readonly Role[] = ['reception', 'leader']): ActContext => ({
  clerk: { name: 'Cán bộ Mẫu', roles },
  desk: 1,
  at,
  businessDay: localDateAt(at),
  calendar,
  formNumber: 7,
});

/** Inputs that are right for the plain sample, one for every act. */
export const sampleInputs: ActInputs = {
  requestSupplements: { missing: [{ name: 'Tờ khai', count: 1, what: '' }], reason: '', respondBy: null },
  receiveSupplements: { components: [paper('Tờ khai', { originals: 1 })], note: '' },
  handOver: { to: { unit: 'Công chức tư pháp – hộ tịch', person: 'Lê Văn Mẫu' }, batch: '', note: '' },
  takeBack: { reason: 'Giao nhầm' },
  extend: { date: '2026-12-02', reason: 'Chờ xác minh', signer: 'Phạm Thị Mẫu' },
  stop: { reason: 'Không đủ điều kiện', basis: 'Điều mẫu', signer: 'Phạm Thị Mẫu' },
  withdraw: { to: { kind: 'submitter' }, reason: 'Không còn nhu cầu', originals: [0] },
  recordResult: {
    approved: true,
    number: '15/TLKS',
    date: '2026-11-23',
    summary: 'Giấy xác nhận tình trạng hôn nhân',
    signer: 'Phạm Thị Mẫu',
    files: [],
    replaces: false,
  },
  submitResult: {
    to: { unit: 'Lãnh đạo UBND xã', person: 'Phạm Thị Mẫu' },
    way: 'token',
    approved: true,
    summary: 'Giấy xác nhận tình trạng hôn nhân',
    files: [{ hash: 'd'.repeat(64), name: 'du-thao.pdf', size: 1000, mime: 'application/pdf' }],
    note: '',
  },
  sendBackResult: { reason: 'Sai tên người được xác nhận' },
  numberResult: { number: '', symbol: 'GXN-UBND', signer: '' },
  notifyCitizen: { how: 'phone', reached: true, to: '0912000000', note: '' },
  returnResult: {
    to: { kind: 'owner' },
    way: 'counter',
    shown: { by: 'receipt', code: plainDossier.code, key: plainDossier.key },
    originals: [0],
    kept: '',
    signature: 'signature',
    satisfaction: 5,
  },
  handBackPapers: {
    to: { kind: 'owner' },
    shown: { by: 'card', idNumber: plainDossier.owner.idNumber },
    originals: [0],
    signature: 'fingerprint',
  },
  storePaperFile: { place: 'Tủ 2, ngăn 3' },
  correct: { changes: [{ field: 'owner.name', after: 'Trần Thị Thí Dụ Hai' }], reason: 'Gõ nhầm tên' },
  closeConflict: { conflict: { event: '', with: '' }, stands: 'both', ruling: 'Đã kiểm tra' },
  reportReceiptLost: { by: 'Trần Thị Thí Dụ', note: '' },
  collectFee: { amount: 16_000, beyond: '', receipt: null },
  claimTransfer: { amount: 16_000, reference: '' },
  matchTransfer: {
    claim: null,
    amount: 16_000,
    bankDate: '2026-11-23',
    reference: 'FT-MAU-1',
    receipt: null,
  },
  exemptFee: { line: 1, ground: 'Hộ nghèo, giấy chứng nhận mẫu' },
  refundFee: { amount: 16_000, to: 'Trần Thị Thí Dụ', reason: 'Rút hồ sơ' },
  recordFeeReceipt: {
    payment: '',
    receipt: { form: '01BLP', series: 'AA-26E', number: '0000001', date: '2026-11-23', kind: 'electronic' },
  },
  setFeeAmount: { line: 0, amount: 8000, decision: '25/2025/NQ-HĐND' },
};

/** One dossier at one counter: every act decided and folded as main does it. */
export interface Life {
  state: DossierState;
  /** What another desk did, folded as it comes from the feed. Returns the event's id. */
  elsewhere: (event: DossierEvent) => string;
  ask: <K extends ActKind>(
    kind: K,
    at: string | number,
    change?: Partial<ActInputs[K]>,
    roles?: readonly Role[],
  ) => Result<ActEvent[]>;
  /** As `ask`, and throws when it is refused. */
  act: <K extends ActKind>(
    kind: K,
    at: string | number,
    change?: Partial<ActInputs[K]>,
  ) => ActEvent | undefined;
}

/** The sample input of an act, changed. */
export const commandOf = <K extends ActKind>(
  kind: K,
  id: string,
  change: Partial<ActInputs[K]> = {},
): ActCommand => {
  const made = { ...sampleInputs[kind], ...change, kind, command: id };
  if (!isActCommand(made)) throw new Error('no command');
  return made;
};

export const begin = (accepted: DossierAccepted = plainDossier): Life => {
  let count = 0;
  const next = (): string => `event-${(count += 1)}`;
  const placed = (event: DossierEvent, at: number) => ({
    id: next(),
    subject: 'd1',
    at,
    witness: 'w',
    event,
  });
  const life: Life = {
    state: evolve(null, placed({ type: 'dossierAccepted', v: 1, payload: accepted }, accepted.receivedAt)),
    elsewhere: (event) => {
      const one = placed(event, 0);
      life.state = evolve(life.state, one);
      return one.id;
    },
    ask: (kind, at, change = {}, roles = ['reception', 'leader']) => {
      const instant = typeof at === 'number' ? at : on(at);
      const decided = decideAct(
        life.state,
        commandOf(kind, `command-${count}-${kind}`, change),
        contextAt(instant, roles),
      );
      if (decided.ok)
        for (const event of decided.value) life.state = evolve(life.state, placed(event, instant));
      return decided;
    },
    act: (kind, at, change = {}) => {
      const decided = life.ask(kind, at, change);
      if (!decided.ok) throw new Error(`${kind}: ${JSON.stringify(decided.fault)}`);
      return decided.value[0];
    },
  };
  return life;
};
