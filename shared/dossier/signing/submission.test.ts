import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../messages/index.ts';
import { plainDossier } from '../../forms/testing-samples.ts';
import { sayStanding } from '../acts/say-standing.ts';
import { decideAct } from '../acts/decide.ts';
import { whatMayBeDoneNext } from '../acts/guards.ts';
import { inLikelyOrder } from '../acts/likely.ts';
import { seriesFor } from '../acts/acted.ts';
import { begin, commandOf, contextAt, on } from '../acts/testing-life.ts';
import { evolve } from '../evolve.ts';
import { openSubmission } from './submission.ts';

const morning = '2026-11-24 08:00';
const everybody = ['reception', 'officer', 'leader', 'registrar'] as const;

describe('a result submitted on paper', () => {
  it('takes the dossier along by a line of the control slip, and brings it back when it is sent back', () => {
    const life = begin();
    const submitted = life.ask('submitResult', morning, { way: 'paper', files: [] });
    expect(submitted).toMatchObject({
      ok: true,
      value: [
        { type: 'resultSubmitted', payload: { round: 1, way: 'paper' } },
        { type: 'handedOver', payload: { step: 1, slip: { number: 7, year: 2026 }, from: null } },
      ],
    });
    expect(life.state.holder).toEqual({ unit: 'Lãnh đạo UBND xã', person: 'Phạm Thị Mẫu' });
    // Named once, and its hour too while that is told already; near its promise the line tells the hour only here.
    const said = (at: string): string => sayStanding(life.state, on(at), 'local', messagesIn('vi'));
    expect(said(morning)).toContain(
      'Đang chờ Lãnh đạo UBND xã (Phạm Thị Mẫu) xử lý từ 8:00 thứ Ba 24/11/2026, hẹn trả 15:40 thứ Sáu 27/11/2026, còn 3 ngày làm việc · đang trình ký trên giấy · ',
    );
    expect(said('2026-11-27 09:00')).toContain(
      'hồ sơ đang ở Lãnh đạo UBND xã (Phạm Thị Mẫu) · đang trình ký trên giấy từ 8:00 thứ Ba 24/11/2026 · ',
    );
    // A registrar hears of the hand's signature by the paper she is to number.
    const next = whatMayBeDoneNext(life.state, { clerk: { roles: ['registrar'] }, at: on(morning) });
    const order = inLikelyOrder(next, life.state, on(morning)).map(({ kind }) => kind);
    expect(order.slice(0, 2)).toEqual(['numberResult', 'recordResult']);
    expect(life.ask('sendBackResult', '2026-11-24 09:00', {}, ['leader'])).toMatchObject({
      ok: true,
      value: [
        { type: 'resultSentBack' },
        { type: 'takenBack', payload: { reason: 'Sai tên người được xác nhận' } },
      ],
    });
    expect(life.state.holder).toBeNull();
    expect(openSubmission(life.state)).toBeUndefined();
    expect(sayStanding(life.state, on(morning), 'local', messagesIn('vi'))).toContain(
      'bị trả lại lúc 9:00 thứ Ba 24/11/2026: Sai tên người được xác nhận',
    );
    // Again, and this time the hand has signed: numbered, and recorded at the desk.
    life.act('submitResult', '2026-11-25 08:00', { way: 'paper', files: [] });
    expect(life.ask('numberResult', '2026-11-25 09:00', {}, everybody)).toMatchObject({
      ok: true,
      value: [
        {
          type: 'resultNumbered',
          payload: {
            taken: { number: 7, year: 2026 },
            number: '07/GXN-UBND',
            date: '2026-11-25',
            signer: 'Phạm Thị Mẫu',
          },
        },
      ],
    });
    life.act('recordResult', '2026-11-25 10:00', { number: '07/GXN-UBND' });
    expect(openSubmission(life.state)).toBeUndefined();
  });

  it('goes along only when it does not lie there already', () => {
    const life = begin();
    const to = { unit: 'Lãnh đạo UBND xã', person: 'Phạm Thị Mẫu' };
    life.act('handOver', morning, { to });
    expect(life.ask('submitResult', '2026-11-24 09:00', { way: 'paper', to, files: [] })).toMatchObject({
      ok: true,
      value: [{ type: 'resultSubmitted' }],
    });
  });
});

