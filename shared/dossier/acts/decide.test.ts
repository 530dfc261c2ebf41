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
import type { Life } from './testing-life.ts';

const words = messagesIn('vi');
const wednesday = '2026-11-25 09:00';

const refused = (decided: ReturnType<Life['ask']>) =>
  decided.ok
    ? 'done'
    : decided.fault.code === 'invalidInput'
      ? (decided.fault.problems ?? []).map(({ field, code }) => `${field} ${code}`)
      : decided.fault.code;

/** A dossier in each state an act may meet. */
const lives = {
  accepted: () => begin(),
  processing: () => {
    const life = begin();
    life.act('handOver', wednesday);
    return life;
  },
  awaiting: () => {
    const life = begin();
    life.act('requestSupplements', wednesday);
    return life;
  },
  ready: () => {
    const life = begin();
    life.act('recordResult', wednesday);
    return life;
  },
  returned: () => {
    const life = lives.ready();
    life.act('returnResult', wednesday);
    return life;
  },
  withdrawn: () => {
    const life = begin();
    life.act('withdraw', wednesday, { originals: [] });
    return life;
  },
  stopped: () => {
    const life = begin();
    life.act('stop', wednesday);
    return life;
  },
};

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

describe('bad input is named by its field', () => {
  const long = 'a'.repeat(20_000);
  const table: [string, keyof typeof lives, (life: Life) => ReturnType<Life['ask']>, string[]][] = [
    [
      'money below nought',
      'accepted',
      (d) => d.ask('collectFee', wednesday, { amount: -1 }),
      ['amount actAmount'],
    ],
    ['nought', 'accepted', (d) => d.ask('collectFee', wednesday, { amount: 0 }), ['amount actAmount']],
    ['half a đồng', 'accepted', (d) => d.ask('collectFee', wednesday, { amount: 0.5 }), ['amount actAmount']],
    [
      'no number',
      'accepted',
      (d) => d.ask('claimTransfer', wednesday, { amount: Number.NaN }),
      ['amount actAmount'],
    ],
    [
      'absurd',
      'accepted',
      (d) => d.ask('claimTransfer', wednesday, { amount: 10 ** 13 }),
      ['amount actAmountTooLarge'],
    ],
    [
      'more than owed',
      'accepted',
      (d) => d.ask('collectFee', wednesday, { amount: 16_001 }),
      ['amount actAmountOverOwed'],
    ],
    [
      'a receipt of tomorrow, with letters for digits',
      'accepted',
      (d) =>
        d.ask('collectFee', wednesday, {
          receipt: { form: '', series: 'AA', number: '12a', date: '2026-11-26', kind: 'electronic' },
        }),
      ['receipt.form required', 'receipt.number actReceiptNumber', 'receipt.date actDateFuture'],
    ],
    [
      'a claim nobody made',
      'accepted',
      (d) => d.ask('matchTransfer', wednesday, { claim: 'x' }),
      ['claim actUnknownClaim'],
    ],
    [
      'no such fee line',
      'accepted',
      (d) => d.ask('exemptFee', wednesday, { line: 9 }),
      ['line actUnknownLine'],
    ],
    [
      'a line with its amount',
      'accepted',
      (d) => d.ask('setFeeAmount', wednesday, { line: 1 }),
      ['line actLineNotToBeSet'],
    ],
    [
      'supplements of nothing',
      'accepted',
      (d) => d.ask('requestSupplements', wednesday, { missing: [], reason: ' ' }),
      ['missing required'],
    ],
    [
      'a day past, and a count below nought',
      'accepted',
      (d) =>
        d.ask('requestSupplements', wednesday, {
          missing: [{ name: '', count: -1, what: '' }],
          respondBy: '2026-11-24',
        }),
      ['missing.0.count countInvalid', 'missing.0.name required', 'respondBy actDatePast'],
    ],
    [
      'a year that is not meant',
      'accepted',
      (d) => d.ask('requestSupplements', wednesday, { respondBy: '2062-11-27' }),
      ['respondBy actDateTooFar'],
    ],
    [
      'no day at all',
      'accepted',
      (d) => d.ask('extend', wednesday, { date: '2026-02-30' }),
      ['date actDate'],
    ],
    [
      'a day before the promise',
      'accepted',
      (d) => d.ask('extend', wednesday, { date: '2026-11-26' }),
      ['date actDateNotLater'],
    ],
    [
      'a Sunday',
      'accepted',
      (d) => d.ask('extend', wednesday, { date: '2026-11-29' }),
      ['date actDeskClosed'],
    ],
    [
      'another century',
      'accepted',
      (d) => d.ask('extend', wednesday, { date: '2126-11-30' }),
      ['date actDateTooFar'],
    ],
    ['the same holder', 'processing', (d) => d.ask('handOver', wednesday), ['to.unit actSameHolder']],
    [
      'no papers',
      'awaiting',
      (d) => d.ask('receiveSupplements', wednesday, { components: [] }),
      ['components actNothingListed'],
    ],
    [
      'a result of tomorrow without a number',
      'accepted',
      (d) => d.ask('recordResult', wednesday, { number: '', date: '2026-11-26' }),
      ['number required', 'date actDateFuture'],
    ],
    [
      'no such original',
      'accepted',
      (d) => d.ask('withdraw', wednesday, { originals: [5] }),
      ['originals actUnknownOriginal'],
    ],
    [
      'originals left lying',
      'ready',
      (d) => d.ask('returnResult', wednesday, { originals: [] }),
      ['originals actOriginalsNotTicked'],
    ],
    [
      'no signature',
      'ready',
      (d) => d.ask('returnResult', wednesday, { signature: null }),
      ['signature actSignature'],
    ],
    [
      'six stars of five',
      'ready',
      (d) => d.ask('returnResult', wednesday, { satisfaction: 6 }),
      ['satisfaction actSatisfaction'],
    ],
    [
      'a proxy without authority',
      'ready',
      (d) => d.ask('returnResult', wednesday, { to: { kind: 'proxy', name: '', idNumber: '', paper: '' } }),
      ['to.name required', 'to.idNumber required', 'to.paper required'],
    ],
    [
      'by post, with nothing sent',
      'ready',
      (d) => d.ask('returnResult', wednesday, { way: 'post' }),
      ['shown.by actWaybill'],
    ],
    [
      'a correction that changes nothing',
      'accepted',
      (d) =>
        d.ask('correct', wednesday, { changes: [{ field: 'owner.name', after: plainDossier.owner.name }] }),
      ['changes actUnchanged'],
    ],
    [
      'a telephone of three digits',
      'accepted',
      (d) => d.ask('correct', wednesday, { changes: [{ field: 'submitter.phone', after: '113' }] }),
      ['submitter.phone phoneFormat', 'owner.phone phoneFormat'],
    ],
    [
      'a sex nobody knows, twice',
      'accepted',
      (d) =>
        d.ask('correct', wednesday, {
          changes: [
            { field: 'owner.sex', after: 'x' },
            { field: 'owner.sex', after: 'nam' },
          ],
        }),
      ['owner.sex actUnknownField', 'owner.sex actFieldTwice'],
    ],
    [
      'a kind of card its number does not fit',
      'accepted',
      (d) => d.ask('correct', wednesday, { changes: [{ field: 'owner.idKind', after: 'cmnd' }] }),
      ['submitter.idNumber cmndFormat', 'owner.idNumber cmndFormat'],
    ],
    [
      'post without an address',
      'accepted',
      (d) => d.ask('correct', wednesday, { changes: [{ field: 'delivery.method', after: 'post' }] }),
      ['delivery.address required'],
    ],
    [
      'a hidden character',
      'accepted',
      (d) => d.ask('storePaperFile', wednesday, { place: 'T\u0000ủ' }),
      ['place hiddenCharacter'],
    ],
    [
      'a text turned round',
      'accepted',
      (d) => d.ask('stop', wednesday, { reason: 'a\u202Eb' }),
      ['reason directionOverride'],
    ],
    [
      'twenty thousand letters',
      'processing',
      (d) => d.ask('takeBack', wednesday, { reason: long }),
      ['reason tooLong'],
    ],
  ];
  it.each(table)('%s', (_, state, ask, problems) => {
    const life = lives[state]();
    const before = JSON.stringify(life.state);
    const decided = ask(life);
    expect(refused(decided)).toEqual(problems);
    expect(JSON.stringify(life.state)).toBe(before);
    for (const problem of decided.ok ? [] : (decided.fault.problems ?? []))
      expect([
        ...Object.keys(words.faults.problems),
        ...Object.keys(words.citizen.problems),
        ...Object.keys(words.intake.problems),
      ]).toContain(problem.code);
  });
});

