import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import { formatDateTime } from '../../calendar/vietnam-time.ts';
import { messagesIn } from '../../messages/index.ts';
import { blankState } from '../state.ts';
import { decide } from '../decide.ts';
import { businessOf, deliveryOf } from './axes.ts';
import type { ActKind } from './commands.ts';
import { seriesFor } from './acted.ts';
import { decideAct } from './decide.ts';
import { actKinds, actRoles, warningsOf, whatMayBeDoneNext } from './guards.ts';
import { begin, commandOf, contextAt, on } from './testing-life.ts';
import { lives, refused, wednesday } from './testing-standings.ts';

const words = messagesIn('vi');

describe('who may do what', () => {
  it.each(actKinds)('%s is refused to a clerk without the role, and to an auditor always', (kind) => {
    for (const life of Object.values(lives)) {
      expect(refused(life().ask(kind, wednesday, {}, ['auditor']))).toBe('notAllowed');
      expect(refused(life().ask(kind, wednesday, {}, []))).toBe('notAllowed');
    }
    expect(actRoles[kind]).not.toContain('auditor');
  });
});

describe('acts out of order', () => {
  const table: [keyof typeof lives, Partial<Record<ActKind, string>>][] = [
    [
      'accepted',
      {
        takeBack: 'notHandedOver',
        receiveSupplements: 'notAwaitingSupplements',
        returnResult: 'noResult',
        handBackPapers: 'notEnded',
        closeConflict: 'noConflict',
        refundFee: 'nothingToRefund',
        recordFeeReceipt: 'nothingToReceipt',
      },
    ],
    ['awaiting', { requestSupplements: 'awaitingSupplements', extend: 'awaitingSupplements' }],
    [
      'ready',
      {
        requestSupplements: 'resultIssued',
        extend: 'resultIssued',
        stop: 'resultIssued',
        withdraw: 'resultIssued',
        handOver: 'resultIssued',
        takeBack: 'resultIssued',
        recordResult: 'resultIssued',
      },
    ],
    [
      'returned',
      {
        returnResult: 'alreadyReturned',
        withdraw: 'alreadyReturned',
        stop: 'alreadyReturned',
        recordResult: 'alreadyReturned',
        receiveSupplements: 'alreadyReturned',
        notifyCitizen: 'alreadyReturned',
        handBackPapers: 'nothingHeld',
      },
    ],
    [
      'withdrawn',
      { withdraw: 'alreadyWithdrawn', returnResult: 'alreadyWithdrawn', extend: 'alreadyWithdrawn' },
    ],
    ['stopped', { stop: 'alreadyStopped', handOver: 'alreadyStopped', recordResult: 'alreadyStopped' }],
  ];
  it.each(table)('on a dossier that is %s are refused with their reason', (name, wanted) => {
    for (const kind of actKinds)
      if (wanted[kind] !== undefined) expect(refused(lives[name]().ask(kind, wednesday))).toBe(wanted[kind]);
  });

  it('are refused on what was never taken in, is unknown, or is not understood', () => {
    const blank = blankState('d1', 'e', 'w');
    const command = commandOf('notifyCitizen', 'command-1');
    const context = contextAt(on(wednesday));
    expect(decideAct(blank, command, context)).toMatchObject({ fault: { code: 'notAccepted' } });
    expect(decideAct(null, command, context)).toMatchObject({ fault: { code: 'unknownDossier' } });
    const parked = { ...begin().state, parked: { type: 'new', v: 2 } };
    expect(decideAct(parked, command, context)).toMatchObject({ fault: { code: 'dossierParked' } });
    expect(whatMayBeDoneNext(parked, context)).toEqual([]);
    expect(decideAct(begin().state, { ...command, command: '' }, context)).toMatchObject({
      fault: { code: 'malformedCall' },
    });
  });

  it('asked twice under one id are done once, whatever has happened since', () => {
    const life = begin();
    const collect = commandOf('collectFee', 'command-once', { amount: 8000 });
    const context = contextAt(on(wednesday));
    const first = decideAct(life.state, collect, context);
    if (!first.ok) throw new Error(first.fault.code);
    for (const event of first.value) life.elsewhere(event);
    expect(decideAct(life.state, collect, context)).toEqual({ ok: true, value: [] });
    life.act('stop', wednesday);
    expect(decideAct(life.state, collect, context)).toEqual({ ok: true, value: [] });
    expect(decide(life.state, collect, { ...intakeContext(), ...context })).toEqual({ ok: true, value: [] });
  });
});

/** What an intake's own context holds beside an act's. */
const intakeContext = () => ({
  ...contextAt(on(wednesday)),
  profile: plainDossier.office,
  procedure: { code: 'unknownProcedure' as const },
  amounts: [],
  code: '',
  key: '',
  possibleDuplicates: [],
});

