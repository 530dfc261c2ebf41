import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import type { ConflictAbout, DossierState } from '../state.ts';
import { businessOf } from './axes.ts';
import { onTime } from './clock.ts';
import type { ActInputs, ActKind } from './commands.ts';
import { rulingsFor } from './conflicts.ts';
import type { ActEvent } from './events.ts';
import { begin, on } from './testing-life.ts';
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
