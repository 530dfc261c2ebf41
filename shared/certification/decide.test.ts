import { describe, expect, it } from 'vitest';
import { decideCertification } from './decide.ts';
import type { CertificationCommand, CertificationContext } from './commands.ts';
import type { CertificationEvent } from './events.ts';
import { countedEntries } from './register.ts';
import type { RegisterState } from './register.ts';
import { rememberedAfter } from './standing.ts';
import { foldRegister, mustDecide, sampleContext, samplePile } from './testing-register.ts';

const open: CertificationCommand = { kind: 'open', register: 'K7Q2', year: 2026, volume: 2, next: 1532 };
const opened = foldRegister(mustDecide(null, open));
const ready = foldRegister(
  mustDecide(opened, { kind: 'setSigner', name: 'Trần Thị Thí Dụ', title: 'Phó Chủ tịch' }, known(opened)),
  opened,
);

/** What a desk that made this state remembers. */
function memoryOf(state: RegisterState | null, desk = 1) {
  return state && rememberedAfter({ state: null, known: null }, [], state, desk);
}

function known(
  state: RegisterState | null,
  change: Partial<CertificationContext> = {},
): CertificationContext {
  const desk = change.desk ?? 1;
  return sampleContext({ known: memoryOf(state, desk), ...change });
}

const accept = (id: string, ...papers: Parameters<typeof samplePile>): CertificationCommand => ({
  kind: 'accept',
  pile: id,
  form: samplePile(...papers),
});
const faultOf = (
  state: RegisterState | null,
  command: CertificationCommand,
  context = known(state),
): unknown => {
  const decided = decideCertification(state, command, context);
  return decided.ok ? decided.value : decided.fault;
};
const step = (state: RegisterState | null, command: CertificationCommand, context = known(state)) => {
  const events = mustDecide(state, command, context);
  return { events, state: foldRegister(events, state) };
};
const certified = (events: readonly CertificationEvent[]) =>
  events.flatMap((event) =>
    event.type === 'pileCertified'
      ? [[event.payload.year, event.payload.volume, ...event.payload.entries.map(({ number }) => number)]]
      : [],
  );

