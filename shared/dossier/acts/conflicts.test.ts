import { describe, expect, it } from 'vitest';
import shipped from '../../../assets/calendar/vn-2024-2027.json';
import { parseCalendarPack } from '../../calendar/calendar-pack.ts';
import type { CalendarPack } from '../../calendar/calendar-pack.ts';
import { defaultOfficeHours } from '../../calendar/office-hours.ts';
import { weekdayOf } from '../../calendar/vietnam-time.ts';
import { openWorkingCalendar } from '../../calendar/working-calendar.ts';
import { fee, plainDossier } from '../../forms/testing-samples.ts';
import type { ConflictAbout, DossierState } from '../state.ts';
import { businessOf } from './axes.ts';
import { onTime } from './clock.ts';
import type { ActInputs, ActKind } from './commands.ts';
import { rulingsFor } from './conflicts.ts';
import type { ActEvent } from './events.ts';
import { moneyStanding } from './money.ts';
import { listAffected } from './notice.ts';
import { begin, calendar, on, takenIn } from './testing-life.ts';
import type { Life } from './testing-life.ts';

const wednesday = '2026-11-25 09:00';
const thursday = '2026-11-26 09:00';
const known = { ...plainDossier, fees: plainDossier.fees.slice(1) };

/** What another desk does with the dossier as it was when the line went; its ids are its own. */
const meanwhile = <K extends ActKind>(
  from: DossierState,
  kind: K,
  at: string,
  change?: Partial<ActInputs[K]>,
): ActEvent => {
  const other = begin(known);
  other.state = structuredClone(from);
  const event = other.act(kind, at, change);
  if (!event) throw new Error('nothing happened');
  event.payload.command = 'elsewhere';
  return event;
};

/** Both desks act on one state; `event` is theirs, `with` ours. */
const both = (
  prepare: (life: Life) => void,
  ours: (life: Life) => void,
  theirs: (from: DossierState) => ActEvent,
): { life: Life; event: string } => {
  const life = begin(known);
  prepare(life);
  const before = life.state;
  ours(life);
  return { life, event: life.elsewhere(theirs(before)) };
};

const nothing = (): void => undefined;
const ready = (life: Life): void => void life.act('recordResult', wednesday);
const asked = (life: Life): void => void life.act('requestSupplements', wednesday);

const clashes: [ConflictAbout, () => { life: Life; event: string }][] = [
  [
    'returnedTwice',
    () =>
      both(
        ready,
        (d) => d.act('returnResult', thursday),
        (s) => meanwhile(s, 'returnResult', thursday),
      ),
  ],
  [
    'withdrawnTwice',
    () =>
      both(
        nothing,
        (d) => d.act('withdraw', thursday),
        (s) => meanwhile(s, 'withdraw', thursday),
      ),
  ],
  [
    'stoppedTwice',
    () =>
      both(
        nothing,
        (d) => d.act('stop', thursday),
        (s) => meanwhile(s, 'stop', thursday),
      ),
  ],
  [
    'returnedAndWithdrawn',
    () =>
      both(
        nothing,
        (d) => {
          d.act('recordResult', wednesday);
          d.act('returnResult', thursday);
        },
        (s) => meanwhile(s, 'withdraw', thursday),
      ),
  ],
  [
    'returnedAndStopped',
    () =>
      both(
        nothing,
        (d) => {
          d.act('recordResult', wednesday);
          d.act('returnResult', thursday);
        },
        (s) => meanwhile(s, 'stop', thursday),
      ),
  ],
  [
    'withdrawnAndStopped',
    () =>
      both(
        nothing,
        (d) => d.act('withdraw', thursday),
        (s) => meanwhile(s, 'stop', thursday),
      ),
  ],
  ['withdrawnAfterResult', () => both(nothing, ready, (s) => meanwhile(s, 'withdraw', thursday))],
  [
    'resultTwice',
    () => both(nothing, ready, (s) => meanwhile(s, 'recordResult', thursday, { number: '99' })),
  ],
  ['askedTwice', () => both(nothing, asked, (s) => meanwhile(s, 'requestSupplements', thursday))],
  [
    'resumedTwice',
    () =>
      both(
        asked,
        (d) => d.act('receiveSupplements', thursday),
        (s) => meanwhile(s, 'receiveSupplements', '2026-11-30 09:00'),
      ),
  ],
  [
    'extendedTwice',
    () =>
      both(
        nothing,
        (d) => d.act('extend', thursday),
        (s) => meanwhile(s, 'extend', thursday, { date: '2026-12-04' }),
      ),
  ],
  [
    'paidTwice',
    () =>
      both(
        nothing,
        (d) => d.act('collectFee', thursday),
        (s) => meanwhile(s, 'collectFee', thursday),
      ),
  ],
  [
    'refundedTwice',
    () =>
      both(
        (d) => void d.act('collectFee', wednesday),
        (d) => d.act('refundFee', thursday),
        (s) => meanwhile(s, 'refundFee', thursday),
      ),
  ],
  [
    'afterEnd',
    () =>
      both(
        nothing,
        (d) => d.act('withdraw', thursday),
        (s) => meanwhile(s, 'requestSupplements', thursday),
      ),
  ],
];

