import { fail, succeed } from '../faults.ts';
import type { Result } from '../faults.ts';
import type { Problem } from '../text/problem.ts';
import { correct, strike } from './amend.ts';
import { cleaned, invalid } from './commands.ts';
import type { CertificationCommand, CertificationContext, Decided, WaitingPile } from './commands.ts';
import type { Custody } from './custody.ts';
import type { CertificationEvent, Entry, RegisterPlace } from './events.ts';
import { weighPile } from './pile.ts';
import type { PileForm } from './pile.ts';
import { reconcile, serialAt } from './reconcile.ts';
import { mostNumber, mostVolume, noTally } from './register.ts';
import type { RegisterState } from './register.ts';
import { standingOf } from './standing.ts';

const yearOf = (day: string): number => Number(day.slice(0, 4));
const isWhole = (value: number, from: number, to: number): boolean =>
  Number.isSafeInteger(value) && value >= from && value <= to;

/** The state of a desk that may write in the book now, else why not. */
const asHolder = (state: RegisterState | null, context: CertificationContext): Result<RegisterState> => {
  if (state === null) return fail('registerUnopened');
  switch (standingOf(state, context.known, context.desk)) {
    case 'doubt':
      return fail('registerInDoubt');
    case 'elsewhere':
      return fail('registerElsewhere', { desk: state.holder ?? 0 });
    case 'held':
      // The clock stands before the last entry: a date before it in the register would be a false one.
      return yearOf(context.day) < state.place.year
        ? fail('registerYearAhead', { year: state.place.year })
        : succeed(state);
  }
};

const closing = (state: RegisterState): CertificationEvent => ({
  type: 'yearClosed',
  v: 1,
  payload: { place: state.place, signer: state.signer },
});

/** Where counting goes on today: a new year begins again at volume 1, number 1, after the old one is closed. */
const placeToday = (
  state: RegisterState,
  day: string,
): { place: RegisterPlace; before: CertificationEvent[] } => {
  const year = yearOf(day);
  if (year === state.place.year) return { place: state.place, before: [] };
  return { place: { year, volume: 1, first: 1, next: 1, tally: noTally }, before: [closing(state)] };
};

const certify = (
  state: RegisterState,
  piles: readonly WaitingPile[],
  context: CertificationContext,
): Decided => {
  const { signer } = state;
  if (!signer) return fail('signerMissing');
  const { place, before } = placeToday(state, context.day);
  const events = [...before];
  let { next } = place;
  for (const { pile, requester, exemption, note, entries, total, rates } of piles) {
    const numbered: Entry[] = entries.map((entry) => ({ ...entry, number: next++ }));
    events.push({
      type: 'pileCertified',
      v: 1,
      payload: {
        pile,
        requester,
        exemption,
        note,
        total,
        rates,
        entries: numbered,
        year: place.year,
        volume: place.volume,
        day: context.day,
        signer,
        clerkName: context.clerkName,
        desk: context.desk,
        office: context.office,
      },
    });
  }
  return next - 1 > mostNumber ? fail('registerFull') : succeed(events);
};

const accept = (
  state: RegisterState | null,
  { pile: id, form }: { pile: string; form: PileForm },
  context: CertificationContext,
): Decided => {
  if (state === null) return fail('registerUnopened');
  const { pile, problems } = weighPile(form, context.rates);
  if (problems.length > 0) return invalid(...problems);
  const standing = standingOf(state, context.known, context.desk);
  if (standing === 'doubt') return fail('registerInDoubt');
  if (standing === 'elsewhere')
    return succeed([
      {
        type: 'pileQueued',
        v: 1,
        payload: { ...pile, pile: id, day: context.day, clerkName: context.clerkName },
      },
    ]);
  const holder = asHolder(state, context);
  return holder.ok ? certify(holder.value, [{ ...pile, pile: id }], context) : holder;
};

const open = (
  state: RegisterState | null,
  { register, year, volume, next }: { register: string; year: number; volume: number; next: number },
  context: CertificationContext,
): Decided => {
  if (state !== null) return fail('registerOpenAlready');
  const { known } = context;
  if (known && !known.holding) return fail('registerElsewhere', { desk: 0 });
  const lowest = known?.place.year === year ? known.place.next : 1;
  const problems: Problem[] = [];
  if (!isWhole(volume, 1, mostVolume))
    problems.push({ field: 'volume', code: 'outOfRange', params: { min: 1, max: mostVolume } });
  if (!isWhole(next, lowest, mostNumber))
    problems.push({ field: 'next', code: 'outOfRange', params: { min: lowest, max: mostNumber } });
  if (year !== yearOf(context.day)) problems.push({ field: 'year', code: 'date', params: {} });
  if (problems.length > 0) return invalid(...problems);
  const place = { year, volume, first: next, next, tally: noTally };
  return succeed([{ type: 'registerOpened', v: 1, payload: { register, desk: context.desk, place } }]);
};

