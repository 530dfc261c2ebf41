import { counted } from '../../text/counted.ts';
import type { Translation } from '../translation.ts';
import type { signing as vi } from '../vi/signing-desk.ts';

export const signing: Translation<typeof vi> = {
  settings: {
    text: 'Plug in the token and choose your certificate once on this PC. The PIN is never kept.',
    chosen: {
      title: 'The certificate you sign with',
      none: 'You have not chosen a certificate on this PC.',
      token: (params) => `${params.name} · token “${params.label}”`,
      file: (params) => `Certificate in a file: ${params.path}`,
      fileWarns:
        'The key lies in a file that no token guards: whoever copies it can guess the password for ever. Only until you have a token; the journal says which papers were signed with a file.',
    },
    tokens: {
      title: 'Tokens plugged in',
      looking: 'Looking for tokens…',
      none: 'No token seen. Plug it in and wait a few seconds, the list follows by itself.',
      use: 'Use this certificate',
      used: 'In use',
      until: (params) => `until ${params.day}`,
      issuer: (params) => `issued by ${params.issuer}`,
      pin: {
        ok: '',
        low: 'Few PIN tries left',
        last: 'One PIN try left',
        locked: 'PIN locked',
      },
      noCertificates: 'This token holds no certificate to sign with.',
    },
    drivers: {
      title: 'Drivers on this PC',
      none: 'No driver of any authority was found. Install the package that came with the token, or choose the library file.',
      added: 'chosen by an administrator',
      test: 'Test',
      tested: (params) =>
        `It works: ${params.name} ${params.version}, ${counted(params.count, 'token')} seen.`,
      scan: 'Look again',
      choose: 'Choose a library file…',
      chooseHint:
        'Only a library in a folder that an administrator of the PC alone can write to is loaded. The choice goes into the journal.',
      chosen: 'The library is on the list.',
    },
    trust: {
      title: 'Signatures are judged by',
      hint: 'Root certificates as their authorities publish them, and lists of revoked certificates. Compare the fingerprint with the authority’s before you trust it.',
      none: 'No root certificate yet: a check tells whether the content is unaltered, and not whether the signer can be trusted. Ask the province for the roots of ca.gov.vn (government) and rootca.gov.vn (public), then add them here.',
      root: (params) => `root, until ${params.day}, SHA-256 ${params.fingerprint}`,
      list: (params) => `Revocation list of ${params.issuer}`,
      listUntil: (params) => `good until ${params.day}`,
      listStale: (params) => `out of date since ${params.day}: add a newer one`,
      add: 'Add .crt, .p7b, .crl files…',
      added: 'Added. A root goes into the journal.',
    },
    file: {
      choose: 'Use a .p12 or .pfx file…',
      chosen: 'The certificate file is chosen. Its password is asked for at each round.',
    },
    pictures: {
      title: 'Pictures in a signature',
      hint: 'PNG on a transparent ground (Decree 30/2020): your own hand in blue; the agency’s red seal in its real size.',
      hand: 'Hand signature',
      seal: 'Agency seal',
      none: 'none, words alone',
      choose: 'Choose a picture…',
      drop: 'Remove',
    },
    authority: {
      title: 'Time stamps',
      label: 'Address of the time stamp authority',
      hint: 'The Government Cipher Committee’s: http://tsa.ca.gov.vn. Left empty, signatures carry no time stamp.',
      waiting: (params) =>
        params.count === 0
          ? 'No file waits for a time stamp.'
          : `${counted(params.count, 'signed file')} without a time stamp: it comes when the line is up, without the token.`,
      saved: 'The address of the time stamp authority is saved.',
    },
  },
  list: {
    title: 'To be signed',
    kinds: { toSign: 'For the leader', toIssue: 'To number and seal', own: 'The desk’s papers' },
    counted: (params) => `${params.name} · ${params.count}`,
    hints: {
      toSign: 'Results submitted. The leader signs with the own token; to send one back, open its dossier.',
      toIssue:
        'Results the leader has signed. Number them all, then seal them all; for a number of the office’s own register open the dossier.',
      own: 'PDF files of dossiers at work that the office has not signed. One PIN signs them all.',
    },
    none: {
      toSign: 'No result waits for the leader.',
      toIssue: 'No result waits for its number or seal.',
      own: 'No file waits to be signed.',
    },
    failed: 'The list could not be read',
    all: 'Choose all',
    chosen: (params) => `${params.count} of ${params.total} chosen`,
    sign: (params) => (params.count === 0 ? 'Sign' : `Sign ${counted(params.count, 'file')}`),
    seal: (params) => (params.count === 0 ? 'Seal' : `Seal ${counted(params.count, 'file')}`),
    number: (params) => `Number ${counted(params.count, 'paper')}`,
    open: 'Open the dossier',
    columns: {
      toSign: ['Summary', 'Dossier', 'Owner', 'Submitted', 'Waits for'],
      toIssue: ['Summary', 'Dossier', 'Owner', 'Submitted', 'Waits for'],
      own: ['File', 'Dossier', 'Owner', 'Received', 'Size'],
    },
    waits: {
      signature: (params) => params.person,
      hand: (params) => `${params.person} (by hand)`,
      number: 'Its number',
      seal: (params) => `Its seal, no. ${params.number}`,
    },
    more: (params) => `${params.count} more will come up as these are signed.`,
  },
  files: {
    title: 'Files and signatures',
    none: 'This dossier has no files.',
    unsigned: 'Not signed',
    notPdf: 'Not a PDF, cannot be signed yet',
    signed: (params) => `${params.name} · ${params.place} · ${params.when}`,
    stamped: (params) => `Time stamp ${params.when}`,
    unstamped: 'No time stamp yet',
    software: 'certificate in a file',
    sign: 'Sign',
    check: 'Check',
    save: 'Save',
    fetch: 'Fetch',
    elsewhere: 'Taken in at another desk, not on this PC yet',
    signAgain: 'Sign again',
    signAll: (params) => `Sign ${counted(params.count, 'unsigned file')}`,
    result: 'Result',
    draft: (params) => `Draft to be signed: ${params.summary}`,
    signDraft: (params) => `Sign the draft (${counted(params.count, 'file')})`,
    sealDraft: (params) => `Seal it (${counted(params.count, 'file')})`,
  },
  check: {
    none: 'This file carries no digital signature.',
    standing: { valid: 'Valid signature', unknown: 'Cannot be decided yet', bad: 'NOT a valid signature' },
    integrity: { intact: 'The content is as it was signed', broken: 'The content was changed after signing' },
    coverage: {
      whole: 'It covers the whole file',
      signaturesAdded: 'Only other signatures were added later',
      contentChanged: 'Somebody changed the file after it was signed',
      unsound: 'It does not cover the whole file',
    },
    chain: {
      trusted: (params) => `The signer is vouched for by a trusted authority (${params.issuer})`,
      untrusted: (params) =>
        `Whether the signer can be trusted is not known: the root of the authority (${params.issuer}) is not on this PC`,
      expired: 'The certificate has expired, and no time stamp proves that it held when it signed',
      notYetValid: 'The certificate does not hold yet',
      unsuitable: 'This certificate is not of a kind that signs papers',
    },
    revocation: {
      good: 'The certificate was not revoked',
      revoked: 'The certificate was revoked',
      unknown: 'Whether the certificate was revoked is not known: no valid revocation list is here',
    },
    time: {
      none: 'No time stamp yet',
      proved: (params) => `Time stamp ${params.when}`,
      failed: 'The time stamp could not be confirmed',
    },
  },
  dialog: {
    title: (params) => (params.count === 1 ? 'Sign' : `Sign ${params.count} files`),
    files: (params) => (params.more === 0 ? params.names : `${params.names} and ${params.more} more`),
    as: 'Sign as',
    places: {
      person: 'Person: foot of the last page',
      agency: 'Agency: with its seal',
      copy: 'Copy: top right of the first page',
    },
    looking: 'Reading the token. The first time in a day may take some seconds.',
    token: (params) => `${params.name} · token “${params.label}”`,
    file: (params) => `Certificate in the file ${params.name}, guarded by no token`,
    pin: 'PIN',
    password: 'Password of the certificate file',
    pinHint: 'The PIN is sent once; when wrong, everything stops.',
    onReader: 'Type the PIN on the reader’s own keys after pressing Sign.',
    low: 'Only a few PIN tries are left. Type with care.',
    last: 'ONE try is left: another wrong PIN locks the token, and only its issuer can unlock it. Stop if you are not sure.',
    evenIfLast: 'I know this is the last try and am sure of the PIN',
    locked:
      'The token is locked after too many wrong PINs. The papers are saved and can be signed later. Take the token to its issuer to be unlocked; do not try further.',
    sign: 'Sign',
    again: 'Try again',
    toSettings: 'Open Settings, Digital signature',
    stop: 'Stop after this file',
    stopping: 'Stopping…',
    working: (params) => `${params.done} of ${counted(params.total, 'file')} done`,
    inHand: (params) => `In hand: ${params.name}`,
    nextPin: (params) => `This key wants its PIN at each signature. Type it to sign “${params.name}”.`,
    done: (params) => `${counted(params.count, 'file')} signed.`,
    failed: (params) => `${counted(params.count, 'file')} could not be signed:`,
    left: (params) =>
      params.count === 1
        ? '1 file is not signed and stays on the list.'
        : `${params.count} files are not signed and stay on the list.`,
    goOn: 'Go on signing',
    close: 'Close',
  },
};
