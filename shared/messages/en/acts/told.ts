type Text = (params: Record<string, string>) => string;

const parted = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(', ');

/** What each act did, in a line of the dossier's history; numbers, dates and money come ready to be read. */
export const told = {
  supplementsRequested: (p) =>
    parted(
      `Form ${p['slip']}, request ${p['round']}`,
      p['respondBy'] && `to come by ${p['respondBy']}`,
      p['late'],
    ),
  supplementsReceived: (p) => `${p['papers']} papers, now due ${p['dueAt']}`,
  handedOver: (p) => parted(`To ${p['unit']}`, p['person'], `slip ${p['slip']}, step ${p['step']}`),
  takenBack: (p) => `From ${p['unit']}: ${p['reason']}`,
  deadlineExtended: (p) => parted(`Form ${p['slip']}`, `now due ${p['dueAt']}`, p['late']),
  processingStopped: (p) => `Notice ${p['slip']}`,
  dossierWithdrawn: (p) => parted(`To ${p['to']}`, p['originals']),
  resultArrived: (p) => parted(p['approved'], `no. ${p['result']} of ${p['date']}`, p['summary']),
  citizenNotified: (p) => parted(p['how'], p['reached']),
  resultReturned: (p) =>
    parted(`To ${p['to']}`, p['way'], parted(p['shown'], p['shownNumber']), p['originals']),
  papersHandedBack: (p) => parted(`To ${p['to']}`, p['shown'], p['shownNumber'], p['originals']),
  paperFileStored: (p) => p['place'] ?? '',
  dossierCorrected: (p) => `${p['fields']}: “${p['before']}” to “${p['after']}”. ${p['reason']}`,
  conflictClosed: (p) => p['ruling'] ?? '',
  receiptReportedLost: (p) => `Reported by ${p['by']}`,
  feeCollected: (p) =>
    parted(p['amount'], `slip ${p['slip']}`, p['receipt'] && `receipt no. ${p['receipt']}`),
  transferClaimed: (p) => p['amount'] ?? '',
  transferMatched: (p) => parted(p['amount'], p['reference']),
  feeExempted: (p) => `${p['label']}: ${p['ground']}`,
  feeRefunded: (p) => p['amount'] ?? '',
  feeReceiptRecorded: (p) => `Receipt no. ${p['receipt']}`,
  feeAmountSet: (p) => `${p['label']}: ${p['amount']}`,
  resultSubmitted: (p) =>
    parted(`Round ${p['round']}, to ${p['person']} (${p['unit']})`, p['signing'], p['summary']),
  resultSentBack: (p) => p['reason'] ?? '',
  resultNumbered: (p) =>
    parted(`No. ${p['result']} of ${p['date']}`, p['signer'] && `signed by ${p['signer']}`),
  paperFiled: (p) => `“${p['file']}”`,
  paperSigned: (p) => parted(`“${p['file']}”`, p['signer'], p['place'], p['software']),
  signatureStamped: (p) => parted(`“${p['file']}”`, p['stampedAt']),
} satisfies Record<string, Text>;

/** Words a history line fills in. */
export const toldParts = {
  countsAsLate: 'the dossier counts as late',
  tooLate: 'after the due date',
  signedAs: { person: 'own signature', agency: 'agency seal', copy: 'signed as a copy' },
  signingBy: { token: 'with a token', paper: 'on paper' },
  softwareToken: 'certificate in a file',
  approved: 'Granted',
  refused: 'Refused',
  reached: 'reached',
  notReached: 'not reached',
  originals: (params: { count: number }) =>
    params.count === 0 ? '' : params.count === 1 ? '1 original back' : `${params.count} originals back`,
  fields: {
    name: 'name',
    idKind: 'kind of identity paper',
    idNumber: 'identity number',
    birthDate: 'date of birth',
    sex: 'sex',
    address: 'address',
    phone: 'phone',
    email: 'e-mail',
    relation: 'submitted as',
    'delivery.method': 'how the result is taken',
    'delivery.address': 'delivery address',
  },
  of: { owner: 'owner', submitter: 'submitter' },
};