describe('two facts that clash', () => {
  it.each(clashes)('%s: both stay, the conflict names them, and a ruling closes it', (about, make) => {
    for (const stands of rulingsFor(about)) {
      const { life, event } = make();
      const [conflict, ...more] = life.state.conflicts;
      expect(more).toEqual([]);
      expect(conflict).toMatchObject({ event, about });
      if (!conflict) return;
      expect(
        life.ask('closeConflict', '2026-12-01 09:00', { conflict, stands }, ['reception']),
      ).toMatchObject({
        fault: { code: 'notAllowed' },
      });
      const wrong = (['event', 'with', 'both'] as const).find((one) => !rulingsFor(about).includes(one));
      if (wrong)
        expect(life.ask('closeConflict', '2026-12-01 09:00', { conflict, stands: wrong })).toMatchObject({
          fault: { code: 'invalidInput', problems: [{ field: 'stands', code: 'actRuling' }] },
        });
      life.act('closeConflict', '2026-12-01 09:00', { conflict, stands });
      expect(life.state.conflicts).toEqual([]);
      expect(life.state.closedConflicts).toMatchObject([{ event, about, closed: { stands } }]);
    }
  });

  const ruled = (about: ConflictAbout, stands: 'event' | 'with' | 'both'): DossierState => {
    const make = clashes.find(([one]) => one === about)?.[1];
    const life = make?.().life;
    const conflict = life?.state.conflicts[0];
    if (!life || !conflict) throw new Error('no conflict');
    life.act('closeConflict', '2026-12-01 09:00', { conflict, stands });
    return life.state;
  };

  it('the ruling says how it ended', () => {
    expect(businessOf(ruled('returnedAndWithdrawn', 'with'))).toBe('returned');
    expect(businessOf(ruled('returnedAndWithdrawn', 'event'))).toBe('withdrawn');
    expect(businessOf(ruled('withdrawnAfterResult', 'with'))).toBe('resultReady');
    expect(ruled('resultTwice', 'event').result?.number).toBe('99');
    expect(ruled('resultTwice', 'with').result?.number).toBe('15/TLKS');
  });

  it('the ruling says which promise stands, and how many requests count', () => {
    expect(ruled('extendedTwice', 'event').clock?.deadline.dueAt).toBe(on('2026-12-04 17:00'));
    expect(ruled('extendedTwice', 'with').clock?.deadline.dueAt).toBe(on('2026-12-02 17:00'));
    const later = ruled('resumedTwice', 'event').clock?.deadline.dueAt ?? 0;
    expect(later).toBeGreaterThan(ruled('resumedTwice', 'with').clock?.deadline.dueAt ?? Infinity);
    expect(onTime(ruled('askedTwice', 'both'), on(thursday))?.why).toBe('askedTwice');
    expect(onTime(ruled('askedTwice', 'with'), on(thursday))?.why).toBeNull();
  });

  it('a hand-over of a dossier that ended elsewhere is void, and so is a ruling on nothing', () => {
    const { life, event } = both(
      nothing,
      (d) => d.act('stop', thursday),
      (s) => meanwhile(s, 'handOver', thursday),
    );
    expect(life.state.voided).toEqual([event]);
    expect([life.state.holder, life.state.conflicts]).toEqual([null, []]);
  });
});

