import type { toCitizen as source } from '../../vi/day/to-citizen.ts';
import type { Translation } from '../../translation.ts';

export const toCitizen: Translation<typeof source> = {
  happened: {
    draft: 'Your dossier is being entered; it is not taken in yet and has no return date.',
    received: (params) => `Your dossier was taken in at ${params.when}.`,
    processing: (params) => `Your dossier has been with ${params.unit} since ${params.since}.`,
    near: (params) => `Your dossier is at ${params.where}, within its time and nearly due.`,
    overdueToday: (params) =>
      `Your dossier is past the hour promised for today; it is at ${params.where}. We apologise.`,
    overdue: (params) =>
      `Your dossier is ${params.days === 1 ? '1 day' : `${params.days} days`} late; it is at ${params.where}. We apologise.`,
    awaiting: (params) =>
      `Your dossier still lacks ${params.papers}. The counter asked for it at ${params.since}; while we wait, the clock stands still.`,
    ready: (params) => `The result of your dossier is here since ${params.at}.`,
    readyRefusal: (params) =>
      `Your dossier was answered with a refusal on the merits at ${params.at}; it states the reason.`,
    told: (params) => `The counter told you at ${params.at}.`,
    returned: (params) => `The result was handed to ${params.to} at ${params.at}.`,
    sent: (params) => `The result was sent at ${params.at}.`,
    withdrawn: (params) => `The dossier was withdrawn at ${params.at} and is no longer worked on.`,
    stopped: (params) =>
      `Work on the dossier was stopped at ${params.at}; notice no. ${params.number} states the reason.`,
    guided: (params) =>
      `The dossier was not taken in because it lacks ${params.papers}, as slip no. ${params.number} says.`,
    refused: (params) => `The dossier was not taken in; slip no. ${params.number} states the reason.`,
    claimed: (params) => `The ${params.amount} you said you transferred is being checked with the bank.`,
    refusedByHub:
      'The province has not recorded the dossier yet and the counter is seeing to it. Your receipt stays valid; you need not apply again.',
    inQuestion: 'The counter must look into this dossier before it can answer for certain.',
  },
  missing: (params) => (params.count > 1 ? `${params.name} (${params.count} copies)` : params.name),
  somePapers: 'the papers named on the request',
  next: {
    draft: 'Please wait a few minutes for your receipt with the return date.',
    counter: (params) => `Please come to the counter for the result at ${params.due}.`,
    post: (params) =>
      `The result is due at ${params.due} and is then posted to the address given; you need not come.`,
    online: (params) => `The result is due at ${params.due} and is delivered online; you need not come.`,
    overdue: (params) =>
      params.phone === ''
        ? 'Please leave a telephone number; the counter will ask and tell you the new date.'
        : `The counter will ask and tell you the new date on ${params.phone}; you need not come yet.`,
    papers: (params) =>
      `Please hand them in at the counter${params.by === '' ? '' : `, by ${params.by} at the latest`}. Once all are here the clock goes on and you are told the new date.`,
    papersPast: (params) =>
      `The day to bring them, ${params.by}, has passed; please hand them in as soon as you can. Once all are here the clock goes on and you are told the new date.`,
    fetch: 'Please come to the counter for it in office hours.',
    sendPost: 'It will be posted to the address given; you need not come.',
    sendOnline: 'It will be delivered online; you need not come.',
    returned: 'If anything in it is wrong, please bring it back to the counter.',
    originals: (params) =>
      `The counter still holds ${params.count === 1 ? '1 original' : `${params.count} originals`}; please come for them in office hours.`,
    anew: 'If you still need it, please apply again.',
    complete: 'Once you have all of it, please come; time runs from when the counter has everything.',
    inQuestion: 'Please wait a few minutes, or leave a telephone number.',
  },
  bring: {
    line: (params) => `Please bring ${params.things}.`,
    and: ' and ',
    receipt: 'your receipt',
    card: 'your identity card',
    money: (params) => `${params.amount} of fees not yet paid`,
    proof: 'proof of the transfer',
    papers: 'the missing papers',
    slip: (params) => `slip no. ${params.number}`,
    lost: 'The receipt was reported lost, so the identity card will be checked.',
    proxy: 'Somebody coming in your place also needs a written authority and her own identity card.',
  },
};
