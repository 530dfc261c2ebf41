import { counted } from '../../text/counted.ts';
import type { Translation } from '../translation.ts';
import type { seals as vi } from '../vi/seals.ts';

export const seals: Translation<typeof vi> = {
  name: 'Close-of-day register',
  paper: {
    forms: { receipt: 'erased by law', guidance: 'guidance', refusal: 'refusal' },
    lane: ({ from, to }) => `${String(from).padStart(4, '0')}–${String(to).padStart(4, '0')}`,
    covers: ({ from, to, rows }) => `${counted(rows, 'journal row')}, from ${from} to ${to}`,
    count: ({ papers, days }) => `${counted(papers, 'paper')} in ${counted(days, 'day')}`,
    day: ({ date, papers, acts }) => `${date}: ${counted(papers, 'paper')}, ${counted(acts, 'act')}`,
    place: ({ pos, seq }) => `row ${pos}, number ${seq} of its opening of the vault`,
    signed: ({ name, at }) => `${name}, signed at ${at}`,
    epoch: ({ name, from, to }) => `${name}… rows ${from}–${to}`,
  },
  title: 'Close of day',
  hint: 'One signature for every open day: from then on nobody can quietly change the journal. Work goes on without it.',
  failed: 'The close of day could not be opened',
  open: {
    title: 'Not closed',
    none: 'Every day is closed. A day with new papers shows here.',
    day: ({ date, papers }) => `${date} · ${counted(papers, 'paper')}`,
    more: 'There are later days: close them next.',
    sign: 'Sign and close',
    hand: 'Print to sign by hand',
    handNote: 'Printing closes the days and is recorded as signed by hand. Sign, seal and file it.',
  },
  dialog: {
    title: 'Close the day with a signature',
    file: ({ days }) => `Close-of-day register of ${days}`,
    working: 'Drawing up the register and signing. This may take some seconds.',
    done: 'Closed and signed. Keep a copy away from this PC.',
  },
  list: {
    title: 'Closed',
    none: 'No day is closed yet.',
    number: 'Number',
    days: 'Days',
    papers: 'Papers',
    at: 'Closed at',
    clerk: 'By',
    state: 'State',
    see: 'See',
    save: 'Save PDF',
    acts: 'Acts',
    signed: ({ name }) => `Signed: ${name}`,
    stamped: 'time-stamped',
    unstamped: 'no time stamp yet',
    byHand: 'By hand',
    neverPrinted: 'nobody knows whether it was printed',
  },
  notice: {
    text: ({ count, first }) =>
      count === 1 ? `${first} is not closed.` : `${count} days are not closed, from ${first} on.`,
    act: 'Close',
  },
  closing: {
    title: 'Today is not closed',
    text: ({ count }) =>
      `${counted(count, 'paper')} not in a close-of-day register yet. Tomorrow will do; nothing is lost.`,
  },
};
