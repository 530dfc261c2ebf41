import { actConflicts } from '../acts/refusals.ts';
import type { page as source } from '../../vi/dossiers/page.ts';
import type { Translation } from '../../translation.ts';

export const page: Translation<typeof source> = {
  loading: 'Opening the dossier…',
  failed: 'The dossier could not be opened',
  back: 'Back (Esc)',
  copy: 'Copy the code',
  copyKey: 'Ctrl+C',
  copied: (params) => `The code ${params.code} is copied.`,
  selectCode: 'Click selects the whole code, Ctrl+C copies it',

  standing: {
    unprinted: 'The receipt has not been printed.',
    unsurePaper: 'It is not known whether the paper came out.',
  },
  parkedTitle: 'Software update needed',
  parked: (params) =>
    `Newer software wrote something here (${params.type}, version ${params.version}). Everything recorded is intact and can be read, but nothing more can be done with it yet. Ask the administrator to update the software on this machine.`,
  conflictTitle: 'Two acts do not agree',
  conflicts: {
    acceptedTwice: (params) =>
      `The dossier was received twice (act ${params.event} and act ${params.with}). Both are kept, neither is deleted. Tell the head of the counter, who decides which one holds.`,
    ...actConflicts,
  },

  actions: {
    legend: 'What can be done now',
    reprint: 'Print again',
    print: 'Print the paper',
    preview: 'View the paper',
    save: 'Save PDF',
    duplicate: 'Open possible duplicate',
  },
  duplicates: 'Possible duplicates at intake',
  duplicateNote: 'The clerk was warned and went on.',

  people: 'Submitter and owner',
  submitter: 'Submitter',
  owner: 'Owner',
  same: 'The submitter is the owner',
  relation: 'Acts as',
  person: {
    name: 'Full name',
    organisation: 'Organisation',
    birthDate: 'Date of birth',
    birthYear: 'Year of birth',
    sex: 'Sex',
    oldIdNumber: 'Old ID number',
    idIssued: 'Issued on',
    address: 'Address',
    phone: 'Phone',
    email: 'E-mail',
  },
  idKinds: {
    cccd: 'Citizen ID',
    cmnd: 'Old ID card',
    passport: 'Passport',
    tax: 'Tax code',
    other: 'Other paper',
    none: 'Identity paper',
  },
  noId: 'none',

  procedure: 'Procedure',
  procedureCode: 'Procedure code',
  field: 'Field',
  agency: 'Settled by',
  case: 'Case',
  results: 'Result',
  sets: 'Sets of papers',
  note: 'Note',
  answers: 'Details of this procedure',

  components: 'Papers of the dossier',
  componentColumns: {
    name: 'Paper',
    mode: 'Handed in',
    originals: 'Original',
    certified: 'Certified',
    copies: 'Copies',
    pages: 'Pages',
  },
  modes: { submit: 'kept', present: 'shown', declare: 'stated' },
  heldMark: 'original held',
  noComponents: 'No paper recorded.',
  files: (params) => (params.count === 1 ? '1 file' : `${params.count} files`),
  heldTitle: 'Originals held',
  nothingHeld: 'No original is held.',

  fees: 'Fees',
  feeColumns: { label: 'Item', total: 'Total' },
  feeTotal: 'Sum',
  noFees: 'Nothing is charged.',

  deadline: 'Return date',
  received: 'Received',
  term: 'Term',
  businessDay: 'Register day',
  delivery: 'Result handed over',
  deliveries: {
    counter: 'At the counter',
    post: 'By post',
    online: 'Online',
  },

  guidance: 'Request for completion',
  missingColumns: { name: 'Missing paper', count: 'Copies', what: 'What to complete' },
  refusal: 'Refusal',
  reason: 'Reason',
  number: 'Slip number',

  papers: 'Papers printed',
  noPapers: 'No paper has been printed for this dossier.',
  forms: {
    receipt: 'Receipt with return date (form 01)',
    guidance: 'Request for completion (form 02)',
    refusal: 'Refusal of intake (form 03)',
  },
  outcomes: {
    printed: 'printed',
    saved: 'saved as PDF',
    failed: 'not printed',
    unsure: 'not known whether printed',
    skipped: 'not printed yet',
  },
  reprint: 'copy',
};
