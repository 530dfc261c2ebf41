import type { Translation } from '../translation.ts';
import type { verifyReceipt as vi } from '../vi/verify-receipt.ts';

export const verifyReceipt: Translation<typeof vi> = {
  usage: `Judge a receipt by a journal and a close-of-day register:
  npm run verify-receipt -- (--receipt RECEIPT.pdf | --code CODE --witness WITNESS)
      --journal JOURNAL.ndjson --seal REGISTER.pdf --trust DIR [--at DATE] [--json]
  --receipt   the receipt as PDF
  --code      the dossier code, or the text of the receipt's QR code
  --witness   the ten characters after “Mã đối chứng” at its foot
  --journal   an exported journal (npm run verify-journal -- --export …)
  --seal      the signed close-of-day register
  --trust     a folder of the roots, authorities and revocation lists you trust
  --at        judge certificates on this day (default: today)
  --json      print the result as JSON
Exit code: 0 genuine, 1 not proved, 2 input could not be read.`,
  unreadable: {
    receipt: 'No dossier code and witness can be read on this receipt. Type them: --code and --witness.',
    file: ({ file }) => `The file ${file} cannot be read.`,
  },
  yes: 'YES: this receipt is in the sealed journal.',
  no: 'NO: this receipt is not proved.',
  holds: 'holds',
  fails: 'no',
  checks: {
    signature: 'Signature on the register',
    sealText: 'The register',
    journal: 'Journal up to the sealed row',
    sealed: 'Register and journal agree',
    receipt: 'The receipt is in the journal',
    covered: 'Within what is sealed',
    listed: 'Listed in the register',
  },
  reasons: {
    unsigned: () =>
      'the register bears no electronic signature. One signed by hand is to be seen on paper at its office.',
    sealAltered: () => 'the register was changed after it was signed.',
    sealUntrusted: () =>
      'the signer’s certificate leads to no root in the trust folder, or is not for signing.',
    sealRevoked: () => 'the signer’s certificate was revoked.',
    sealUnknown: () =>
      'nobody has said whether the certificate stands, or the time stamp proves nothing. Put a valid revocation list into the trust folder.',
    notASeal: () => 'this file is no close-of-day register of Quầy Một Cửa.',
    journalAltered: (p) => `the journal is not intact; the first fault is at row ${p['pos'] ?? ''}.`,
    journalOther: (p) => `this is another office’s journal, not that of ${p['office'] ?? ''}.`,
    headMissing: (p) =>
      `this journal lacks the sealed row ${p['pos'] ?? ''}: it was cut short, or is another desk’s.`,
    receiptMissing: (p) => `there is no dossier ${p['code'] ?? ''} in this journal.`,
    witnessOther: (p) =>
      `dossier ${p['code'] ?? ''} is at row ${p['pos'] ?? ''} with another witness: the paper or the row is not the original.`,
    notSealedYet: (p) =>
      `row ${p['pos'] ?? ''} comes after ${p['to'] ?? ''}, the last sealed. Ask for a later day’s register.`,
    notListed: () => 'the register does not name this code with this witness.',
    notAsked: () => 'not asked, since the above does not hold.',
  },
};