describe('what bars a draft', () => {
  it('is a second one, a request for papers, no PDF, and a missing name', () => {
    const life = begin();
    expect(life.ask('submitResult', morning, { files: [] })).toMatchObject({
      fault: { problems: [{ field: 'files', code: 'actNoDraft' }] },
    });
    const picture = { hash: 'e'.repeat(64), name: 'anh.png', size: 1, mime: 'image/png' };
    expect(
      life.ask('submitResult', morning, {
        files: [picture],
        to: { unit: 'Lãnh đạo', person: ' ' },
        summary: '',
      }),
    ).toMatchObject({
      fault: {
        problems: [
          { field: 'to.person', code: 'required' },
          { field: 'summary', code: 'required' },
          { field: 'files', code: 'actDraftNotPdf' },
        ],
      },
    });
    life.act('submitResult', morning);
    expect(life.ask('submitResult', morning)).toMatchObject({ fault: { code: 'submittedAlready' } });
    expect(life.ask('requestSupplements', morning)).toMatchObject({ fault: { code: 'submittedAlready' } });
    expect(life.ask('numberResult', morning, {}, everybody)).toMatchObject({
      fault: { code: 'notSignedYet' },
    });
    expect(life.ask('numberResult', morning, {}, ['leader'])).toMatchObject({
      fault: { code: 'notAllowed' },
    });
    expect(life.ask('sendBackResult', morning, { reason: '' })).toMatchObject({
      fault: { problems: [{ field: 'reason', code: 'required' }] },
    });
    life.act('withdraw', morning, { originals: [] });
    expect(life.ask('sendBackResult', morning)).toMatchObject({ fault: { code: 'alreadyWithdrawn' } });
  });
});

describe('the number of a document', () => {
  it('is the desk’s next with its symbol, or the one of the office’s own register, which takes none', () => {
    const life = begin();
    life.act('submitResult', morning, { way: 'paper', files: [] });
    const own = commandOf('numberResult', 'command-own', { number: '45/GXN-UBND', symbol: '' });
    expect(seriesFor(life.state, own)).toBeNull();
    expect(seriesFor(life.state, commandOf('numberResult', 'command-next'))).toBe('result');
    expect(decideAct(life.state, own, contextAt(on(morning), everybody))).toMatchObject({
      ok: true,
      value: [{ payload: { taken: null, number: '45/GXN-UBND' } }],
    });
    expect(life.ask('numberResult', morning, { symbol: '' }, everybody)).toMatchObject({
      fault: { problems: [{ field: 'symbol', code: 'required' }] },
    });
  });
});

describe('two desks without a line', () => {
  it('keep both submissions, and what comes after the result is void', () => {
    const here = begin(plainDossier);
    const there = begin(plainDossier);
    there.act('submitResult', morning, { summary: 'Bản của quầy 2' });
    here.act('submitResult', morning);
    const [theirs] = there.state.submissions;
    const { event: _, sentBack, numbered, signedBefore, ...payload } = theirs!;
    expect([sentBack, numbered, signedBefore]).toEqual([null, null, 0]);
    here.elsewhere({ type: 'resultSubmitted', v: 1, payload });
    expect(here.state.submissions).toHaveLength(2);
    expect(openSubmission(here.state)?.summary).toBe('Bản của quầy 2');
    here.act('recordResult', '2026-11-24 10:00');
    const id = here.elsewhere({ type: 'resultSubmitted', v: 1, payload });
    expect(here.state.voided).toEqual([id]);
    // Sent back by a desk that knew of another submission: nobody here knows it.
    const back = {
      command: 'c',
      at: 0,
      businessDay: '2026-11-24',
      desk: 2,
      clerkName: '',
      submission: 'x',
      reason: '',
    };
    const after = evolve(here.state, {
      id: 'back',
      subject: 'd1',
      at: 0,
      witness: 'w',
      event: { type: 'resultSentBack', v: 1, payload: back },
    });
    expect(after.voided).toEqual([id, 'back']);
  });
});
