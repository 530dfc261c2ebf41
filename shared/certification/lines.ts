import type { CopyRates } from '../catalogue/procedure.ts';
import type { CertificationEvent, Signer } from './events.ts';
import type { FoundEntry } from './commands.ts';
import type { EntryContent, Requester } from './pile.ts';

/** Said of an entry later: what stood before is struck out, what stands now is beside it. */
export interface Amendment {
  /** Null: its content was not known. */
  before: EntryContent | null;
  requesterBefore: Requester;
  reason: string;
  /** 'YYYY-MM-DD'. */
  day: string;
  clerkName: string;
}

/** A line of the register as it reads now, with everything that was ever struck out in it. */
export interface RegisterLine {
  year: number;
  number: number;
  volume: number;
  day: string;
  /** '' for a number whose pile was lost with a copy of the vault. */
  pile: string;
  requester: Requester;
  /** Null: on paper alone. */
  content: EntryContent | null;
  exemption: string;
  rates: CopyRates | null;
  signer: Signer | null;
  note: string;
  amendments: Amendment[];
  struck: { reason: string; day: string; clerkName: string } | null;
}

/** Lines an event puts into the register. */
export const linesOf = (event: CertificationEvent): RegisterLine[] => {
  if (event.type === 'pileCertified') {
    const { pile, entries, year, volume, day, requester, exemption, rates, signer, note } = event.payload;
    return entries.map(({ number, ...content }) => ({
      year,
      number,
      volume,
      day,
      pile,
      requester,
      content,
      exemption,
      rates,
      signer,
      note,
      amendments: [],
      struck: null,
    }));
  }
  if (event.type !== 'registerReconciled') return [];
  return event.payload.lost.flatMap(({ year, volume, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({
      year,
      number: from + at,
      volume,
      day: '',
      pile: '',
      requester: { name: '', idNumber: '', address: '' },
      content: null,
      exemption: '',
      rates: null,
      signer: null,
      note: '',
      amendments: [],
      struck: null,
    })),
  );
};

/** The line after a correction; any other event leaves it as it is. */
export const amendLine = (line: RegisterLine, event: CertificationEvent): RegisterLine => {
  if (event.type === 'entryCorrected') {
    const { requester, before, after, reason, day, clerkName } = event.payload;
    return {
      ...line,
      requester,
      content: after,
      amendments: [...line.amendments, { before, requesterBefore: line.requester, reason, day, clerkName }],
    };
  }
  if (event.type !== 'entryStruck') return line;
  const { reason, day, clerkName } = event.payload;
  return { ...line, struck: { reason, day, clerkName } };
};

export const foundEntry = (line: RegisterLine): FoundEntry => ({
  year: line.year,
  number: line.number,
  requester: line.requester,
  exempt: line.exemption !== '',
  rates: line.rates,
  content: line.content,
  struck: line.struck !== null,
});
