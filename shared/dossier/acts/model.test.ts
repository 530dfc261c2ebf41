import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointAt, workingMinutesBetween } from '../../calendar/counting.ts';
import { fee, paper } from '../../forms/testing-samples.ts';
import { admit } from '../admit.ts';
import { evolve, fold } from '../evolve.ts';
import type { Placed } from '../evolve.ts';
import type { StoredEvent } from '../../journal/upcast.ts';
import type { DossierEvent } from '../events.ts';
import type { DossierState } from '../state.ts';
import { summaryOf } from '../summary.ts';
import { businessOf, deliveryOf, nationalState } from './axes.ts';
import type { BusinessState } from './axes.ts';
import { findWorkEnd, onTime } from './clock.ts';
import type { ActKind } from './commands.ts';
import { rulingsFor } from './conflicts.ts';
import { decideAct } from './decide.ts';
import type { ActEvent } from './events.ts';
import { whatMayBeDoneNext } from './guards.ts';
import { moneyStanding } from './money.ts';
import { calendar, commandOf, contextAt, on, takenIn } from './testing-life.ts';
import { commandFor, pickOf, step } from './testing-steps.ts';
import type { Step } from './testing-steps.ts';

/** The law's own table: what each business state may become by one act. Everything else is forbidden. */
const may: Readonly<Record<BusinessState, readonly BusinessState[]>> = {
  guided: [],
  refused: [],
  accepted: ['processing', 'awaitingSupplements', 'resultReady', 'withdrawn', 'stopped'],
  processing: ['accepted', 'awaitingSupplements', 'resultReady', 'withdrawn', 'stopped'],
  awaitingSupplements: ['accepted', 'processing', 'resultReady', 'withdrawn', 'stopped'],
  resultReady: ['returned'],
  returned: [],
  withdrawn: [],
  stopped: [],
};

const accepted = takenIn({ value: 3, unit: 'WORKING_DAY' }, '2026-11-23 15:40', {
  fees: [
    fee('Lệ phí hộ tịch', { state: 'toBeSet', amount: null, total: null }),
    fee('Phí bản sao', { type: 'PHI', amount: 8000, quantity: 2, total: 16_000 }),
  ],
  components: [paper('Sổ hộ khẩu', { originals: 1, held: true }), paper('Tờ khai', { originals: 1 })],
});

interface Told {
  state: DossierState;
  events: Placed<DossierEvent>[];
  now: number;
}

const opening: Placed<DossierEvent> = {
  id: 'e0',
  subject: 'd1',
  at: accepted.receivedAt,
  witness: 'w0',
  event: { type: 'dossierAccepted', v: 1, payload: accepted },
};

const open = (): Told => ({ state: evolve(null, opening), events: [opening], now: accepted.receivedAt });

const moneyNeverNegative = ({ money }: DossierState): void => {
  const { due, held, owed, over, claimed, refunded, toBeSet } = moneyStanding(money);
  for (const figure of [due, held, owed, over, claimed, refunded, toBeSet]) {
    expect(Number.isSafeInteger(figure)).toBe(true);
    expect(figure).toBeGreaterThanOrEqual(0);
  }
  for (const { amount } of [...money.payments, ...money.refunds, ...money.claims])
    expect(amount > 0 && Number.isSafeInteger(amount)).toBe(true);
};

/** One step of one counter's life, with everything the law promises about it. */
const live = (told: Told, one: Step, index: number): Told => {
  const { state } = told;
  const now = told.now + one.wait * 60_000;
  const context = contextAt(now, one.roles);
  const command = commandFor(state, one, `command-${index}`);
  const offered = whatMayBeDoneNext(state, context).some(({ kind }) => kind === one.kind);
  const decided = decideAct(state, command, context);

  // A button that is not shown is an act that is refused, and a refusal for the field's sake alone leaves its button.
  if (!offered) expect(decided.ok).toBe(false);
  if (!decided.ok && decided.fault.code === 'invalidInput') expect(offered).toBe(true);
  // Asked again, the same answer: `decide` is pure.
  expect(decideAct(state, command, context)).toEqual(decided);
  if (!decided.ok) return { ...told, now };

  const placed = decided.value.map((event, place) => ({
    id: `e${index + 1}-${place}`,
    subject: 'd1',
    at: now,
    witness: 'w',
    event,
  }));
  for (const { event } of placed) expect(admit(state, event)).toEqual({ verdict: 'fact' });
  const after = placed.reduce(evolve, state);
  const [before, next] = [businessOf(state), businessOf(after)];
  if (before !== next) expect(may[before]).toContain(next);
  expect(after.conflicts.length).toBeLessThanOrEqual(state.conflicts.length);
  expect(nationalState(next)).toBeGreaterThan(0);
  moneyNeverNegative(after);

  // The same command once more does nothing, whatever has become of the dossier.
  if (placed.length > 0) expect(decideAct(after, command, context)).toEqual({ ok: true, value: [] });
  return { state: after, events: [...told.events, ...placed], now };
};

