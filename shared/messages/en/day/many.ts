import type { many as source } from '../../vi/day/many.ts';
import type { Translation } from '../../translation.ts';

const dossiers = (count: number) => (count === 1 ? '1 dossier' : `${count} dossiers`);

export const many: Translation<typeof source> = {
  marked: (params) => `${dossiers(params.count)} marked`,
  first: (params) => `The first ${params.count} of ${params.total} are marked. Mark on when these are done.`,
  keys: 'Enter: open · Space: mark · Shift+↑↓: mark a stretch · Ctrl+A: all',
  clear: 'Clear marks',
  legend: 'Acts on the marked dossiers',
  title: (params) => `${params.act}: ${dossiers(params.count)}`,
  unit: 'Hand over to unit',
  person: 'Person (if known)',
  note: 'Note',
  place: 'Where they are kept (cupboard, shelf, file)',
  approved: 'Result',
  approvedYes: 'Granted',
  approvedNo: 'Not granted',
  number: 'Number of the paper',
  numberHint: 'Each takes the next number of this desk, in the order of the dossiers; the date is today.',
  date: 'Its date',
  summary: 'Summary',
  signer: 'Signed by',
  how: 'Told by',
  reached: 'The citizen was reached',
  recipient: 'Recipient',
  proxyName: 'Name of the proxy',
  proxyPaper: 'Written authority (number, date, place)',
  shown: 'Shown',
  shownCard: 'Identity card',
  shownStatement: 'Statement that the receipt is lost',
  idNumber: 'Her identity number (scan the card or type)',
  signature: 'Signs by',
  originals: 'All originals held are handed back',
  kept: 'Why originals are kept',
  returnHint:
    'Each dossier is checked for itself: one that is not hers is not returned and stays in the list.',
  run: 'Record',
  runKey: 'Ctrl+Enter',
  running: (params) => `Recording ${params.done}/${params.count}…`,
  done: (params) => `${params.act}: ${dossiers(params.count)} recorded.`,
  refused: (params) =>
    `${dossiers(params.count)} could not be recorded and stay marked. Mend it and record again, or close to look at each.`,
};
