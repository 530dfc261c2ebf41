import type { SigningFaultCode } from '../../signing/faults.ts';
import type { MessageParams, MessageText } from '../../text/problem.ts';

const of = (params: MessageParams, key: string): string => String(params[key] ?? '');

const driverSaid = (params: MessageParams): string =>
  params['ckr'] === undefined ? '' : ` (code ${of(params, 'ckr')}, ${of(params, 'method')})`;

const triesLeft: Readonly<Record<string, string>> = {
  low: ' Only a few tries are left.',
  last: ' One try is left: another wrong PIN locks the token.',
};

export const signingFaults = {
  noDriver:
    'No token driver was found on this machine. The papers are saved and can be signed later. Install the authority’s package, or choose the library file in Settings, Digital signature.',
  driverMissing: (params) =>
    `The file ${of(params, 'path')} is gone. The papers are saved and can be signed later. Install the authority’s driver again, then press Try again.`,
  driverOutside: (params) =>
    `${of(params, 'path')} was not loaded: it lies outside the folders only an administrator can write to. Nothing has changed. Install the driver with its official installer, then choose it again.`,
  driverOtherBits: (params) =>
    `This driver is ${of(params, 'bits')}-bit; the application needs a ${of(params, 'appBits')}-bit one. The papers are saved. Ask the authority for the ${of(params, 'appBits')}-bit package (on Windows 64-bit files are in System32, 32-bit ones in SysWOW64).`,
  driverOtherSystem: (params) =>
    `The file ${of(params, 'path')} is for another system or kind of machine. Get the package for this machine, then choose again.`,
  driverNotLibrary: (params) =>
    `The file ${of(params, 'path')} is no driver library. Nothing has changed. Choose the .dll or .so the authority’s package installed.`,
  driverNotPkcs11:
    'This library is not for signing (it has no PKCS#11). Nothing has changed. Choose another file in the authority’s folder.',
  driverIncomplete:
    'The driver lacks files it needs and could not be loaded. The papers are saved and can be signed later. Install the whole package again.',
  driverFailed: (params) =>
    `The token driver reports a fault${driverSaid(params)}. The papers are saved and can be signed later. Pull the token out, put it back and try again; if it stays, tell the authority this code.`,
  driverCrashed:
    'The token driver stopped suddenly. The application and the papers are safe, what was signed stays signed. Put the token back in, enter the PIN and go on.',
  driverTimeout: (params) =>
    `The token did not answer within ${of(params, 'seconds')} seconds, so waiting was ended. The papers are saved, what was signed stays signed. Pull the token out, put it back and go on.`,
  noToken:
    'No token is plugged in. The papers are saved and can be signed later. Plug it in, wait for its light and try again.',
  tokenRemoved:
    'The token was pulled out. What was signed stays signed, the rest waits. Put it back and enter the PIN to go on.',
  tokenOther: (params) =>
    `The token plugged in is not “${of(params, 'label')}”, which was chosen. Nothing was signed. Plug in the right one, or choose the certificate again.`,
  tokenUnreadable: (params) =>
    `The token could not be read${driverSaid(params)}. The papers are saved and can be signed later. Pull it out, use another port and try again.`,
  tokenBusy:
    'Another program is using the token. Nothing was signed. Close that program, wait a few seconds and try again.',
  tokenSessionLost:
    'The session with the token is lost, usually after sleep or re-plugging. What was signed stays signed. Enter the PIN once to go on.',
  tokenNotLoggedIn:
    'The token’s PIN has not been entered, or nothing was signed for too long. The papers are saved. Enter the PIN to sign.',
  tokenCannotSign:
    'This certificate cannot sign documents. Nothing was signed. Choose another certificate on the token, or ask its issuer.',
  tokenKeyMissing: (params) =>
    `The key of the chosen certificate is not on “${of(params, 'label')}”. Nothing was signed. Choose the certificate again; after a renewal, choose the new one.`,
  pinIncorrect: (params) =>
    `The PIN is wrong, nothing was signed.${triesLeft[of(params, 'left')] ?? ''} Check Caps Lock and the input method, then enter it again with care.`,
  pinLastTry:
    'The token has one PIN try left: a wrong one locks it. The PIN has not been sent. If you are not sure, stop and ask the issuer.',
  pinLocked:
    'The token is locked after too many wrong PINs. The papers are saved and can be signed later. Take the token to its issuer to be unlocked; do not try further.',
  pinUnfit:
    'The PIN is too long or too short, or has characters the token does not take. Nothing was signed. Enter it again, input method off.',
  pinExpired:
    'The PIN has expired or is the default that must be changed. Nothing was signed. Change it with the issuer’s program, then sign again.',
  pinNotSet: 'The token has no PIN yet. Nothing was signed. Set one with the issuer’s program first.',
  pinEachTime:
    'The key on this token wants the PIN for each signature. Nothing was signed. Enter it when asked at each paper.',
  pinCancelled: 'PIN entry was given up, nothing was signed. The papers are saved. Press Sign when ready.',
  p12Missing: (params) =>
    `The certificate file ${of(params, 'path')} is not there any more. Nothing was signed, the papers still wait. Plug in the drive again, or choose the file anew in Settings, Digital signature.`,
  p12Unreadable:
    'This certificate file is damaged or no .p12/.pfx. Nothing has changed. Export it again from where the certificate is kept.',
  p12WrongPassword:
    'The password of the certificate file is wrong. Nothing was signed. Check Caps Lock and the input method, then enter it again.',
  p12NoKey:
    'This file has no signing key with its certificate. Nothing was signed. Export it again with the private key.',
  signerCrashed:
    'The part that signs papers stopped suddenly. What is signed stays signed, the original is untouched. Press Sign to go on; if it stops at one file again, sign the others by themselves.',
  signerTimeout: (params) =>
    `This file took more than ${of(params, 'seconds')} seconds, so it was stopped. The original is untouched. Scan it smaller, or sign the other files first.`,
  noCertificateChosen:
    'No certificate to sign with has been chosen on this PC. The papers still wait. Open Settings, Digital signature, plug in the token and choose your certificate.',
  nothingToSign:
    'No file to sign was chosen, or those files have just been signed. Choose files, then press Sign.',
  alreadySigning: 'Another round is being signed. Wait for it to end, or stop it and go on.',
  fileSuperseded: (params) =>
    `“${of(params, 'name')}” has just got a newer version, so the old one was not signed. Open the list again and sign the new one.`,
  draftOfLeader:
    'This file has been submitted for its leader’s signature. Nothing was signed. The leader signs in, plugs in the own token and signs it from the list (Shift+F3).',
  draftNumbered:
    'This document has its number; only the seal is left. Nothing was signed. The registrar signs in, plugs in the agency’s token and seals it.',
  draftUnnumbered:
    'This document has no number yet, so it is not sealed. Nothing was signed. The registrar signs in, opens the dossier’s page and numbers it first.',
  draftNoCopy: 'This file is still a draft on its way, so it is not signed as a copy. Wait for the result.',
  sealOfRegistrar:
    'Only the registrar puts the agency’s seal on a submitted document. Nothing was signed. The registrar signs in, plugs in the agency’s token and signs it.',
  pdfNotPdf:
    'This file is no PDF, so it was not signed. The original is untouched. Save or scan it as PDF, then sign.',
  pdfEncrypted:
    'This PDF has a password or is locked and cannot be signed. The original is untouched. Ask for an open copy, or print and scan it.',
  pdfTruncated:
    'The end of this PDF is missing, usually after a broken copy. Not signed, the original is untouched. Copy it again whole, then sign.',
  pdfUnreadable:
    'This PDF is damaged somewhere and was not signed, lest something else be signed. The original is untouched. Print it to a new PDF and sign that.',
  pdfCertified:
    'An earlier signer allowed no further changes; signing would break that signature. The original is untouched. Ask for a copy that is not locked.',
  pdfDynamicForm:
    'This is a dynamic form (XFA); signed, it could not be read elsewhere. The original is untouched. Print it to an ordinary PDF and sign that.',
  pdfPageMissing: (params) =>
    `The file has no page ${of(params, 'page')} for the signature. Not signed, the original is untouched. Choose its place again.`,
  sealImageUnfit:
    'The picture of the signature or seal cannot be used. Nothing was signed. Use a PNG with a transparent ground, in its real size.',
  trustUnreadable: (params) =>
    `The file “${of(params, 'name')}” holds no root certificate and no revocation list. Nothing has changed. Choose a .crt, .cer, .pem, .p7b or .crl file its authority has published.`,
  signatureTooLong:
    'The signature with its certificates is longer than the room kept in the file. Nothing was written, the original is untouched. Tell support.',
  signatureUnproved:
    'Signed, but the signature did not prove right, so the result was thrown away and the original is untouched. Try again; if it stays, tell the issuer.',
  tsaUnreachable:
    'The time stamp server has not answered. The signature stands, without a time stamp for now. It will be fetched when the line is back.',
  tsaRefused: (params) =>
    `The time stamp server refused${params['status'] === undefined ? '' : ` (code ${of(params, 'status')})`}. The signature stands, without a time stamp. Check the server address in Settings, Digital signature.`,
  tsaMismatch:
    'The time stamp returned does not fit the signature and was not used. The signature is untouched. Tell the administrator: it may be the wrong server.',
  timestampTooLate:
    'Another signature follows this one; a time stamp would break it. The file is untouched. Stamp the last signature only.',
  proofsUnreachable:
    'The authority could not be asked whether the certificate stands. The signature is untouched. It is asked again once there is a line.',
} satisfies Record<SigningFaultCode, MessageText>;