const handOver = (state: RegisterState, toDesk: number, context: CertificationContext): Decided => {
  if (!isWhole(toDesk, 1, 99) || toDesk === context.desk)
    return invalid({ field: 'toDesk', code: 'otherDesk', params: {} });
  return succeed([
    {
      type: 'registerHandedOver',
      v: 1,
      payload: {
        fromDesk: context.desk,
        toDesk,
        serial: Math.max(state.serial + 1, serialAt(context.at)),
        place: state.place,
      },
    },
  ]);
};

const isBehind = (one: RegisterPlace, other: RegisterPlace): boolean =>
  one.year < other.year || (one.year === other.year && one.next < other.next);

const take = (state: RegisterState | null, custody: Custody, context: CertificationContext): Decided => {
  if (state === null) return fail('registerUnopened');
  if (standingOf(state, context.known, context.desk) === 'doubt') return fail('registerInDoubt');
  if (custody.toDesk !== context.desk) return fail('custodyForeign', { desk: custody.toDesk });
  // An older line, or the same once more, would make a second holder.
  if (custody.serial <= state.serial || isBehind(custody.place, state.place)) return fail('custodyUsed');
  const { fromDesk, toDesk, serial, place } = custody;
  return succeed([{ type: 'registerTaken', v: 1, payload: { fromDesk, toDesk, serial, place } }]);
};

/** What only the desk that holds the book may do. */
const asKeeper = (
  state: RegisterState | null,
  context: CertificationContext,
  act: (holder: RegisterState) => Decided,
): Decided => {
  const holder = asHolder(state, context);
  return holder.ok ? act(holder.value) : holder;
};

const setSigner = ({ name: typedName, title: typedTitle }: { name: string; title: string }): Decided => {
  const name = cleaned('name', typedName, 100);
  const title = cleaned('title', typedTitle, 100);
  const problems = [...name.problems, ...title.problems];
  return problems.length > 0
    ? invalid(...problems)
    : succeed([{ type: 'signerSet', v: 1, payload: { name: name.text, title: title.text } }]);
};

const withdraw = (
  state: RegisterState,
  { pile, reason: typed }: { pile: string; reason: string },
): Decided => {
  if (!state.waiting.includes(pile)) return fail('pileUnknown');
  const reason = cleaned('reason', typed, 500);
  return reason.problems.length > 0
    ? invalid(...reason.problems)
    : succeed([{ type: 'pileWithdrawn', v: 1, payload: { pile, reason: reason.text } }]);
};

const openVolume = ({ place }: RegisterState, { day }: CertificationContext): Decided => {
  if (yearOf(day) > place.year) return fail('yearToClose', { year: place.year });
  if (place.volume >= mostVolume) return fail('registerFull');
  const { year, volume, next } = place;
  return succeed([{ type: 'volumeOpened', v: 1, payload: { year, volume: volume + 1, from: next } }]);
};

const closeYear = (state: RegisterState, { day }: CertificationContext): Decided =>
  yearOf(day) > state.place.year
    ? succeed([closing(state)])
    : fail('yearNotOver', { year: state.place.year });

/** The law of the register: events, or why not. */
export const decideCertification = (
  state: RegisterState | null,
  command: CertificationCommand,
  context: CertificationContext,
): Decided => {
  const unopened = fail('registerUnopened');
  switch (command.kind) {
    case 'open':
      return open(state, command, context);
    case 'join':
      return state === null
        ? succeed([{ type: 'registerJoined', v: 1, payload: { register: command.register } }])
        : fail('registerOpenAlready');
    case 'accept':
      return accept(state, command, context);
    case 'take':
      return take(state, command.custody, context);
    case 'reconcile':
      return reconcile(state, command, context);
    case 'setSigner':
      return state ? setSigner(command) : unopened;
    case 'withdraw':
      return state ? withdraw(state, command) : unopened;
    case 'strike':
      return state ? strike(command.entry, command.reason, context) : unopened;
    case 'correct':
      return state ? correct(command, context) : unopened;
    case 'openVolume':
      return asKeeper(state, context, (holder) => openVolume(holder, context));
    case 'closeYear':
      return asKeeper(state, context, (holder) => closeYear(holder, context));
    case 'numberWaiting':
      return asKeeper(state, context, (holder) =>
        command.piles.length === 0 ? fail('pileUnknown') : certify(holder, command.piles, context),
      );
    case 'handOver':
      return asKeeper(state, context, (holder) => handOver(holder, command.toDesk, context));
  }
};
