import type { Translation } from '../translation.ts';
import type { sync as vietnamese } from '../vi/sync.ts';

export const sync: Translation<typeof vietnamese> = {
  text: 'What is saved here is sent to the province when there is a line. Without one you go on as usual; nothing is lost.',
  phases: {
    off: 'Not joined',
    connecting: 'Calling the province’s hub…',
    sending: 'Sending…',
    level: 'All sent, listening to the province',
    retrying: 'No contact yet; tries again by itself',
    stopped: 'Sending has stopped; somebody must look',
  },
  failures: {
    offline: 'There is no line to the province’s hub. It is tried again by itself; nothing to do.',
    proxy:
      'This network’s proxy lets nothing through. Ask the network administrator for its name and password and set them in this PC’s network settings; it is tried again by itself.',
    certificateDate:
      'The hub’s certificate is out of date. See whether this PC’s date and time are right; if so, call the province’s administrator: the certificate has expired.',
    certificateName:
      'The hub’s certificate bears another name. Look at the hub’s address; if it is right, call the network administrator: the network may redirect.',
    certificate:
      'This PC does not trust who issued the hub’s certificate. Have the network administrator install the province’s root certificate on this PC; it is tried again by itself.',
    notHub:
      'What answered is not the hub this desk joined. Ask the network administrator about address and proxy.',
    feedAltered:
      'What the province sent does not add up. Nothing of it was taken. Call the province’s administrator.',
    malformed:
      'The hub could not read what was sent. Nothing here is lost. Update the software at both ends.',
    codeWrong: 'The code is wrong or for another desk. Check the code and the desk’s number.',
    codeExpired: 'The code has expired. Ask the province for another.',
    codeUsed: 'The code was used already. If not by this PC, tell the province at once and ask for another.',
    laneTaken:
      'Another desk of this office counts in these numbers. Change them under Number ranges, then join again.',
    deskTaken: 'Another PC has this desk’s number. Ask the province to revoke it, then join again.',
    trialVault: 'A training vault is never sent to the province.',
    unknownDesk: 'The hub does not know this desk. Call the province’s administrator.',
    revoked: 'The province has revoked this PC. Nothing here is lost. Call the province’s administrator.',
    sessionOver: 'The session ended; it opens again by itself.',
    challengeGone: 'The session ended; it opens again by itself.',
    signatureWrong: 'The hub does not accept this desk’s signature. Call the province’s administrator.',
    otherHub: 'The hub that answered is another. Call the province’s administrator.',
    digestWrong: 'The batch was damaged on the way; it is sent again by itself.',
    chainBroken:
      'The journal does not go on from what the province holds. Verify the journal, then call the province’s administrator.',
    parentUnknown: 'The province lacks an earlier part of this journal. Call the province’s administrator.',
    feedUnknown:
      'The province’s hub was just restored from an older copy. This PC is giving back what was lost there, then goes on sending.',
    fileUnknown: 'The province does not know this file yet; it is sent again by itself.',
    tooMany: 'Too many requests in a minute; this PC waits and sends again by itself.',
    notAllowed: 'The province does not allow this. Call the province’s administrator.',
    ahead: 'An earlier part is still on its way; it is sent again by itself.',
    fork: 'This vault has two branches (it was copied or restored). Nothing is lost. Call the province’s administrator.',
    tooLarge: 'The batch is too large; it is halved by itself.',
    unconfirmed:
      'Sending works; the province’s administrator still has to compare the fingerprint and confirm this desk.',
    busy: 'The hub is busy; it is tried again by itself.',
  },
  join: {
    title: 'Join this PC to the province',
    text: 'Ask the province for a code (used once, within hours) and enter it here.',
    url: 'Address of the hub',
    urlExample: 'https://…',
    code: 'Code',
    now: 'Join',
    adminOnly: 'Only an administrator can join a PC to the province.',
    trial: 'This is a training vault: it is never sent to the province.',
  },
  facts: {
    hub: 'Hub',
    fingerprint: 'This PC’s key fingerprint',
    state: 'State',
    waiting: 'Waiting',
    title: 'The line',
    waitingIs: ({ dossiers, acts, age }) => `${acts} acts on ${dossiers} dossiers, the oldest for ${age}`,
    waitingInOffice: ({ acts, age }) => `${acts} acts of the office, the oldest for ${age}`,
    nothing: 'Nothing waits',
    accepted: 'Accepted by the province',
    acceptedIs: ({ own, others }) => `${own} acts of this desk, ${others} of other desks`,
    keptAside: 'Kept aside by the province',
    keptAsideIs: ({ count }) => `${count} of this desk’s acts, not in the dossier there`,
    files: 'Attachments',
    filesAre: ({ count }) => `${count} files wait, after the dossiers`,
    contact: 'Last contact',
    never: 'Never',
    clock: 'This PC’s clock',
    clockRight: 'Agrees with the province’s',
    clockFast: ({ age }) => `${age} ahead of the province’s: set this PC’s date and time`,
    clockSlow: ({ age }) => `${age} behind the province’s: set this PC’s date and time`,
  },
  confirming: {
    state: 'Sending; the province has yet to confirm this PC',
    hint: 'Read this fingerprint to the province’s administrator by telephone. Once it is confirmed, this desk sees the dossiers of the office’s other desks.',
  },
  newest: (params) =>
    `Release ${params.version} is out. Ask an administrator to install it when the queue is over; dossiers and numbers stay as they are.`,
  rejoin:
    'If this PC takes another’s place, ask the province for a new code and enter it below. The dossiers on this PC are all here.',
  sendNow: 'Send now',
  progress: {
    sent: ({ sent, total }) => `${sent} of ${total} acts sent`,
    left: ({ age }) => `${age} left`,
  },
  items: {
    needTitle: 'Needs you',
    waitTitle: 'Waiting',
    none: 'Nothing waits and nothing needs you.',
    since: ({ age }) => `for ${age}`,
    more: ({ count }) => `And ${count} more, shown once those above are sent.`,
    open: 'Open dossier',
    settle: 'Province told',
    office: 'Of the office itself (clerks, hours, settings)',
    waiting: ({ count }) => `${count === 1 ? '1 act' : `${count} acts`} not sent yet`,
    held: ({ count }) =>
      `${count === 1 ? '1 act' : `${count} acts`} held by the province, not yet in the common register`,
    until: {
      off: 'Sent once this PC is joined to the province.',
      connecting: 'Calling the province’s hub.',
      sending: 'On its way.',
      level: 'Sent in a moment.',
      retrying: 'Sent by itself when there is a line; nothing to do.',
      stopped: 'Sending has stopped: the reason is at the top of this page.',
    },
    turn: 'Its turn comes; nothing to do.',
    confirming: 'Enters the register once the province confirms this PC.',
    aside: {
      why: 'The province keeps this aside; it is not part of the dossier.',
      next: 'Read the dossier’s code to the province’s administrator, then press Province told.',
    },
    unverified: {
      why: 'An act of another desk whose signature could not be proved; not put into the dossier.',
      next: 'Ask the desk that did it, tell the province’s administrator, then press Province told.',
    },
    reasons: {
      signatureWrong: {
        why: 'Not taken in: the signature does not fit.',
        next: 'Verify the journal on this PC, tell the province’s administrator the result, then do the act again.',
      },
      signerUnknown: {
        why: 'Not taken in: the signer is not known.',
        next: 'Tell the province’s administrator. Whoever did it signs in and does it again.',
      },
      hashWrong: {
        why: 'Not taken in: the content does not fit its hash; the disk may be failing.',
        next: 'Verify the journal on this PC, back up now, then tell the province’s administrator.',
      },
      otherDesk: {
        why: 'Not taken in: it names another office or desk.',
        next: 'Look at the office code and the desk’s number under Office, then tell the province’s administrator.',
      },
      otherOffice: {
        why: 'Not taken in: another office took this dossier in.',
        next: 'Call the office that took it in, which does this act; then press Province told.',
      },
      headerUnreadable: {
        why: 'Not taken in: it cannot be read.',
        next: 'Update the software on this PC, then tell the province’s administrator.',
      },
    },
  },
  foreign: {
    title: 'Files of other desks',
    text: (params) =>
      `${params.count === '1' ? '1 file another desk took in is' : `${params.count} files other desks took in are`} not on this PC. Fetch those you want to see; nothing is lost otherwise.`,
    fetch: 'Fetch',
  },
  carry: {
    title: 'By USB stick, when the line is gone for days',
    text: 'What is on the stick is encrypted: the province’s hub alone opens it. A lost stick tells nobody anything and loses nothing.',
    steps: [
      'Plug a stick into this PC and press “Write to stick”.',
      'Take it to a desk with a line and press “Send for another desk” there, or give it to the province’s administrator.',
      'Bring the stick with the acknowledgement (.quaynhan) back and press “Take acknowledgement”. Only then does it count as received.',
    ],
    acts: { pack: 'Write to stick', relay: 'Send for another desk', takeBack: 'Take acknowledgement' },
    done: {
      pack: ({ rows, files, file }) =>
        `${rows} acts and ${files} files are in ${file}. Eject the stick, then take it along. The acts still wait.`,
      relay: ({ rows, files, file }) =>
        `The province has taken ${rows} batches and ${files} files. Take ${file} back to the desk they came from.`,
      takeBack: ({ rows, files }) => `The province has ${rows} more acts and ${files} more files of this PC.`,
    },
    refused: 'The province has not taken all of it.',
    refusedThere: ({ count }) =>
      `${count} parts were not taken. Take the acknowledgement back all the same: at the desk that wrote the stick the PC says why.`,
  },
  closing: {
    title: ({ count }) => `${count} things still wait for the province`,
    text: 'Everything is saved on this PC, nothing is lost, and it is sent once the counter is open again.',
    stay: 'With a line, a few minutes more and all is sent.',
    wait: 'Stay and send now',
    close: 'Close',
  },
};
