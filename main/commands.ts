import { mostMarked } from '../shared/dossier/lists.ts';
import { fail, succeed } from '../shared/faults.ts';
import { actCommands } from './acts/commands.ts';
import { carryCommands } from './sync/carry/commands.ts';
import { syncCommands } from './sync/commands.ts';
import { catalogueInfo, findProcedures, getSheet, importPack, setAmount } from './catalogue.ts';
import { bookCommands } from './books/commands.ts';
import { listCommands } from './lists/commands.ts';
import { sealCommands } from './seals/commands.ts';
import { onlineCommands } from './online/commands.ts';
import { certificationCommands } from './certification/commands.ts';
import { listAccess, noteAccess } from './desk/access-log.ts';
import { backUpNow, chooseBackupFolder } from './desk/back-up.ts';
import { checkVault, openWaysOut } from './desk/check-vault.ts';
import { confirmBusinessDay, confirmRestore } from './desk/confirm-day.ts';
import { getCabinet } from './desk/desk.ts';
import { saveMachineFile } from './desk/machine-file.ts';
import {
  changeClerk,
  changeOffice,
  enrolClerk,
  grantLane,
  removeClerk,
  resetClerkPassword,
  setHours,
  setMachine,
  settingsOf,
} from './desk/office-settings.ts';
import { previewPaper, printPaper, savePaper } from './desk/paper-work.ts';
import { settleUnsure, unsurePapers } from './desk/unsure-papers.ts';
import {
  listPrinters,
  previewDraft,
  previewSheet,
  printRecovery,
  printSheet,
  saveSheet,
  testPrinter,
} from './desk/other-papers.ts';
import { previewRequest, printRequest, saveRequest } from './desk/request-paper.ts';
import { dropRecoveryCode, newRecoveryCode, proveRecoveryCode } from './desk/recovery-code.ts';
import { rescueVault } from './desk/rescue-vault.ts';
import { changeOwnPassword, foundOffice, lockSession, recoverSession, signIn } from './desk/session.ts';
import { saveFile } from './desk/save-file.ts';
import { statusNow, tellStatus, tellStrip } from './desk/status.ts';
import { verifyOpenJournal } from './desk/verify-journal.ts';
import { digitiseCommands } from './digitise/commands.ts';
import { asClerk } from './dispatch.ts';
import type { Commands } from './dispatch.ts';
import { dropDraft, listDrafts, openDraft, saveDraft } from './intake/drafts.ts';
import { acceptDossier, guideCitizen, previewIntake, refuseDossier } from './intake/intake.ts';
import { findSummary } from './journal/projections.ts';
import { dossierPage } from './lookup/dossier-page.ts';
import { findDossiers } from './lookup/find.ts';
import { countLists } from './lookup/counts.ts';
import { edgesNow } from './lookup/day-edges.ts';
import { listDossiers, listIds } from './lookup/list.ts';
import { morningOf } from './lookup/morning.ts';
import { promisesInQuestion } from './lookup/promises.ts';
import { readyList } from './lookup/ready.ts';
import { dossierStanding } from './lookup/standing.ts';
import { twinGroups } from './lookup/twins.ts';
import { workingSetOf } from './lookup/working-set.ts';
import { moneyCommands } from './money/commands.ts';
import { signingCommands } from './signing/commands.ts';
import { spendingBallast } from './vault/ballast.ts';

