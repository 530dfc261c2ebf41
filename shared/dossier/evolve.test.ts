import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDossier } from '../forms/testing-samples.ts';
import { isDossierEvent, isOfficeEvent, upcast } from '../journal/upcast.ts';
import type { StoredEvent, Upcaster } from '../journal/upcast.ts';
import { evolveOffice } from '../office/evolve.ts';
import type { OfficeState } from '../office/profile.ts';
import { admit } from './admit.ts';
import { evolve, fold } from './evolve.ts';
import type { Placed } from './evolve.ts';
import { businessOf, nationalState } from './acts/axes.ts';
import type { PaperOutcome } from './events.ts';
import type { DossierState } from './state.ts';
import { isPaperInDoubt, isPaperSettled, mainPaper, summaryOf } from './summary.ts';

const guided = { ...plainDossier, number: 1, year: 2026, missing: [], reason: '' };
const knownEvent: fc.Arbitrary<StoredEvent> = fc.oneof(
  fc.constant({ type: 'dossierAccepted', v: 1, payload: plainDossier }),
  fc.constant({ type: 'intakeGuided', v: 1, payload: guided }),
  fc.constant({ type: 'intakeRefused', v: 1, payload: guided }),
  fc.record({
    type: fc.constant('paperPrinted'),
    v: fc.constant(2),
    payload: fc.record({
      form: fc.constantFrom('receipt', 'guidance', 'refusal', 'control'),
      about: fc.constantFrom('', 'event'),
      outcome: fc.constantFrom('printed', 'saved', 'failed', 'unsure', 'skipped'),
      printer: fc.string(),
      paper: fc.constantFrom('A4', 'A5'),
      copies: fc.nat(9),
      reprint: fc.boolean(),
      detail: fc.string(),
    }),
  }),
);
const names = [
  'dossierAccepted',
  'intakeGuided',
  'intakeRefused',
  'paperPrinted',
  'epochOpened',
  'constructor',
  '__proto__',
  'toString',
  '',
];
/** Another release's event, an erased one, or nonsense. */
const strangeEvent: fc.Arbitrary<StoredEvent> = fc.oneof(
  fc.record({ type: fc.constantFrom(...names), v: fc.constantFrom(0, 2, 7, -1), payload: fc.jsonValue() }),
  fc.record({
    type: fc.constantFrom(...names),
    v: fc.constant(1),
    payload: fc.constantFrom(null, [], 'x', 1, true),
  }),
  fc
    .record({ type: fc.string(), v: fc.nat(), payload: fc.jsonValue() })
    .filter(({ type }) => !names.includes(type)),
);
const story = (event: fc.Arbitrary<StoredEvent>): fc.Arbitrary<Placed<StoredEvent>[]> =>
  fc.array(event, { maxLength: 12 }).map((events) =>
    events.map((one, at) => ({
      id: `e${at}`,
      subject: 'd1',
      at: 1000 + at,
      witness: `w${at}`,
      event: one,
    })),
  );
const openings = new Set(['dossierAccepted', 'intakeGuided', 'intakeRefused']);
const isOpening = ({ event }: Placed<StoredEvent>): boolean =>
  isDossierEvent(event) && openings.has(event.type);

describe('a dossier’s life', () => {
  it('has an answer to every event in every state, and changes no state it was given', () => {
    fc.assert(
      fc.property(story(fc.oneof(knownEvent, strangeEvent)), (events) => {
        let state: DossierState | null = null;
        for (const one of events) {
          const before: string = JSON.stringify(state);
          const next: DossierState = evolve(state, one);
          expect(JSON.stringify(state)).toBe(before);
          state = next;
          // A list and the printer must be able to live with whatever came.
          expect(summaryOf(state).id).toBe('d1');
          expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(nationalState(businessOf(state)));
          expect(typeof isPaperSettled(state, mainPaper(state))).toBe('boolean');
        }
        expect(fold(events)).toEqual(state);
      }),
    );
  });

  it('keeps the first outcome as its own and every further one as a conflict: no fact is dropped', () => {
    fc.assert(
      fc.property(story(fc.oneof(knownEvent, strangeEvent)), (events) => {
        const state = fold(events);
        const opened = events.filter(isOpening);
        expect(state?.conflicts.map(({ event }) => event) ?? []).toEqual(opened.slice(1).map(({ id }) => id));
        if (opened[0]) expect(state).toMatchObject({ openedBy: opened[0].id, witness: opened[0].witness });
        for (const conflict of state?.conflicts ?? []) expect(conflict.with).toBe(opened[0]?.id);
        const printed = events.filter(({ event }) => isDossierEvent(event) && event.type === 'paperPrinted');
        expect(state?.papers.map(({ at }) => at) ?? []).toEqual(printed.map(({ at }) => at));
        const outcomes = [state?.accepted, state?.guided, state?.refused].filter((one) => one);
        expect(outcomes).toHaveLength(opened.length > 0 ? 1 : 0);
      }),
    );
  });

  it('is parked exactly by what this software does not know, for good', () => {
    fc.assert(
      fc.property(story(fc.oneof(knownEvent, strangeEvent)), (events) => {
        const state = fold(events);
        const strange = events.findLast(({ event }) => !isDossierEvent(event));
        const isOrphan =
          events[0] !== undefined &&
          isDossierEvent(events[0].event) &&
          events[0].event.type === 'paperPrinted';
        expect(state?.parked != null).toBe(strange !== undefined || isOrphan);
        if (strange) expect(state?.parked).toEqual({ type: strange.event.type, v: strange.event.v });
      }),
    );
  });

  it('admits every fact, names the clash, and parks the rest', () => {
    fc.assert(
      fc.property(
        story(fc.oneof(knownEvent, strangeEvent)),
        fc.oneof(knownEvent, strangeEvent),
        (events, next) => {
          const state = fold(events);
          const verdict = admit(state, next);
          const after = evolve(state, { id: 'next', subject: 'd1', at: 0, witness: 'w', event: next });
          const conflicts = after.conflicts.length - (state?.conflicts.length ?? 0);
          if (!isDossierEvent(next)) expect(verdict).toEqual({ verdict: 'parked' });
          else if (verdict.verdict === 'conflict') {
            expect(conflicts).toBe(1);
            expect(after.conflicts.at(-1)).toMatchObject({ event: 'next', with: verdict.with });
          } else expect(conflicts).toBe(0);
          if (verdict.verdict === 'parked') expect(after.parked).not.toBeNull();
        },
      ),
    );
  });
});

