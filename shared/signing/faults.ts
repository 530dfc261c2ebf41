/** What can go wrong with a token, its driver and a signature (signing.md §1, §7), closed. The words: shared/messages/<language>/signing.ts. */
export const signingFaultKinds = {
  // the driver
  noDriver: 'fix',
  driverMissing: 'fix',
  driverOutside: 'fix',
  driverOtherBits: 'fix',
  driverOtherSystem: 'fix',
  driverNotLibrary: 'fix',
  driverNotPkcs11: 'fix',
  driverIncomplete: 'fix',
  driverFailed: 'fix',
  driverCrashed: 'fix',
  driverTimeout: 'wait',
  // the token
  noToken: 'fix',
  tokenRemoved: 'fix',
  tokenOther: 'fix',
  tokenUnreadable: 'fix',
  tokenBusy: 'wait',
  tokenSessionLost: 'fix',
  tokenNotLoggedIn: 'fix',
  tokenCannotSign: 'fix',
  tokenKeyMissing: 'fix',
  // the PIN
  pinIncorrect: 'fix',
  pinLastTry: 'fix',
  pinLocked: 'stop',
  pinUnfit: 'fix',
  pinExpired: 'fix',
  pinNotSet: 'fix',
  pinEachTime: 'fix',
  pinCancelled: 'fix',
  // a PKCS#12 file as software token
  p12Missing: 'fix',
  p12Unreadable: 'fix',
  p12WrongPassword: 'fix',
  p12NoKey: 'fix',
  // the signing process
  signerCrashed: 'fix',
  signerTimeout: 'wait',
  // what is to be signed, and by whom
  noCertificateChosen: 'fix',
  nothingToSign: 'fix',
  alreadySigning: 'wait',
  fileSuperseded: 'fix',
  // the document
  pdfNotPdf: 'fix',
  pdfEncrypted: 'fix',
  pdfTruncated: 'fix',
  pdfUnreadable: 'fix',
  pdfCertified: 'fix',
  pdfDynamicForm: 'fix',
  pdfPageMissing: 'fix',
  sealImageUnfit: 'fix',
  signatureTooLong: 'fix',
  signatureUnproved: 'stop',
  // the time stamp authority
  tsaUnreachable: 'wait',
  tsaRefused: 'fix',
  tsaMismatch: 'stop',
  timestampTooLate: 'fix',
  proofsUnreachable: 'wait',
} as const satisfies Record<string, 'fix' | 'wait' | 'stop'>;

export type SigningFaultCode = keyof typeof signingFaultKinds;
