/** What the acts have made of a dossier, on its page. */
export const facts = {
  course: 'Processing',
  holder: 'Now with',
  atCounter: 'The counter',
  slip: 'Control slip',
  asked: (params: { round: number }) => `Supplements, request ${params.round}`,
  askedAt: (params: { at: string; number: string }) => `${params.at}, form ${params.number}`,
  waiting: 'waited for',
  brought: (params: { at: string }) => `came ${params.at}`,
  extension: 'New appointment',
  extended: (params: { due: string; number: string }) => `${params.due}, form ${params.number}`,
  result: 'Result',
  resultOf: (params: { number: string; date: string; signer: string }) =>
    `no. ${params.number} of ${params.date}, signed by ${params.signer}`,
  resultSummary: 'Summary',
  resultFiles: 'Result files',
  saveFile: 'Save this file outside to open it',
  fileSaved: ({ file }: { file: string }) => `Saved: ${file}`,
  notice: 'Citizen told',
  noticeOf: (params: { at: string; how: string; reached: string }) =>
    `${params.at}, ${params.how}, ${params.reached}`,
  stop: 'Processing stopped',
  stopOf: (params: { at: string; number: string; reason: string }) =>
    `${params.at}, notice ${params.number}: ${params.reason}`,
  withdrawal: 'Withdrawn',
  withdrawalOf: (params: { at: string; to: string; reason: string }) =>
    `${params.at}, ${params.to}: ${params.reason}`,
  returned: 'Result returned',
  returnedOf: (params: { at: string; to: string; shown: string }) =>
    `${params.at}, to ${params.to}, ${params.shown}`,
  kept: 'Originals still kept because',
  satisfaction: 'Satisfaction',
  place: 'Paper file kept in',
  receiptLost: 'Receipt',
  receiptLostOf: (params: { at: string; by: string }) => `reported lost by ${params.by} ${params.at}`,
  corrections: (params: { count: number }) =>
    params.count === 1 ? 'Corrected once, see History.' : `Corrected ${params.count} times, see History.`,
  originalBack: (params: { at: string }) => `handed back ${params.at}`,
  originalHere: 'held',
  promiseStopped: ({ at }: { at: string }) =>
    `The clock stands still since ${at}. The date is counted anew when the papers have come.`,
  promiseNow: 'Due now',
  promiseThen: (params: { due: string }) => `The receipt says ${params.due}`,

  money: 'Taken and refunded',
  payment: (params: { amount: string; way: string; at: string; clerk: string }) =>
    `${params.amount} ${params.way}, ${params.at}, ${params.clerk}`,
  ways: { cash: 'in cash', transfer: 'by transfer' },
  receipt: (params: { kind: string; form: string; series: string; number: string; date: string }) =>
    `${params.kind}, form ${params.form}, series ${params.series}, no. ${params.number} of ${params.date}`,
  noReceipt: 'no official receipt yet',
  claim: (params: { amount: string; at: string; reference: string }) =>
    `Transfer of ${params.amount} announced ${params.at}${params.reference === '' ? '' : ` (${params.reference})`}, not matched`,
  refund: (params: { amount: string; to: string; at: string; reason: string }) =>
    `${params.amount} refunded to ${params.to}, ${params.at}: ${params.reason}`,
  nothingPaid: 'Nothing taken yet.',
};
