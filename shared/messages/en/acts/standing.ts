import type { standing as source } from '../../vi/acts/standing.ts';
import type { Translation } from '../../translation.ts';

export const standing: Translation<typeof source> = {
  business: {
    draft: 'Being written, not taken in',
    unknown: 'Something this software does not understand happened here; update it',
    guided: (params) => `Not taken in, request for papers no. ${params.number} handed out`,
    refused: (params) => `Refused at intake, slip no. ${params.number}`,
    accepted: (params) => `Taken in, due ${params.due}, ${params.left}`,
    processing: (params) => `With ${params.holder} since ${params.since}, due ${params.due}, ${params.left}`,
    near: (params) => `Nearly due: ${params.due}, ${params.left}, the dossier is at ${params.where}`,
    overdue: (params) => `${params.late}: was due ${params.due}, the dossier is at ${params.where}`,
    awaiting: (params) =>
      `Waiting for papers from the citizen since ${params.since}, clock stopped${params.by === '' ? '' : `, asked to come by ${params.by}`}`,
    awaitingOverdue: (params) =>
      `Waiting for papers from the citizen since ${params.since}, clock stopped, the day she was asked to come by has passed (${params.by})`,
    ready: (params) => `Result here since ${params.at}, ${params.verdict}`,
    readyRefusal: (params) => `Refusal on the merits here since ${params.at}, ${params.verdict}`,
    returned: (params) => `Result returned to ${params.to} at ${params.at}, ${params.verdict}`,
    withdrawn: (params) => `Withdrawn by the citizen at ${params.at}`,
    stopped: (params) => `Stopped at ${params.at}, notice no. ${params.number}`,
  },
  submitted: {
    signature: (params: { to: string; since: string }) =>
      `waiting for ${params.to === '' ? 'the signature' : `the signature of ${params.to}`}${params.since === '' ? '' : ` since ${params.since}`}`,
    paper: (params: { to: string; since: string }) =>
      `waiting for ${params.to === '' ? 'the signature' : `the signature of ${params.to}`} on paper${params.since === '' ? '' : ` since ${params.since}`}`,
    number: (params: { signer: string }) =>
      `signed${params.signer === '' ? '' : ` by ${params.signer}`}, waiting for its number`,
    seal: (params: { number: string }) => `number ${params.number}, waiting for the seal`,
    sentBack: (params: { at: string; reason: string }) => `draft sent back ${params.at}: ${params.reason}`,
  },
  counter: 'the counter',
  holder: (params) => (params.person === '' ? params.unit : `${params.unit} (${params.person})`),
  left: {
    workingDays: (params) => (params.days === 1 ? '1 working day left' : `${params.days} working days left`),
    calendarDays: (params) => (params.days === 1 ? '1 day left' : `${params.days} days left`),
    today: 'due today',
  },
  late: {
    today: 'Past its hour',
    days: (params) => (params.days === 1 ? '1 day late' : `${params.days} days late`),
  },
  verdict: { onTime: 'on time', late: 'late' },
  askedTwice: (params) => `counts as late: papers were asked for ${params.times} times`,
  conflicts: (params) =>
    params.count === 1 ? '1 conflict to be ruled on' : `${params.count} conflicts to be ruled on`,
  receiptLost: 'its receipt was reported lost',
  money: {
    draft: 'nothing taken',
    none: 'nothing charged',
    free: 'no fee',
    toBeSet: 'fee waits for the province’s amount',
    unpaid: (params) => `${params.amount} not yet paid`,
    claimed: (params) => `${params.amount} said to be transferred, to be matched`,
    partly: (params) => `${params.held} paid, ${params.owed} owed`,
    partlyToBeSet: (params) => `${params.held} paid, a fee waits for the province’s amount`,
    cash: (params) => `${params.amount} paid in cash`,
    matched: (params) => `${params.amount} received by transfer`,
    exempt: 'exempt from fees',
    refunded: (params) => `${params.amount} refunded`,
    over: (params) => `${params.amount} too much taken`,
    andToBeSet: 'a fee waits for the province’s amount',
  },
  delivery: {
    draft: 'no receipt yet',
    none: 'no result to return',
    counter: 'to be fetched at the counter',
    post: 'to be sent by post',
    online: 'to be delivered online',
    untold: 'the citizen has not been told',
    tried: (params) => `called at ${params.at}, not reached`,
    told: (params) => `the citizen was told at ${params.at}`,
    returned: 'handed over at the counter',
    sent: 'sent',
    held: (params) => (params.count === 1 ? '1 original still held' : `${params.count} originals still held`),
    nothingHeld: 'no originals held',
  },
  sync: {
    local: 'kept on this PC',
    waiting: 'kept on this PC, waiting to be sent',
    received: 'received by the province',
    refused: 'not accepted by the province, press “need you” at the foot of the window',
    reported: 'not accepted by the province, who was told',
  },
};