describe('the register', () => {
  it('goes on from where the paper one stood, one number per kind, into the next volume', () => {
    const first = step(ready, accept('p1', ['Giấy khai sinh', 1, 3], ['Học bạ', 3, 2]));
    expect(certified(first.events)).toEqual([[2026, 2, 1532, 1533]]);
    const volume = step(first.state, { kind: 'openVolume' });
    const second = step(volume.state, accept('p2', ['Hợp đồng', 4, 1]));
    expect(certified(second.events)).toEqual([[2026, 3, 1534]]);
    expect(second.state?.place).toEqual({
      year: 2026,
      volume: 3,
      first: 1532,
      next: 1535,
      tally: { struck: 0, copies: 6, fees: 3 * 2_000 + 2 * 5_000 + 6_000 },
    });
  });

  it('closes the year before the first entry of the next, and begins again at volume 1, number 1', () => {
    const { state } = step(ready, accept('p1', ['Giấy khai sinh', 1, 3]));
    const newYear = known(state, { day: '2027-01-04', at: Date.parse('2027-01-04T08:00:00+07:00') });
    const { events, state: after } = step(state, accept('p2', ['Học bạ', 1, 1]), newYear);
    expect(events[0]).toMatchObject({
      type: 'yearClosed',
      payload: { place: { year: 2026, next: 1533, tally: { copies: 3 } } },
    });
    expect(certified(events)).toEqual([[2027, 1, 1]]);
    expect(after?.place).toMatchObject({ year: 2027, volume: 1, first: 1, next: 2 });
    expect(faultOf(after, accept('p3', ['Học bạ', 1, 1]))).toMatchObject({ code: 'registerYearAhead' });
    expect(faultOf(ready, { kind: 'closeYear' })).toMatchObject({ code: 'yearNotOver' });
    expect(faultOf(state, { kind: 'openVolume' }, newYear)).toMatchObject({ code: 'yearToClose' });
  });

  it('says who signs, and refuses without', () => {
    expect(faultOf(opened, accept('p1', ['Học bạ', 1, 1]))).toEqual({ code: 'signerMissing' });
    expect(faultOf(null, accept('p1', ['Học bạ', 1, 1]))).toEqual({ code: 'registerUnopened' });
    expect(faultOf(opened, { kind: 'setSigner', name: ' ', title: '' })).toMatchObject({
      problems: [{ field: 'name' }, { field: 'title' }],
    });
  });

  it('is opened once, in its own year, within its numbers', () => {
    expect(faultOf(ready, open)).toEqual({ code: 'registerOpenAlready' });
    expect(faultOf(null, { ...open, year: 2025 }, sampleContext())).toMatchObject({
      problems: [{ field: 'year' }],
    });
    expect(faultOf(null, { ...open, volume: 0, next: 0 }, sampleContext())).toMatchObject({
      problems: [{ field: 'volume' }, { field: 'next' }],
    });
  });

  it('strikes an entry out or its counts, and the sums follow', () => {
    const { state } = step(ready, accept('p1', ['Giấy khai sinh', 1, 3], ['Học bạ', 3, 2]));
    const entry = {
      year: 2026,
      number: 1532,
      requester: { name: 'Nguyễn Văn Mẫu', idNumber: '', address: '' },
      exempt: false,
      rates: null,
      content: {
        kind: 'Giấy khai sinh',
        parts: [{ pages: 1, copies: 3 }],
        copies: 3,
        due: 6_000,
        fee: 6_000,
      },
      struck: false,
    };
    const corrected = step(state, {
      kind: 'correct',
      entry,
      name: 'Nguyễn Văn Mẫu',
      paper: 'Trích lục khai sinh',
      parts: [{ pages: 1, copies: 5 }],
      reason: 'Đếm nhầm số bản',
    });
    expect(corrected.state?.place.tally).toEqual({ struck: 0, copies: 7, fees: 20_000 });
    const content = { ...entry.content, copies: 5, fee: 10_000 };
    const struck = step(corrected.state, {
      kind: 'strike',
      entry: { ...entry, content },
      reason: 'Ghi nhầm người',
    });
    expect(struck.state?.place).toMatchObject({ next: 1534, tally: { struck: 1, copies: 2, fees: 10_000 } });
    expect(struck.state && countedEntries(struck.state.place)).toBe(1);
    expect(faultOf(state, { kind: 'strike', entry: { ...entry, struck: true }, reason: 'x' })).toMatchObject({
      code: 'entryStruckAlready',
    });
    expect(faultOf(state, { kind: 'strike', entry, reason: ' ' })).toMatchObject({
      problems: [{ field: 'reason' }],
    });
  });
});

