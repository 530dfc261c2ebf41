import { describe, expect, it } from 'vitest';
import { plainDossier } from '../../forms/testing-samples.ts';
import { messagesIn } from '../../messages/index.ts';
import type { Life } from './testing-life.ts';
import { lives, refused, wednesday } from './testing-standings.ts';

const words = messagesIn('vi');

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
