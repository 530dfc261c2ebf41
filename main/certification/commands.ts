import { fail, succeed } from '../../shared/faults.ts';
import type { Role } from '../../shared/journal/row.ts';
import { getCabinet } from '../desk/desk.ts';
import type { Call, Commands } from '../dispatch.ts';
import { spendingBallast } from '../vault/ballast.ts';
import {
  actOnRegister,
  certificationPage,
  correctEntry,
  handRegisterOver,
  joinRegister,
  openRegister,
  registerMonth,
  showRegisterKey,
  strikeEntry,
  takeRegister,
} from './book.ts';
import { readCertificationSettings, saveCertificationSettings } from './certification-settings.ts';
import { previewCertification, printCertification, saveCertification } from './papers.ts';
import { acceptPile, dropPileDraft, numberWaiting, savePileDraft } from './piles.ts';

type CertificationMethod = Extract<keyof Commands, `certification.${string}`>;

const asClerk = ({ role }: Call): Role => {
  if (role === 'lobby') throw new Error('certification: a lobby call has no role');
  return role;
};

export const certificationCommands: Pick<Commands, CertificationMethod> = {
  'certification.page': ({ desk }) => certificationPage(desk),
  // A full disk must not take what is being typed: the ballast gives it room.
  'certification.saveDraft': ({ desk }, input) =>
    spendingBallast(desk.places.data, () => savePileDraft(desk, input)),
  'certification.dropDraft': ({ desk }, { id }) => dropPileDraft(desk, id),
  'certification.accept': (call, input) => acceptPile(call.desk, asClerk(call), input),
  'certification.numberWaiting': (call) => numberWaiting(call.desk, asClerk(call)),
  'certification.withdraw': (call, input) =>
    actOnRegister(call.desk, asClerk(call), { kind: 'withdraw', ...input }),
  'certification.open': (call, input) => openRegister(call.desk, asClerk(call), input),
  'certification.showKey': ({ desk }) => showRegisterKey(desk),
  'certification.join': (call, input) => joinRegister(call.desk, asClerk(call), input),
  'certification.setSigner': (call, input) =>
    actOnRegister(call.desk, asClerk(call), { kind: 'setSigner', ...input }),
  'certification.openVolume': (call) => actOnRegister(call.desk, asClerk(call), { kind: 'openVolume' }),
  'certification.closeYear': (call) => actOnRegister(call.desk, asClerk(call), { kind: 'closeYear' }),
  'certification.handOver': (call, { toDesk }) => handRegisterOver(call.desk, asClerk(call), toDesk),
  'certification.take': (call, input) => takeRegister(call.desk, asClerk(call), input),
  'certification.reconcile': (call, input) =>
    actOnRegister(call.desk, asClerk(call), { kind: 'reconcile', ...input }),
  'certification.month': ({ desk }, { month }) => registerMonth(desk, month),
  'certification.strike': (call, input) => strikeEntry(call.desk, asClerk(call), input),
  'certification.correct': (call, input) => correctEntry(call.desk, asClerk(call), input),
  'certification.setSettings': ({ desk }, settings) => {
    const { place } = settings;
    // On an A4 page, with room for three lines, a signature and a name.
    if (place.left + place.width > 210 || place.width < 40 || place.top > 260)
      return fail('invalidInput', undefined, [{ field: 'place', code: 'attestationPlace', params: {} }]);
    const { db } = getCabinet(desk);
    saveCertificationSettings(db, settings);
    desk.tell({ kind: 'certification' });
    return succeed(readCertificationSettings(db));
  },
  'certification.previewPaper': ({ desk }, wish) => previewCertification(desk, wish),
  'certification.printPaper': (call, { wish, printer }) =>
    printCertification(call.desk, asClerk(call), wish, printer),
  'certification.savePaper': (call, wish) => saveCertification(call.desk, asClerk(call), wish),
};
