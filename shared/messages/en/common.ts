import type { common as source } from '../vi/common.ts';
import type { Translation } from '../translation.ts';
import { frame } from './common/frame.ts';
import { lobby } from './common/lobby.ts';

export const common: Translation<typeof source> = {
  product: 'One-Stop Counter',
  acts: {
    ok: 'OK',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    saved: 'Saved',
    back: 'Back',
    next: 'Next',
    print: 'Print',
    again: 'Again',
    later: 'Later',
    add: 'Add',
    remove: 'Remove',
    change: 'Change',
    choose: 'Choose',
    open: 'Open',
    yes: 'Yes',
    no: 'No',
  },
  working: 'Working…',
  loading: 'Opening…',
  optional: 'optional',
  none: 'none',
  frame,
  lobby,
  dialogs: {
    pack: 'Data pack',
    attachment: 'Scanned papers (PDF, images)',
    statement: 'Bank statement (CSV, XLSX)',
    driver: 'Token driver library',
    certificate: 'Certificate file (.p12, .pfx)',
    trust: 'Root certificate, revocation list (.crt, .cer, .pem, .p7b, .crl)',
    picture: 'PNG picture on a transparent ground',
    carry: 'Parcel for the province on a stick (.quaygui)',
    acknowledgement: 'The province’s acknowledgement (.quaynhan)',
  },
  start: {
    refusedSwitch: (params) =>
      `One-Stop Counter does not start with --${params.name}: it could let another program into the window. Take it out of the shortcut or command line and start again.`,
  },
  day: {
    behindTitle: 'Is the clock slow?',
    aheadTitle: 'Is the clock fast?',
    behind: (params) =>
      `The machine says ${params.clock}, but the newest dossier was written on ${params.last}.`,
    ahead: (params) =>
      `The machine says ${params.clock}, many days after the newest dossier (${params.last}).`,
    safe: 'Dossiers already received are not touched. The working day decides codes and return dates, so somebody must look at a calendar.',
    field: 'Today is',
    hint: 'Type day/month/year. Look at a wall calendar or a telephone.',
    reads: (params) => `Will be written: ${params.day}`,
    confirm: 'Yes, this is today',
    later: 'Later, only look at dossiers',
    askOther: 'This account may not confirm the day. Ask a reception clerk or an administrator.',
    confirmed: (params) => `The working day ${params.day} is confirmed.`,
  },
  restore: {
    title: 'The newest printed code is needed',
    text: 'The data was put back from a copy, or this PC takes another’s place: dossiers may be missing here. So that no code is given twice, the newest printed code is needed.',
    scan: 'Scan the newest kept copy, or type its dossier code',
    scanHint: 'The kept copy is the paper the office holds. Take the one with the latest time.',
    read: (params) => `Read: ${params.code}`,
    unread: 'No dossier code was read. Scan again, or type it as printed, for instance H55.242-261126-0007.',
    noPaper: 'No dossier was taken since the copy, or on the old PC',
    confirm: 'Open intake again',
    confirmed: 'Intake is open again. New numbers are above every printed one.',
  },
};