describe('the clock', () => {
  it('warns before a second request, and the event says that it counts', () => {
    const life = lives.awaiting();
    life.act('receiveSupplements', '2026-11-26 09:00');
    expect(warningsOf(life.state, 'requestSupplements', on('2026-11-26 10:00'))).toEqual(['countsAsLate']);
    expect(life.act('requestSupplements', '2026-11-26 10:00')).toMatchObject({
      payload: { round: 2, countsAsLate: true, number: 7, year: 2026 },
    });
  });

  it('freezes the new promise in the event that brings the papers', () => {
    const life = lives.awaiting();
    const event = life.act('receiveSupplements', '2026-11-30 10:00');
    if (event?.type !== 'supplementsReceived') throw new Error('no event');
    expect(event.payload.left).toEqual({ unit: 'minutes', value: 1270 });
    expect(formatDateTime(event.payload.deadline.dueAt, words.calendar)).toBe('16:40 thứ Tư 2/12/2026');
    expect(life.state.clock?.deadline).toBe(event.payload.deadline);
  });

  it('is moved once by form 04, at the close of the new day, and never again', () => {
    const life = begin();
    expect(life.act('extend', wednesday)).toMatchObject({
      payload: {
        tooLate: false,
        dueBefore: plainDossier.deadline.dueAt,
        deadline: { dueAt: on('2026-12-02 17:00') },
      },
    });
    expect(refused(life.ask('extend', '2026-11-26 09:00'))).toBe('extendedAlready');
    expect(warningsOf(begin().state, 'extend', on('2026-11-30 08:00'))).toEqual(['extendedTooLate']);
  });
});

describe('the way of a dossier', () => {
  it('follows one control slip through hands and back', () => {
    const life = begin();
    const command = commandOf('handOver', 'command-1');
    expect(seriesFor(life.state, command)).toBe('control');
    life.act('handOver', wednesday, { batch: 'lo-1' });
    expect(seriesFor(life.state, command)).toBeNull();
    life.act('takeBack', '2026-11-25 10:00');
    expect(businessOf(life.state)).toBe('accepted');
    const again = life.act('handOver', '2026-11-25 11:00', { to: { unit: 'Địa chính', person: '' } });
    expect(again).toMatchObject({ payload: { slip: { number: 7, year: 2026 }, step: 3, from: null } });
    expect(life.state.moves.map(({ event }) => event)).toHaveLength(3);
  });

  it('is the officer’s again after supplements, and the counter’s once the result is here', () => {
    const life = lives.processing();
    life.act('requestSupplements', wednesday);
    expect(businessOf(life.state)).toBe('awaitingSupplements');
    life.act('receiveSupplements', '2026-11-26 08:00');
    expect(businessOf(life.state)).toBe('processing');
    life.act('recordResult', '2026-11-26 09:00', { approved: false });
    expect([businessOf(life.state), life.state.holder]).toEqual(['resultReady', null]);
    expect(warningsOf(life.state, 'returnResult', on(wednesday))).toContain('notApproved');
  });

  it('a wrong entry of the result is replaced by a new one, which asks for a call of its own', () => {
    const life = lives.ready();
    life.act('notifyCitizen', '2026-11-25 09:05');
    expect(deliveryOf(life.state)).toBe('told');
    life.act('recordResult', '2026-11-25 09:30', { number: '16/TLKS', replaces: true });
    expect(life.state.result?.number).toBe('16/TLKS');
    expect(life.state.conflicts).toEqual([]);
    expect(deliveryOf(life.state)).toBe('untold');
    life.act('notifyCitizen', '2026-11-25 09:35', { reached: false });
    expect(deliveryOf(life.state)).toBe('tried');
  });

  it('a correction is an event: the acceptance keeps what was printed, and one person’s two names change as one', () => {
    const life = begin();
    const event = life.act('correct', wednesday);
    if (event?.type !== 'dossierCorrected') throw new Error('no event');
    expect(event.payload.changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`)).toEqual(
      [
        'owner.name: Trần Thị Thí Dụ → Trần Thị Thí Dụ Hai',
        'submitter.name: Trần Thị Thí Dụ → Trần Thị Thí Dụ Hai',
      ],
    );
    expect(life.state.accepted?.owner.name).toBe('Trần Thị Thí Dụ');
    expect(life.state.particulars?.owner.name).toBe('Trần Thị Thí Dụ Hai');
    expect(life.state.particulars?.submitter.name).toBe('Trần Thị Thí Dụ Hai');
  });

  it('a paper file stored where it lies is no news', () => {
    const life = begin();
    life.act('storePaperFile', wednesday);
    expect(life.ask('storePaperFile', '2026-11-25 10:00')).toEqual({ ok: true, value: [] });
  });
});