describe('a dossier at one counter', () => {
  it('never reaches a state the law forbids, whatever is asked of it in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const told = steps.reduce(live, open());
        const { state, events } = told;
        expect(fold(events)).toEqual(state);
        // One desk alone makes no conflict and voids nothing.
        expect(state.conflicts).toEqual([]);
        expect(state.voided).toEqual([]);
        expect(state.endings.length).toBeLessThanOrEqual(1);
        expect(state.extensions.length).toBeLessThanOrEqual(1);
        if (businessOf(state) === 'returned') expect(state.result).not.toBeNull();
        if (businessOf(state) === 'withdrawn') expect(state.result).toBeNull();
        if (deliveryOf(state) === 'returned') expect(businessOf(state)).toBe('returned');
        expect(summaryOf(state)).toMatchObject({
          status: 'accepted',
          business: businessOf(state),
          conflicts: 0,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is on time by the same verdict whenever one asks, once that is settled', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(10_000_000), (steps, later) => {
        const { state, now } = steps.reduce(live, open());
        const judged = onTime(state, now);
        expect(judged).not.toBeNull();
        const again = onTime(state, now + later * 60_000);
        if (judged?.settled)
          expect(again).toMatchObject({ onTime: judged.onTime, why: judged.why, settled: true });
        if (findWorkEnd(state) !== undefined) expect(judged?.settled).toBe(true);
      }),
    );
  });

  it('never counts paused time: work done before and after a pause is the term, whole', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 20 });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 1, max: 20 }), (asked, waited, days) => {
        const dossier = takenIn({ value: days, unit: 'WORKING_DAY' }, '2026-11-23 15:40');
        const first = evolve(null, {
          ...opening,
          event: { type: 'dossierAccepted', v: 1, payload: dossier },
        });
        const pausedAt = dossier.receivedAt + asked * 60_000;
        const resumedAt = pausedAt + waited * 60_000;
        const run = (state: DossierState, kind: 'requestSupplements' | 'receiveSupplements', now: number) => {
          const decided = decideAct(state, commandOf(kind, `command-${kind}`), contextAt(now));
          if (!decided.ok) throw new Error(decided.fault.code);
          return decided.value.reduce(
            (one, event: ActEvent) => evolve(one, { id: kind, subject: 'd1', at: now, witness: 'w', event }),
            state,
          );
        };
        const after = run(run(first, 'requestSupplements', pausedAt), 'receiveSupplements', resumedAt);
        const { dueAt } = after.clock?.deadline ?? { dueAt: 0 };
        const was = dossier.deadline.dueAt;
        const worked = (from: number, to: number): number =>
          workingMinutesBetween(calendar, pointAt(from), pointAt(to));
        expect(dueAt).toBeGreaterThanOrEqual(was);
        if (pausedAt > was) expect(dueAt).toBe(was);
        else
          expect(worked(dossier.receivedAt, pausedAt) + worked(resumedAt, dueAt)).toBe(
            worked(dossier.receivedAt, was),
          );
      }),
    );
  });
});

