import type { print as source } from '../vi/print.ts';
import type { Translation } from '../translation.ts';

export const print: Translation<typeof source> = {
  titles: {
    receipt: 'Receipt of dossier and appointment for the result',
    guidance: 'Request to complete the dossier',
    refusal: 'Refusal to receive the dossier',
    sheet: 'Procedure information sheet',
    recovery: 'Recovery code',
    test: 'Test page',
  },
  stamps: { trial: 'TRIAL', reprint: 'COPY', draft: 'PREVIEW' },
  copies: { file: 'Office file', citizen: 'Citizen', internal: 'Internal' },
  dateline: ({ place, day, month, year }) => `${place === '' ? '' : `${place}, `}${day}/${month}/${year}`,
  clock: ({ hour, minute }) => `${hour}:${minute}`,
  moment: ({ clock, date }) => `${clock}, ${date}`,
  desk: ({ number }) => `Desk ${number}`,
  identity: {
    cccd: ({ number }) => `Identity number ${number}`,
    cmnd: ({ number }) => `Old identity card ${number}`,
    passport: ({ number }) => `Passport ${number}`,
    tax: ({ number }) => `Tax code ${number}`,
    other: ({ number }) => `Document ${number}`,
    none: ({ number }) => number,
  },
  marks: {
    presented: 'shown – given back at once',
    declared: 'declared',
  },
  fee: {
    toBeSet: 'set by the provincial council',
    exempt: 'exempt',
    free: 'free of charge',
  },
  delivery: {
    counter: 'At the counter',
    post: ({ address }) => `By post to: ${address}`,
    online: ({ address }) => (address === '' ? 'Electronic' : `Electronic, sent to: ${address}`),
  },
  sheet: {
    cutoff: ({ term, time }) => `${term}; received after ${time}: the next working day`,
    amount: ({ amount, unit }) => `${amount}/${unit}`,
    online: ({ label }) => `${label} (filed online)`,
    required: 'required',
    ifAny: 'if any',
    when: ({ condition }) => `when ${condition}`,
    all: 'all',
    parts: { code: 'procedure code', term: 'term', components: 'components', fees: 'fees' },
    edition: ({ version, from, day }) => `Catalogue ${version}, in force from ${from}; printed on ${day}`,
  },
  troubles: {
    noPrinter: 'this computer has no printer',
    printerGone: 'this printer is no longer in the list',
    printerStopped: 'the printer is stopped or takes no jobs',
    cancelled: 'the print job was cancelled',
    failed: 'the printer refused the job',
    noAnswer: 'the printer did not answer',
    notDrawn: 'the page could not be drawn',
  },
  lookup: {
    online: ({ address }) => `scan the QR, or open ${address} and type the dossier code.`,
    atOffice: 'show this paper at the counter, or ring and read out the dossier code.',
  },
};