/** Every method of the contract and what it runs. */
export const commands: Commands = {
  ...certificationCommands,
  ...bookCommands,
  ...digitiseCommands,
  ...listCommands,
  ...sealCommands,
  ...onlineCommands,
  'app.status': ({ desk }) => {
    desk.takeFolder();
    // A window opened later has not heard how things stand.
    tellStrip(desk);
    return succeed(statusNow(desk));
  },
  'app.makeReady': () => succeed(null),
  'app.setLanguage': ({ desk }, { language }) => {
    desk.language = language;
    saveMachineFile(desk.places.settings, { language });
    tellStatus(desk);
    return succeed(null);
  },
  'app.setContrast': ({ desk }, { highContrast }) => {
    desk.highContrast = highContrast;
    saveMachineFile(desk.places.settings, { highContrast });
    tellStatus(desk);
    return succeed(null);
  },
  'app.openWindow': ({ desk }) => {
    desk.openWindow();
    return succeed(null);
  },
  'app.rescue': ({ desk }, input) => rescueVault(desk, input),

  'setup.found': ({ desk }, input) => foundOffice(desk, input),
  'session.signIn': ({ desk }, input) => signIn(desk, input),
  'session.lock': ({ desk }) => lockSession(desk),
  'session.recover': ({ desk }, input) => recoverSession(desk, input),
  'session.changePassword': ({ desk }, input) => changeOwnPassword(desk, input),
  'session.touch': () => succeed(null),

  'recovery.newCode': ({ desk }, input) => newRecoveryCode(desk, input),
  'recovery.prove': ({ desk }, input) => proveRecoveryCode(desk, input),
  'recovery.drop': ({ desk }) => dropRecoveryCode(desk),

  'day.confirm': (call, input) => confirmBusinessDay(call.desk, asClerk(call), input),
  'restore.confirm': (call, input) => confirmRestore(call.desk, asClerk(call), input),

  'catalogue.find': ({ desk }, input) => succeed(findProcedures(desk, input)),
  'catalogue.get': ({ desk }, { code }) => getSheet(desk, code),
  'catalogue.setAmount': (call, input) => setAmount(call.desk, asClerk(call), input),
  'catalogue.info': ({ desk }) => succeed(catalogueInfo(desk)),
  'catalogue.importPack': ({ desk }) => importPack(desk),

  'intake.drafts': ({ desk }) => succeed(listDrafts(desk)),
  'intake.openDraft': ({ desk }, { id }) => openDraft(desk, id),
  // A full disk must not take what is being typed: the ballast gives it room.
  'intake.saveDraft': ({ desk }, { id, form }) =>
    spendingBallast(desk.places.data, () => saveDraft(desk, id, form)),
  'intake.dropDraft': ({ desk }, { id }) => dropDraft(desk, id),
  'intake.preview': ({ desk }, input) => succeed(previewIntake(desk, input)),
  'intake.accept': (call, input) => acceptDossier(call.desk, asClerk(call), input),
  'intake.guide': (call, input) => guideCitizen(call.desk, asClerk(call), input),
  'intake.refuse': (call, input) => refuseDossier(call.desk, asClerk(call), input),

  ...actCommands,
  ...moneyCommands,
  ...signingCommands,
  ...syncCommands,
  ...carryCommands,

  'workingSet.get': ({ desk }) => succeed(workingSetOf(desk)),
  'dossier.get': ({ desk }, { id }) => {
    const page = dossierPage(getCabinet(desk), id);
    if (page.ok) noteAccess(desk, 'viewDossier', id, '');
    return page;
  },
  'dossier.standing': ({ desk }, { id }) => dossierStanding(desk, id),
  'dossier.copyCode': ({ desk }, { id }) => {
    const row = findSummary(getCabinet(desk).db, id);
    if (!row) return fail('unknownDossier');
    desk.copyText(row.code);
    return succeed({ code: row.code });
  },
  'dossier.saveFile': ({ desk }, input) => saveFile(desk, input),
  'dossier.list': ({ desk }, input) => {
    const cabinet = getCabinet(desk);
    return succeed(listDossiers(cabinet.db, input, edgesNow(cabinet, desk.clock.now())));
  },
  'dossier.ids': ({ desk }, { filter }) => {
    const cabinet = getCabinet(desk);
    return succeed(listIds(cabinet.db, filter, mostMarked, edgesNow(cabinet, desk.clock.now())));
  },
  'dossier.counts': ({ desk }) => {
    const cabinet = getCabinet(desk);
    return succeed(countLists(cabinet.db, edgesNow(cabinet, desk.clock.now())));
  },
  'day.ready': ({ desk }) => {
    const cabinet = getCabinet(desk);
    return succeed(readyList(cabinet.db, edgesNow(cabinet, desk.clock.now())));
  },
  'day.promises': ({ desk }) => succeed(promisesInQuestion(desk)),
  'day.twins': ({ desk }) => succeed(twinGroups(getCabinet(desk).db)),
  'day.morning': ({ desk }) => succeed(morningOf(desk)),
  'dossier.find': ({ desk }, { text }) => succeed(findDossiers(getCabinet(desk).db, text)),

  'paper.preview': ({ desk }, input) => previewPaper(desk, input),
  'paper.previewDraft': ({ desk }, input) => previewDraft(desk, input),
  'paper.print': (call, input) => printPaper(call.desk, asClerk(call), input),
  'paper.save': (call, input) => savePaper(call.desk, asClerk(call), input),
  'paper.previewRequest': ({ desk }, input) => previewRequest(desk, input),
  'paper.printRequest': (call, input) => printRequest(call.desk, asClerk(call), input),
  'paper.saveRequest': (call, input) => saveRequest(call.desk, asClerk(call), input),
  'paper.unsure': ({ desk }) => succeed(unsurePapers(desk)),
  'paper.settle': (call, input) => settleUnsure(call.desk, asClerk(call), input),
  'paper.previewSheet': ({ desk }, { procedure }) => previewSheet(desk, procedure),
  'paper.printSheet': ({ desk }, input) => printSheet(desk, input),
  'paper.saveSheet': ({ desk }, { procedure }) => saveSheet(desk, procedure),
  'paper.printRecovery': ({ desk }, input) => printRecovery(desk, input),

  'printers.list': ({ desk }) => listPrinters(desk),
  'printers.test': ({ desk }, input) => testPrinter(desk, input),

  'settings.get': ({ desk }) => succeed(settingsOf(desk)),
  'settings.setMachine': ({ desk }, input) => setMachine(desk, input),
  'settings.changeOffice': ({ desk }, input) => changeOffice(desk, input),
  'settings.setHours': ({ desk }, input) => setHours(desk, input),
  'settings.grantLane': ({ desk }, input) => grantLane(desk, input),
  'settings.chooseBackupFolder': ({ desk }) => chooseBackupFolder(desk),
  'settings.backUp': ({ desk }) => backUpNow(desk),

  'clerks.enrol': ({ desk }, input) => enrolClerk(desk, input),
  'clerks.change': ({ desk }, input) => changeClerk(desk, input),
  'clerks.remove': ({ desk }, input) => removeClerk(desk, input),
  'clerks.resetPassword': ({ desk }, input) => resetClerkPassword(desk, input),

  'access.list': ({ desk }, { before, limit }) => {
    if (before === 0) noteAccess(desk, 'viewAccess', '', '');
    return succeed(listAccess(desk, before, limit));
  },
  'vault.check': ({ desk }) => checkVault(desk, true),
  'vault.openWaysOut': ({ desk }) => openWaysOut(desk),
  'journal.verify': ({ desk }, { mode }) => verifyOpenJournal(desk, mode),
};