describe('a dossier that several desks wrote on while the line was cut', () => {
  /** Every desk decides on what it knew when the line went; the feed then brings all in some order. */
  const done = (...kinds: ActKind[]): Step[] =>
    kinds.map((one) => ({ kind: one, wait: 30, pick: 0, amount: 8000, roles: ['reception', 'leader'] }));
  const desks = fc.tuple(
    fc.oneof(
      fc.array(step, { maxLength: 8 }),
      fc.constantFrom(
        done('recordResult'),
        done('requestSupplements'),
        done('setFeeAmount'),
        done('setFeeAmount', 'collectFee'),
        done('handOver', 'requestSupplements', 'receiveSupplements', 'recordResult', 'notifyCitizen'),
      ),
    ),
    fc.array(step, { maxLength: 10 }),
    fc.array(step, { maxLength: 10 }),
    fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  );

  const branch = (from: Told, steps: readonly Step[], name: string): Placed<DossierEvent>[] => {
    const told = steps.reduce((one, step_, index) => live(one, step_, index + 100), {
      ...from,
      state: structuredClone(from.state),
    });
    return told.events.slice(from.events.length).map((placed) => {
      const { event } = placed;
      return { ...placed, id: `${name}-${placed.id}`, event: renamed(event, name) };
    });
  };
  const renamed = (event: DossierEvent, name: string): DossierEvent => {
    const text = JSON.stringify(event).replaceAll(/"(command-\d+|e1\d\d-\d)"/g, `"${name}-$1"`);
    const read: unknown = JSON.parse(text);
    if (!isSameShape(read, event)) throw new Error('renamed away');
    return read;
  };
  const isSameShape = (read: unknown, event: DossierEvent): read is DossierEvent =>
    typeof read === 'object' && read !== null && 'type' in read && read.type === event.type;

  const merge = <T>(one: readonly T[], other: readonly T[], turns: readonly boolean[]): T[] => {
    const [left, right, merged] = [[...one], [...other], [] as T[]];
    for (let turn = 0; left.length + right.length > 0; turn += 1) {
      const from =
        (turns[turn % turns.length] ?? true) && left.length > 0 ? left : right.length > 0 ? right : left;
      const next = from.shift();
      if (next !== undefined) merged.push(next);
    }
    return merged;
  };

  it('keeps every fact, calls every clash by both names, and never counts money below nought', () => {
    fc.assert(
      fc.property(desks, ([common, one, other, turns]) => {
        const base = common.reduce(live, open());
        const feed = merge(branch(base, one, 'a'), branch(base, other, 'b'), turns);
        let { state } = base;
        const known = new Set(base.events.map(({ id }) => id));
        for (const placed of feed) {
          const verdict = admit(state, placed.event);
          const next = evolve(state, placed);
          const opened = next.conflicts.filter((conflict) => conflict.event === placed.id);
          expect(opened.length).toBe(verdict.verdict === 'conflict' ? 1 : 0);
          expect(next.voided.includes(placed.id)).toBe(verdict.verdict === 'void');
          for (const conflict of opened) expect(known.has(conflict.with)).toBe(true);
          known.add(placed.id);
          state = next;
        }
        moneyNeverNegative(state);
        const happened = [...base.events, ...feed];
        expect(fold(happened)).toEqual(state);
        const count = (type: DossierEvent['type']): number =>
          happened.filter(({ event }) => event.type === type).length;
        expect(state.returns).toHaveLength(count('resultReturned'));
        expect(state.withdrawals).toHaveLength(count('dossierWithdrawn'));
        expect(state.stops).toHaveLength(count('processingStopped'));
        expect(state.results).toHaveLength(count('resultArrived'));
        expect(state.rounds).toHaveLength(count('supplementsRequested'));
        expect(state.brought).toHaveLength(count('supplementsReceived'));
        expect(state.extensions).toHaveLength(count('deadlineExtended'));
        expect(state.money.payments).toHaveLength(count('feeCollected') + count('transferMatched'));
        expect(state.money.refunds).toHaveLength(count('feeRefunded'));
        const ends =
          state.endings.length -
          state.overruled.filter((id) => state.endings.some((e) => e.event === id)).length;
        // More than one end is a conflict until somebody has ruled.
        if (ends > 1) expect(state.conflicts.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('can close every conflict, and then has one end at most', () => {
    fc.assert(
      fc.property(desks, fc.nat(1000), ([common, one, other, turns], pick) => {
        const base = common.reduce(live, open());
        const feed: Placed<StoredEvent>[] = merge(branch(base, one, 'a'), branch(base, other, 'b'), turns);
        let state = feed.reduce(evolve, base.state);
        const now = on('2027-06-01 08:00');
        for (let round = 0; state.conflicts.length > 0; round += 1) {
          const before = state.conflicts.length;
          const conflict = pickOf(state.conflicts, pick + round);
          if (!conflict) break;
          const stands = pickOf(rulingsFor(conflict.about), pick + round) ?? 'both';
          const command = commandOf('closeConflict', `command-closing-${round}`, { conflict, stands });
          const decided = decideAct(state, command, contextAt(now, ['leader']));
          if (!decided.ok) throw new Error(decided.fault.code);
          for (const event of decided.value)
            state = evolve(state, { id: `closing-${round}`, subject: 'd1', at: now, witness: 'w', event });
          expect(state.conflicts.length).toBe(before - 1);
        }
        const live_ = state.endings.filter(({ event }) => !state.overruled.includes(event));
        expect(live_.length).toBeLessThanOrEqual(1);
        expect(summaryOf(state).conflicts).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
