import type { CertificationEvent, RegisterPlace, Signer, Tally } from './events.ts';
import type { EntryContent } from './pile.ts';

/** The register as folded from its events. The entries themselves are lines of a projection; this is all the law needs to count on. */
export interface RegisterState {
  /** Four characters that tell one office's register from another's. */
  register: string;
  /** Number of the desk that holds the book; null: not known here. */
  holder: number | null;
  /** How often it has changed hands. */
  serial: number;
  place: RegisterPlace;
  signer: Signer | null;
  /** The last hand-over, until the book is known to be somewhere: its line can be shown again. */
  carried: { fromDesk: number; toDesk: number } | null;
  /** Piles without a number yet, in the order they came. */
  waiting: string[];
}

export const mostNumber = 999_999;
export const mostVolume = 999;

export const noTally: Tally = { struck: 0, copies: 0, fees: 0 };

const blank = (register: string): RegisterState => ({
  register,
  holder: null,
  serial: 0,
  place: { year: 0, volume: 0, first: 1, next: 1, tally: noTally },
  signer: null,
  carried: null,
  waiting: [],
});

const countedIn = (tally: Tally, copies: number, fees: number, struck = 0): Tally => ({
  struck: tally.struck + struck,
  copies: tally.copies + copies,
  fees: tally.fees + fees,
});

/** The sums belong to the year the register is in: a late correction of a closed year leaves its closing line as it was signed. */
const inYear = (state: RegisterState, year: number, change: (tally: Tally) => Tally): RegisterState =>
  state.place.year === year
    ? { ...state, place: { ...state.place, tally: change(state.place.tally) } }
    : state;

const amountsOf = (content: EntryContent | null): [number, number] =>
  content ? [content.copies, content.fee] : [0, 0];

/** The register after an event; null until it is opened or joined. Total. */
export const evolveRegister = (
  state: RegisterState | null,
  event: CertificationEvent,
): RegisterState | null => {
  if (event.type === 'registerOpened') {
    const { register, desk, place } = event.payload;
    return { ...(state ?? blank(register)), register, holder: desk, place };
  }
  if (event.type === 'registerJoined') return state ?? blank(event.payload.register);
  if (state === null) return null;
  switch (event.type) {
    case 'signerSet':
      return { ...state, signer: { name: event.payload.name, title: event.payload.title } };
    case 'volumeOpened':
      return { ...state, place: { ...state.place, volume: event.payload.volume } };
    case 'yearClosed':
      return {
        ...state,
        place: { year: event.payload.place.year + 1, volume: 1, first: 1, next: 1, tally: noTally },
      };
    case 'registerHandedOver':
    case 'registerTaken': {
      const { fromDesk, toDesk, serial, place } = event.payload;
      const carried = event.type === 'registerHandedOver' ? { fromDesk, toDesk } : null;
      return { ...state, holder: toDesk, serial, place, carried };
    }
    case 'registerReconciled': {
      const { holder, serial, place } = event.payload;
      return { ...state, holder, serial, place, carried: null };
    }
    case 'pileQueued':
      return { ...state, waiting: [...state.waiting, event.payload.pile] };
    case 'pileWithdrawn':
      return { ...state, waiting: state.waiting.filter((pile) => pile !== event.payload.pile) };
    case 'pileCertified': {
      const { pile, entries, year, volume, total } = event.payload;
      const copies = entries.reduce((sum, entry) => sum + entry.copies, 0);
      const last = entries.at(-1)?.number ?? state.place.next - 1;
      const { place } = state;
      const { first, tally } =
        year === place.year ? place : { first: entries[0]?.number ?? 1, tally: noTally };
      return {
        ...state,
        waiting: state.waiting.filter((one) => one !== pile),
        place: { year, volume, first, next: last + 1, tally: countedIn(tally, copies, total) },
      };
    }
    case 'entryCorrected': {
      const { year, before, after } = event.payload;
      const [copies, fees] = amountsOf(before);
      return inYear(state, year, (tally) => countedIn(tally, after.copies - copies, after.fee - fees));
    }
    case 'entryStruck': {
      const { year, before } = event.payload;
      const [copies, fees] = amountsOf(before);
      return inYear(state, year, (tally) => countedIn(tally, -copies, -fees, 1));
    }
    case 'certificationPrinted':
      return state;
  }
};

/** How many entries of the year still count. */
export const countedEntries = ({ first, next, tally }: RegisterPlace): number => next - first - tally.struck;
