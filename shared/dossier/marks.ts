import type { DossierRow } from '../contract.ts';

/**
 * What a dossier still asks of the office, one bit each, so that all lists of the day are counted in one pass over a small index. The
 * bits are written into vaults: a new one is added at the end, and the projection's version raised.
 */
export const marks = {
  /** Taken in and at the counter: to be handed over. */
  counter: 1,
  /** With an officer or unit. */
  officer: 2,
  /** The citizen is waited for. */
  papers: 4,
  /** The result is here and she has not been reached. */
  untold: 8,
  told: 16,
  unprinted: 32,
  owed: 64,
  /** A transfer was announced and not yet seen at the bank. */
  claimed: 128,
  conflict: 256,
  /** Originals are held. */
  held: 512,
  /** A drafted result waits for its signature. */
  toSign: 1024,
  /** It is signed and waits for its number, or for the seal. */
  toIssue: 2048,
} as const;

export type Mark = keyof typeof marks;

const courseOf = ({ business, delivery }: DossierRow): Mark | undefined => {
  switch (business) {
    case 'accepted':
      return 'counter';
    case 'processing':
      return 'officer';
    case 'awaitingSupplements':
      return 'papers';
    case 'resultReady':
      return delivery === 'told' ? 'told' : 'untold';
    default:
      return undefined;
  }
};

/** 0 for a dossier nobody has to think of again. */
export const marksOf = (row: DossierRow): number => {
  if (row.status !== 'accepted') return 0;
  const course = courseOf(row);
  // Of what was withdrawn or stopped no fee is asked for any more.
  const isCharged = course !== undefined || row.business === 'returned';
  const all: [Mark, boolean][] = [
    ['unprinted', course !== undefined && !row.printed],
    ['owed', isCharged && row.owed > 0 && row.money !== 'claimed'],
    ['claimed', row.money === 'claimed'],
    ['conflict', row.conflicts > 0],
    ['held', row.held],
    ['toSign', row.signing === 'signature'],
    ['toIssue', row.signing === 'number' || row.signing === 'seal'],
  ];
  return all.reduce(
    (sum, [mark, applies]) => sum + (applies ? marks[mark] : 0),
    course === undefined ? 0 : marks[course],
  );
};

/** The instant its place in a working list goes by: the promise that runs, else since when it stands still. */
export const markedAt = ({ dueNow, pausedSince, readySince, receivedAt }: DossierRow): number =>
  dueNow ?? pausedSince ?? readySince ?? receivedAt;
