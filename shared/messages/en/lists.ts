import type { lists as source } from '../vi/lists.ts';
import type { Translation } from '../translation.ts';

export const lists: Translation<typeof source> = {
  names: {
    handOverList: 'Hand-over list of dossiers',
    resultList: 'Hand-over list of results',
    returnList: 'List of results returned',
    readyList: 'List to telephone from',
    jointReceipt: 'One receipt for several dossiers',
  },
  unfit: {
    notAccepted: 'it was not taken in',
    notHandedOver: 'it lies at the counter and was handed to nobody',
    otherHolder: 'it went from or to somebody else than the first one',
    noResult: 'no result of it waits to be returned',
    notReturned: 'its result was not returned',
    otherRecipient: 'its result went to somebody else than the first one’s',
    otherSubmitter: 'its submitter is not the first one’s',
    otherDay: 'it was not taken in on the same day as the first one',
    ended: 'it has ended',
  },
  copies: {
    handOverList: { file: 'Kept by the giver', citizen: 'Kept by the receiver' },
    resultList: { file: 'Kept by the receiver', citizen: 'Kept by the giver' },
    returnList: { file: 'File copy', citizen: 'Citizen’s copy' },
    readyList: { file: 'At the counter', citizen: 'At the counter' },
    jointReceipt: { file: 'File copy', citizen: 'Citizen’s copy' },
  },
  paper: {
    count: ({ count }) => `${count} dossiers on this list.`,
    clockStands: 'the clock stands still',
    held: ({ name }) => `${name} (original held)`,
  },
  print: 'Print a list',
  slips: 'Control slip of each dossier (form 06)',
  drawn: 'Lists printed',
  about:
    'Hand-over, return and telephone lists and joint receipts drawn in the period. Open one to print it again.',
  none: 'No list was printed in this period.',
  failed: 'The lists could not be opened',
  number: 'Number',
  list: 'List',
  at: 'When',
  dossiers: 'Dossiers',
  clerk: 'Drawn by',
  outcome: 'Print',
  open: 'Open',
  neverPrinted: 'not known whether it was printed',
};