describe('the result goes to whom it belongs', () => {
  const receipt = { by: 'receipt', code: plainDossier.code, key: plainDossier.key } as const;
  it('by the receipt scanned, told from another’s and from a forged one', () => {
    expect(
      refused(
        lives.ready().ask('returnResult', wednesday, { shown: { ...receipt, code: 'H55.241-261123-0007' } }),
      ),
    ).toBe('receiptOfOther');
    expect(
      refused(lives.ready().ask('returnResult', wednesday, { shown: { ...receipt, key: 'X'.repeat(20) } })),
    ).toBe('receiptForged');
    const life = lives.ready();
    expect(life.act('returnResult', wednesday)).toMatchObject({
      type: 'resultReturned',
      payload: {
        shown: { by: 'receipt', keyMatched: true },
        to: { kind: 'owner', name: plainDossier.owner.name },
      },
    });
    expect([businessOf(life.state), deliveryOf(life.state)]).toEqual(['returned', 'returned']);
  });

  it('by the card without it, and not to another’s card', () => {
    const card = (idNumber: string) => ({ shown: { by: 'card', idNumber } as const });
    expect(refused(lives.ready().ask('returnResult', wednesday, card('019190000002')))).toEqual([
      'shown.idNumber actCardDiffers',
    ]);
    expect(refused(lives.ready().ask('returnResult', wednesday, card(' 019 190 000 001 ')))).toBe('done');
    const unnamed = begin({ ...plainDossier, owner: { ...plainDossier.owner, idNumber: '' } });
    unnamed.act('recordResult', wednesday);
    expect(refused(unnamed.ask('returnResult', wednesday, card('019190000001')))).toEqual([
      'shown.idNumber actCardUnknown',
    ]);
  });

  it('by a sworn statement, after which the receipt opens nothing and warns', () => {
    const life = lives.ready();
    life.act('reportReceiptLost', wednesday);
    expect(refused(life.ask('returnResult', wednesday))).toBe('receiptReportedLost');
    expect(warningsOf(life.state, 'returnResult', on(wednesday))).toContain('receiptReportedLost');
    const sworn = lives.stopped();
    sworn.act('handBackPapers', wednesday, {
      shown: { by: 'statement', idNumber: plainDossier.owner.idNumber },
    });
    expect(sworn.state.receiptLost).toMatchObject({ by: plainDossier.owner.name });
    expect(refused(sworn.ask('reportReceiptLost', wednesday))).toBe('receiptLostAlready');
  });

  it('to a proxy who shows her own card and the paper that lets her', () => {
    const life = lives.ready();
    const proxy = {
      kind: 'proxy',
      name: 'Nguyễn Văn Mẫu',
      idNumber: '019090000009',
      paper: 'Giấy ủy quyền số 1',
    } as const;
    expect(
      refused(
        life.ask('returnResult', wednesday, { to: proxy, shown: { by: 'card', idNumber: '019190000001' } }),
      ),
    ).toEqual(['shown.idNumber actCardDiffers']);
    expect(
      life.act('returnResult', wednesday, { to: proxy, shown: { by: 'card', idNumber: proxy.idNumber } }),
    ).toMatchObject({ payload: { to: proxy } });
  });

  it('with originals ticked off, or the reason they are kept', () => {
    const life = lives.ready();
    life.act('returnResult', wednesday, { originals: [], kept: 'Chờ đối chiếu' });
    expect(life.state.originals[0]).toMatchObject({ backAt: null });
    life.act('handBackPapers', '2026-11-26 08:00');
    expect(life.state.originals[0]).toMatchObject({ backAt: on('2026-11-26 08:00') });
    expect(refused(life.ask('handBackPapers', '2026-11-26 08:05'))).toBe('nothingHeld');
  });

  it('by post with a waybill and nobody’s signature', () => {
    const life = lives.ready();
    life.act('returnResult', wednesday, {
      way: 'post',
      shown: { by: 'sent', waybill: 'VN-MAU-1' },
      signature: null,
    });
    expect(deliveryOf(life.state)).toBe('sent');
  });
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
