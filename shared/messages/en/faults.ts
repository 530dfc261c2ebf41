import { actFaults, actProblems } from './acts/refusals.ts';
import { certificationFaults, certificationProblems } from './certification/refusals.ts';
import { signingFaults } from './signing.ts';
import { vault } from './vault.ts';
import type { faults as source } from '../vi/faults.ts';
import type { MessageParams } from '../../text/problem.ts';
import type { Translation } from '../translation.ts';

const named = (params: MessageParams, key: string): string => {
  const value = params[key];
  return value === undefined || value === '' ? '' : ` ${value}`;
};

const bracketed = (params: MessageParams, key: string): string => {
  const value = params[key];
  return value === undefined || value === '' ? '' : ` (${value})`;
};

export const faults: Translation<typeof source> = {
  title: 'Not done',
  faults: {
    invalidInput:
      'Something needs mending; the field is marked. What you typed is all there. Mend the marked field and try again.',
    wrongPassword: vault.wrongPassword,
    lockedOut: vault.lockedOut,
    weakPassword: vault.weakPassword,
    wrongRecoveryCode: vault.wrongRecoveryCode,
    notSignedIn: 'The counter is locked. What you typed is kept as a draft. Sign in to go on.',
    notAllowed:
      'This account may not do that. Nothing was changed. Ask somebody who may, or an administrator for the role.',
    usernameTaken: 'Somebody already has this user name. Choose another, for instance with a digit added.',
    unknownClerk:
      'This account is not on this machine. The list may have changed just now. Choose the name again.',
    lastAdmin:
      'This is the last administrator; without one nobody could change settings. Give somebody else the role first.',
    unknownProcedure:
      'This machine’s catalogue has no such procedure. Search by name or code, or import a newer catalogue in Settings.',
    repealedProcedure:
      'This procedure was repealed and takes no new dossiers. Old dossiers stay as they are. Choose the one that replaced it.',
    draftGone:
      'This draft is gone: it was accepted or dropped. Look in Dossiers (F3) before typing it again.',
    alreadyDecided: 'This dossier already has its outcome; it is not written twice. Open its page to see it.',
    unknownDossier: 'This machine has no such dossier. Check the code, or search by name or telephone.',
    dossierParked:
      'Newer software wrote part of this dossier, so it can only be read here. Nothing is lost. Update the software to go on.',
    laneFull:
      'The desk’s numbers are used up for today, so no code can be given. The draft is kept. An administrator adds numbers in Settings, Numbers.',
    laneInvalid:
      'These numbers cannot be used: the first must be below the last and none may be in use. Mend and save again.',
    dayUnconfirmed:
      'The clock disagrees with the newest dossier, so no code can be given. The draft is kept. Confirm the working day to go on.',
    dayInvalid:
      'This day cannot be used: it must be a real day, not before the newest dossier. Check the calendar and type it again.',
    restoreUnconfirmed:
      'The data was just put back, or this PC takes another’s place, so no new code is given yet. Dossiers can be read. Scan the newest kept copy to open intake.',
    receiptUnreadable:
      'The code on the paper could not be read. Scan again, straight and slower, or type the printed dossier code.',
    packMalformed:
      'This file is not a data pack of this software, or is broken. The pack in use stays. Ask for the file again.',
    packUnsigned:
      'This pack is not signed, so it was not taken. The pack in use stays. Ask for a signed one.',
    packUntrusted:
      'This pack’s signature is not from a trusted issuer. The pack in use stays. Check where the file comes from.',
    packOlder:
      'This pack is not newer than the one in use, so it was not taken. The pack in use stays. If a newer one has been issued, ask for that file.',
    packInvalid:
      'This pack’s content has mistakes, so it was not taken. The pack in use stays. Tell its issuer.',
    fileUnreadable:
      'The file could not be read. The original is unchanged. Check the stick or folder and choose again.',
    fileTooLarge: (params: MessageParams) =>
      `The file is larger than ${String(params['limitMb'] ?? 100)} MB and was not taken${bracketed(params, 'name')}. It is untouched. Scan at a lower resolution or split it.`,
    fileNotHere:
      'This file is not on this PC but at the desk that attached it. Open the dossier there to take it out.',
    fileKindRefused: (params: MessageParams) =>
      `This kind of file is not taken${bracketed(params, 'name')}. Use PDF, JPG, PNG or TIFF.`,
    heicRefused: (params: MessageParams) =>
      `A phone’s HEIC picture is not taken${bracketed(params, 'name')}: other PCs may not open it. Save or send it as JPG on the phone, then attach it again.`,
    imageUnreadable: (params: MessageParams) =>
      `The picture could not be read${bracketed(params, 'name')}: it may be broken or half copied. The original is unchanged. Scan or copy it again.`,
    imageTooBig: (params: MessageParams) =>
      `The picture is too large and was not attached${bracketed(params, 'name')}. Scan at 200 or 300 dpi, or save it as JPG.`,
    signedPdfWhole:
      'A signed or password-protected PDF must stay whole: turning, removing or moving its pages would break the signature. Nothing has changed. Leave all its pages as they were.',
    sheetsUnreadable:
      'This PDF is damaged somewhere and can be neither shown nor put together. The original is untouched. Print it to a new PDF and attach that, or scan the paper again.',
    sheetsTooLarge: (params: MessageParams) =>
      `The files to be put together or changed are larger than ${String(params['limitMb'] ?? 100)} MB in all, so nothing was put together or changed. Take some away, scan at a lower resolution, or leave one file as it is.`,
    noScanProgram:
      'This PC lacks the system’s scanning part (SANE). Ask the administrator to install sane-utils; until then choose files or use the scan folder.',
    scannerGone:
      'The scanner does not answer. Pages already scanned are kept. Switch it on, check the cable, press Scan again.',
    scannerBusy: 'The scanner is busy. Wait until it is done and press Scan again.',
    scannerOpen: 'The scanner’s cover is open. Close it and press Scan again.',
    scannerDenied:
      'This account may not use the scanner. Ask the administrator for the right, then press Scan again.',
    feederEmpty: 'The scanner’s feeder is empty. Put the papers in and press Scan again.',
    feederJammed:
      'Paper is stuck in the scanner. Pages already scanned are kept. Clear it and go on with the rest.',
    scanFailed:
      'Not scanned. Pages already scanned are kept. Switch the scanner off and on and press Scan again.',
    scanFolderGone: (params: MessageParams) =>
      `The scan folder cannot be opened${bracketed(params, 'folder')}. Check the drive or the network, or choose another folder.`,
    noPrinter: 'No printer is chosen. The dossier is saved. Choose one in Settings, Printers, then press F9.',
    printerGone: (params: MessageParams) =>
      `Not printed: the printer${named(params, 'printer')} does not answer. The dossier is saved. Switch it on, check the cable, press F9.`,
    printCancelled: 'The print job was cancelled. The dossier is saved. Press F9 to print again.',
    printFailed: (params: MessageParams) =>
      `Not printed on${named(params, 'printer') || ' the printer'}. The dossier is saved. Check paper and toner, then press F9.`,
    paperLacks: (params: MessageParams) =>
      `“${params['paper'] ?? ''}” is not printed yet: ${params['what'] ?? ''} is missing. Nothing is lost. Fill it in, then print again.`,
    receiptSeriesOff: (params: MessageParams) =>
      `The receipt is not printed: this counter was given no range of series ${params['series'] ?? ''} to print itself. The payment is recorded. Ask an administrator for a range in Settings, Money, then print again.`,
    listUnfit: (params: MessageParams) =>
      `“${params['list'] ?? ''}” was not drawn: dossier ${params['code'] ?? ''} has no place on it, since ${params['why'] ?? ''}. Nothing has changed. Take its mark away and print again.`,
    nothingToSeal: 'Every day is closed and nothing is new. Close again once there are new papers.',
    sealOvertaken:
      'These days have just been closed in another window, so they are not closed twice. See the list of closed days.',
    nothingToPrint: 'There is no paper to print yet. Open the dossier, then press F9.',
    bankLineTaken:
      'This statement line is already matched to a dossier, so it is not recorded again. Nothing was changed. See the dossier named on the line.',
    statementUnreadable:
      'The statement could not be read: a CSV or XLSX file of the bank with a date, a credit amount and a description is needed. Nothing was recorded. Download the statement again and choose another file.',
    statementGone: 'This statement is no longer open. Nothing was recorded. Choose the file again.',
    accountMissing:
      'There is no collecting account yet, so no transfer code can be printed. Nothing was changed. An administrator enters the account in Settings, Receipts and account.',
    periodInvalid:
      'These days are no period: the first must not come after the last, nor lie ten years before it. Choose both again.',
    bookClosed:
      'The book in view has been closed. Its data lies safe in the vault. Open the book again with F6.',
    cancelled: 'Stopped; nothing was changed.',
    hubAddress:
      'This is no address of a hub. Nothing was changed. Enter the one the province gave, beginning with https://.',
    hubUnreachable:
      'The province’s hub could not be reached. Nothing was changed and the code is still good. Check the address and the line, then try again.',
    lineDown:
      'The province’s hub could not be reached. Nothing was changed. Try again once there is a line; Settings, Line to the province, says why.',
    joinRefused:
      'The province’s hub did not take this desk. Nothing was changed. Ask the province’s administrator about the code, or for another.',
    joinedAlready: 'This desk is joined to the province already. Nothing more is needed.',
    onlineTaken: 'Another desk has taken this in, or it no longer waits. The list is up to date again.',
    fileElsewhere:
      'This file is still at the desk that took it in; the province does not have it yet. Nothing is lost. Wait until that desk has sent it, or ask for the paper.',
    carryNotJoined:
      'This PC is not joined to the province, so there is nothing to carry. Have an administrator join it once while there is a line.',
    carryUnreadable:
      'This is no acknowledgement of the province, or was not copied whole. Nothing has changed. Copy it from the stick again and choose the .quaynhan file.',
    carryForeign: (params: MessageParams) =>
      `This acknowledgement is for ${named(params, 'desk') === '' ? 'another desk' : `desk${named(params, 'desk')}`}, not for this PC. Nothing has changed. Take it to its desk.`,
    carryDamaged:
      'What is on the stick is damaged, was not copied whole, or was written for another province. Nothing is lost: all of it is still at the desk that wrote it. Write the stick there again and send it once more.',
    carryRefused:
      'The province does not take this: the PC that wrote it, or this one, has been revoked. Nothing is lost: all of it is still at the desk that wrote it. Call the province’s administrator.',
    carryTooLarge: (params: MessageParams) =>
      `What is on the stick is larger than ${params['limitMb'] ?? ''} MB and cannot be sent from a desk. Nothing is lost. Give the stick to the province’s administrator.`,
    stickFailed:
      'The stick could not be written: it is full, pulled out or locked. Nothing is lost. Plug it in again, or another one, and repeat this step.',
    joinTrial: 'A training vault is never sent to the province. To join, set up a vault for real work.',
    busy: 'The machine is still at the last task. Nothing is lost. Wait a few seconds and try again.',
    diskFull:
      'The disk is full, so this was not written. What was written before is safe. Delete files you do not need, then try again.',
    diskFailed:
      'The disk does not write. What was written before is safe. Check the disk and tell whoever looks after this machine.',
    folderReadOnly:
      'The data folder can only be read, so nothing was written. Nothing is lost. Ask for write access to the folder.',
    vaultExists:
      'This machine already has its data, so none was made anew. The old data is untouched. Restart and sign in.',
    vaultMissing:
      'This machine’s data was not found. Do not set up anew yet: check the disk or restore a backup.',
    vaultInUse:
      'The application is already open in another window on this machine. The data is safe. Use that window.',
    vaultDamaged: vault.vaultDamaged,
    slotsDamaged:
      'The file that holds the sign-in keys is damaged, so the data was not opened. No dossier was deleted. Restore the newest backup.',
    vaultNewer:
      'The data was written by a newer version. Nothing was deleted. Install that version and open it again.',
    foreignVault: vault.foreignVault,
    backupInvalid: vault.backupInvalid,
    backupUnreachable: vault.backupUnreachable,
    notThisWindow: 'This window may not do that. Nothing was changed. Use the counter’s main window.',
    malformedCall:
      'The request had the wrong shape and was not carried out. Nothing was changed. Try again; if it stays so, restart.',
    internal:
      'The software failed, so this was not done. What was written before is safe. Try again; if it stays so, restart.',
    ...actFaults,
    ...certificationFaults,
    ...signingFaults,
  },
  problems: {
    unknown: 'This field is not right yet. Look again and mend it.',
    required: 'This field is needed.',
    tooLong: (params: MessageParams) =>
      params['limit'] === undefined
        ? 'Too long, make it shorter.'
        : `Longer than ${params['limit']} characters, make it shorter.`,
    tooShort: (params: MessageParams) =>
      params['limit'] === undefined
        ? 'Too short, write it out.'
        : `At least ${params['limit']} characters are needed.`,
    notNumber: 'Digits only.',
    outOfRange: (params: MessageParams) =>
      params['min'] === undefined || params['max'] === undefined
        ? 'The number is outside the allowed range.'
        : `A number from ${params['min']} to ${params['max']}.`,
    hiddenCharacter: 'There is an invisible character in it. Clear the field and type it again.',
    directionOverride: 'There is a character that turns the text around. Clear the field and type it again.',
    brokenCharacter: 'There is a broken character, often from pasting. Clear the field and type it again.',
    privateCharacter:
      'There is a character only one special font shows. Type it again with a Unicode keyboard.',
    tooManyMarks: 'Too many marks stand on one letter. Clear the field and type it again.',
    officeCode:
      'The code is H or G and the province’s number, then numbers with dots between, for instance H55.242.',
    phone: 'A telephone number has 9 to 11 digits and begins with 0.',
    officeTaxCode:
      'An office’s tax code has 10 digits, or 10 digits, a dash and 3. Leave it empty if there is none yet.',
    lookupBase: 'The look-up address must begin with https:// and hold no #.',
    officeCodeFixed: 'The code is printed on receipts already given out, so it cannot change.',
    deskNumber: 'A desk number from 1 to 99.',
    deskNumberFixed: 'The desk number decides its dossier numbers, so it cannot change after set-up.',
    authorityUnreadable: 'The address begins with http:// or https:// and carries no name or password.',
    laneBounds: 'Numbers run from 1 to 9999, the first not above the last.',
    laneOfProvince:
      'The province’s system gives numbers too, so this desk’s lie between 5000 and 9999, the first not above the last.',
    laneOverlaps: (params: MessageParams) =>
      params['from'] === undefined
        ? 'These numbers overlap ones the desk has.'
        : `These numbers overlap ${params['from']}–${params['to'] ?? ''}, which the desk has.`,
    agreement: 'Write the number and date of the agreement with the province.',
    username:
      'A user name is small letters without marks, digits, dots, hyphens or underscores; at most 40 characters.',
    usernameTaken: 'Somebody already has this user name.',
    weakPassword: 'At least 12 characters, or four words with spaces between.',
    passwordMismatch: 'The two are not alike.',
    recoveryGroup:
      'The last group does not match the code on screen. Look at the sheet you printed or wrote.',
    date: 'Not a date. Type day/month/year, for instance 26/11/2026.',
    roles: 'Choose at least one role.',
    ...actProblems,
    ...certificationProblems,
  },
};