describe('the office', () => {
  const officeTypes = [
    'epochOpened',
    'officeFounded',
    'laneGranted',
    'clerkRemoved',
    'businessDayConfirmed',
    'x',
  ];
  it('ignores what this software does not know, erased or of another version', () => {
    const founded: OfficeState | null = evolveOffice(null, {
      type: 'officeFounded',
      v: 1,
      payload: {
        profile: plainDossier.office,
        desk: { number: 1, name: '' },
        lane: { from: 1, to: 999 },
        provinceNumbers: false,
        hours: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
        trial: true,
        founder: { id: 'c1', name: '', username: 'm', roles: ['admin'], publicKey: '', removed: false },
      },
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...officeTypes),
        fc.constantFrom(0, 1, 2),
        fc.jsonValue(),
        (type, v, payload) => {
          const isShaped = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
          fc.pre(v !== 1 || type === 'x' || !isShaped);
          const event = { type, v, payload };
          expect(isOfficeEvent(event)).toBe(false);
        },
      ),
    );
    expect(founded?.lanes).toEqual([{ from: 1, to: 999 }]);
    // Nothing but a founding founds an office.
    expect(evolveOffice(null, { type: 'clerkRemoved', v: 1, payload: { clerk: 'c1' } })).toBeNull();
  });
});

describe('an old event', () => {
  const steps: Record<string, Upcaster> = {
    'paperPrinted@-1': (payload) => ({ ...(payload as object), form: 'receipt' }),
    'paperPrinted@0': (payload) => ({ ...(payload as object), reprint: false }),
    'broken@1': () => {
      throw new Error('cannot read this');
    },
  };

  it('climbs one version at a time, as far as there are steps', () => {
    expect(upcast({ type: 'paperPrinted', v: -1, payload: { copies: 2 } }, steps)).toEqual({
      type: 'paperPrinted',
      v: 1,
      payload: { copies: 2, form: 'receipt', reprint: false },
    });
    expect(upcast({ type: 'paperPrinted', v: 0, payload: { copies: 2 } }, steps)).toMatchObject({ v: 1 });
    expect(upcast({ type: 'paperPrinted', v: 5, payload: {} }, steps)).toEqual({
      type: 'paperPrinted',
      v: 5,
      payload: {},
    });
  });

  it('stays as it was when it is erased, unknown, or beyond its step', () => {
    for (const event of [
      { type: 'paperPrinted', v: 0, payload: null },
      { type: 'somethingNew', v: 3, payload: { a: 1 } },
      { type: 'broken', v: 1, payload: {} },
    ])
      expect(upcast(event, steps)).toEqual(event);
  });

  it('of today’s release needs no step', () => {
    fc.assert(
      fc.property(knownEvent, (event) => {
        expect(upcast(event)).toEqual(event);
        expect(isDossierEvent(upcast(event))).toBe(true);
      }),
    );
  });
});

describe('a paper in doubt', () => {
  const after = (...outcomes: PaperOutcome[]): DossierState => {
    const events: StoredEvent[] = [
      { type: 'dossierAccepted', v: 1, payload: plainDossier },
      ...outcomes.map((outcome) => ({
        type: 'paperPrinted',
        v: 2,
        payload: { form: 'receipt', about: '', outcome },
      })),
    ];
    const state = fold(events.map((event, at) => ({ id: `e${at}`, subject: 'd', at, witness: '', event })));
    if (!state) throw new Error('no dossier');
    return state;
  };

  it('is one nobody has seen come out, not one known to have failed', () => {
    expect(isPaperInDoubt(after(), 'receipt')).toBe(true);
    expect(isPaperInDoubt(after('unsure'), 'receipt')).toBe(true);
    expect(isPaperInDoubt(after('failed', 'unsure'), 'receipt')).toBe(true);
    expect(isPaperInDoubt(after('failed'), 'receipt')).toBe(false);
    expect(isPaperInDoubt(after('unsure', 'printed'), 'receipt')).toBe(false);
    expect(isPaperInDoubt(after('skipped'), 'receipt')).toBe(false);
  });
});