describe('who holds the book', () => {
  const joined = foldRegister(
    mustDecide(null, { kind: 'join', register: 'K7Q2' }, sampleContext({ desk: 2 })),
  );
  const at2 = (state: RegisterState | null) => known(state, { desk: 2 });
  const given = step(ready, { kind: 'handOver', toDesk: 2 });
  const custodyOf = (events: readonly CertificationEvent[]) => {
    const [event] = events;
    if (event?.type !== 'registerHandedOver') throw new Error('not handed over');
    return { register: 'K7Q2', ...event.payload };
  };
  const custody = custodyOf(given.events);

  it('may number; everybody else queues and numbers after the hand-over', () => {
    const queued = step(joined, accept('q1', ['Học bạ', 1, 1]), at2(joined));
    expect(queued.events).toMatchObject([{ type: 'pileQueued', payload: { pile: 'q1', total: 2_000 } }]);
    expect(queued.state?.waiting).toEqual(['q1']);
    const taken = step(queued.state, { kind: 'take', custody }, at2(queued.state));
    const signed = step(taken.state, { kind: 'setSigner', name: 'A', title: 'B' }, at2(taken.state));
    const [pile] = queued.events;
    if (pile?.type !== 'pileQueued') throw new Error('not queued');
    const numbered = step(signed.state, { kind: 'numberWaiting', piles: [pile.payload] }, at2(signed.state));
    expect(certified(numbered.events)).toEqual([[2026, 2, 1532]]);
    expect(numbered.state?.waiting).toEqual([]);
  });

  it('is never two desks', () => {
    expect(
      decideCertification(given.state, accept('p9', ['Học bạ', 1, 1]), known(given.state)),
    ).toMatchObject({
      ok: true,
      value: [{ type: 'pileQueued' }],
    });
    expect(faultOf(given.state, { kind: 'handOver', toDesk: 3 })).toMatchObject({
      code: 'registerElsewhere',
      params: { desk: 2 },
    });
  });

  it('takes a line once, at the desk it names', () => {
    expect(faultOf(joined, { kind: 'take', custody }, known(joined, { desk: 3 }))).toMatchObject({
      code: 'custodyForeign',
      params: { desk: 2 },
    });
    const taken = step(joined, { kind: 'take', custody }, at2(joined));
    expect(faultOf(taken.state, { kind: 'take', custody }, at2(taken.state))).toEqual({
      code: 'custodyUsed',
    });
    const back = step(taken.state, { kind: 'handOver', toDesk: 1 }, at2(taken.state));
    expect(faultOf(back.state, { kind: 'take', custody }, at2(back.state))).toEqual({ code: 'custodyUsed' });
    const home = step(given.state, { kind: 'take', custody: custodyOf(back.events) }, known(given.state));
    expect(home.state?.holder).toBe(1);
  });

  it('does not get it back by a vault copied back', () => {
    const context = sampleContext({ known: memoryOf(given.state) });
    expect(faultOf(ready, accept('p1', ['Học bạ', 1, 1]), context)).toEqual({ code: 'registerInDoubt' });
    const found = step(ready, { kind: 'reconcile', volume: 2, last: 1531, holding: true }, context);
    expect(found.state?.holder).not.toBe(1);
  });
});

describe('a vault copied back', () => {
  const { state: later } = step(ready, accept('p1', ['Giấy khai sinh', 1, 1], ['Học bạ', 1, 1]));
  const remembered = sampleContext({ known: memoryOf(later) });

  it('counts on above what is remembered, and names the numbers whose content is on paper alone', () => {
    expect(faultOf(ready, accept('p2', ['Học bạ', 1, 1]), remembered)).toEqual({ code: 'registerInDoubt' });
    const found = step(ready, { kind: 'reconcile', volume: 2, last: 1533, holding: false }, remembered);
    expect(found.events).toMatchObject([
      { payload: { holder: 1, lost: [{ year: 2026, from: 1532, to: 1533 }], place: { next: 1534 } } },
    ]);
    // Its sums are those remembered: the lost entries count in the closing line.
    expect(found.state?.place.tally).toEqual({ struck: 0, copies: 2, fees: 4_000 });
    const next = step(found.state, accept('p3', ['Học bạ', 1, 1]));
    expect(certified(next.events)).toEqual([[2026, 2, 1534]]);
    expect(
      faultOf(ready, { kind: 'reconcile', volume: 2, last: 1500, holding: true }, remembered),
    ).toMatchObject({
      problems: [{ field: 'last', params: { min: 1533 } }],
    });
  });

  it('stays in doubt whatever else is done beside it', () => {
    const { events, state } = step(ready, { kind: 'setSigner', name: 'A', title: 'B' }, remembered);
    const after = state && rememberedAfter({ state: ready, known: remembered.known }, events, state, 1);
    expect(after).toEqual(remembered.known);
    const nothing = sampleContext();
    expect(state && rememberedAfter({ state: ready, known: null }, events, state, 1)).toBeNull();
    expect(faultOf(state, accept('p2', ['Học bạ', 1, 1]), nothing)).toEqual({ code: 'registerInDoubt' });
  });

  it('asks for the last number on paper where nothing is remembered', () => {
    const nothing = sampleContext();
    const found = step(ready, { kind: 'reconcile', volume: 2, last: 1600, holding: true }, nothing);
    expect(found.events).toMatchObject([{ payload: { lost: [{ from: 1532, to: 1600 }], holder: 1 } }]);
    const away = step(ready, { kind: 'reconcile', volume: 2, last: 0, holding: false }, nothing);
    expect(away.state?.holder).toBeNull();
    expect(faultOf(later, { kind: 'reconcile', volume: 2, last: 1600, holding: true })).toEqual({
      code: 'registerSound',
    });
  });
});