describe('the money axis', () => {
  const due = (life: Life): string => {
    const { state, owed, held } = moneyStanding(life.state.money);
    return `${state} ${held}/${owed}`;
  };

  it('goes by what happened', () => {
    const life = begin();
    expect(due(life)).toBe('unpaid 0/16000');
    life.act('claimTransfer', wednesday);
    expect(due(life)).toBe('claimed 0/16000');
    life.act('matchTransfer', wednesday, { claim: life.state.money.claims[0]?.event ?? '', amount: 10_000 });
    expect(due(life)).toBe('partly 10000/6000');
    life.act('collectFee', wednesday, { amount: 6000 });
    // A line the province has yet to set is not paid by paying the rest.
    expect(due(life)).toBe('partly 16000/0');
    expect(life.ask('collectFee', wednesday)).toMatchObject({ fault: { code: 'feeToBeSet' } });
    life.act('setFeeAmount', wednesday);
    expect(due(life)).toBe('partly 16000/8000');
    life.act('exemptFee', wednesday, { line: 0 });
    expect(due(life)).toBe('matched 16000/0');
    life.act('refundFee', wednesday);
    expect(due(life)).toBe('refunded 0/16000');
  });

  it('is free, exempt or cash where it is', () => {
    expect(due(begin({ ...known, fees: [] }))).toBe('free 0/0');
    const cash = begin(known);
    cash.act('collectFee', wednesday);
    expect(due(cash)).toBe('cash 16000/0');
    expect(cash.ask('collectFee', wednesday)).toMatchObject({ fault: { code: 'nothingOwed' } });
    const exempt = begin(known);
    exempt.act('exemptFee', wednesday, { line: 0 });
    expect(due(exempt)).toBe('exempt 0/0');
    expect(
      due(begin({ ...known, fees: [fee('Lệ phí', { state: 'toBeSet', amount: null, total: null })] })),
    ).toBe('toBeSet 0/0');
  });

  it('takes more than is owed only when it is said why, and that is no clash', () => {
    const life = begin(known);
    life.act('collectFee', wednesday, { amount: 20_000, beyond: 'Người nộp không lấy tiền thừa' });
    expect(moneyStanding(life.state.money)).toMatchObject({ over: 4000, owed: 0 });
    expect(life.state.conflicts).toEqual([]);
  });

  it('keeps one official receipt to one payment', () => {
    const life = begin(known);
    life.act('collectFee', wednesday, { amount: 8000 });
    life.act('collectFee', wednesday, { amount: 8000 });
    const [first = { event: '' }, second = { event: '' }] = life.state.money.payments;
    life.act('recordFeeReceipt', wednesday, { payment: first.event });
    expect(life.ask('recordFeeReceipt', wednesday, { payment: second.event })).toMatchObject({
      fault: { problems: [{ field: 'receipt.number', code: 'actReceiptTwice' }] },
    });
    expect(life.ask('recordFeeReceipt', wednesday, { payment: first.event })).toMatchObject({
      fault: { problems: [{ field: 'payment', code: 'actUnknownPayment' }, { code: 'actReceiptTwice' }] },
    });
  });
});

describe('a later holiday notice', () => {
  /** The shipped calendar with one more day off. */
  const addHoliday = (date: string): CalendarPack => {
    const parsed = parseCalendarPack({
      ...shipped,
      days: [
        ...shipped.days,
        {
          date,
          weekday: weekdayOf(date),
          type: 'holiday',
          name: 'Nghỉ mẫu',
          pairedWorkday: null,
          confidence: 'high',
          source: 'mẫu',
        },
      ].sort((one, other) => one.date.localeCompare(other.date)),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.pack;
  };

  it('lists who is touched and moves nothing', () => {
    // Friday 27/11 becomes a day off: one promise falls on it, one term now needs another day, one is over before it.
    const withDay = openWorkingCalendar(addHoliday('2026-11-27'), defaultOfficeHours());
    const onIt = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    const acrossIt = begin(takenIn({ value: 4, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    const beforeIt = begin(takenIn({ value: 2, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    const over = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    over.act('recordResult', wednesday);
    const states = [acrossIt, over, beforeIt, onIt].map(({ state }) => state);
    const before = JSON.stringify(states);
    expect(
      listAffected(states, withDay).map(({ kind, promised, wouldBe }) => ({ kind, promised, wouldBe })),
    ).toEqual([
      { kind: 'closedThatDay', promised: on('2026-11-27 15:40'), wouldBe: on('2026-11-30 15:40') },
      { kind: 'later', promised: on('2026-11-30 15:40'), wouldBe: on('2026-12-01 15:40') },
    ]);
    expect(listAffected(states, calendar)).toEqual([]);
    expect(JSON.stringify(states)).toBe(before);
  });

  it('counts again through the pauses, and leaves a date given by hand where it was given', () => {
    const withDay = openWorkingCalendar(addHoliday('2026-12-02'), defaultOfficeHours());
    const paused = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    paused.act('requestSupplements', wednesday);
    paused.act('receiveSupplements', '2026-11-30 10:00');
    const extended = begin(takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40'));
    extended.act('extend', wednesday, { date: '2026-12-04' });
    expect(listAffected([paused.state, extended.state], withDay)).toMatchObject([
      { kind: 'closedThatDay', promised: on('2026-12-02 16:40'), wouldBe: on('2026-12-03 16:40') },
    ]);
  });
});
