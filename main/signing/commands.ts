import { readFile } from 'node:fs/promises';
import type { SigningSetup } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { getCabinet, getSession } from '../desk/desk.ts';
import type { Desk } from '../desk/desk.ts';
import { asClerk } from '../dispatch.ts';
import type { Commands } from '../dispatch.ts';
import { SigningFault } from '../token/faults.ts';
import { approveDriver } from '../token/drivers.ts';
import { namesOn } from './certificate-names.ts';
import { filePaper } from './file-paper.ts';
import { chooseDriver, driverPath, driversOf } from './drivers.ts';
import { listUnstamped } from './kept-signatures.ts';
import { signingReady } from './open-signer.ts';
import { signingRoom } from './room.ts';
import { seenTokens } from './seen-tokens.ts';
import { signFiles } from './sign-files.ts';
import {
  findAuthority,
  findCertificate,
  findPicture,
  saveAuthority,
  saveCertificate,
  savePicture,
} from './signing-settings.ts';
import type { PictureKind } from './signing-settings.ts';
import { waitingIn } from './waiting.ts';

type SigningMethod = Extract<keyof Commands, `signing.${string}`>;

/** More than anybody counts. */
const mostShown = 500;
/** A scanned hand or seal has some tens of kilobytes. */
const pictureLimitBytes = 1024 * 1024;
const pngStart = '89504e470d0a1a0a';

/** What signing throws, as an answer. */
const answered = async <T>(job: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> => {
  try {
    return await job();
  } catch (error) {
    if (error instanceof SigningFault) return fail(error.code, error.params);
    throw error;
  }
};

const dataUrl = (png: Buffer | undefined): string | null =>
  png ? `data:image/png;base64,${png.toString('base64')}` : null;

/** What judges certificates is read when somebody asks for it: no sign-in waits for the whole of X.509. */
const trusted = () => import('./trusted.ts');

const setupOf = async (desk: Desk): Promise<SigningSetup> => {
  const { trustShown } = await trusted();
  const { db } = getCabinet(desk);
  const { clerk } = getSession(desk);
  const kept = findCertificate(db, clerk);
  const { driverPath: _, ...chosen } = kept ?? {};
  return {
    drivers: driversOf(desk),
    chosen: kept && 'kind' in chosen ? chosen : null,
    authority: findAuthority(db),
    trust: trustShown(desk),
    unstamped: listUnstamped(db, mostShown).length,
    hand: dataUrl(findPicture(db, 'hand', clerk)),
    seal: dataUrl(findPicture(db, 'seal', clerk)),
  };
};

const choosePicture = async (desk: Desk, which: PictureKind): Promise<Result<SigningSetup>> => {
  const [path] = (await desk.dialogs.openFiles('picture')) ?? [];
  if (path === undefined) return fail('cancelled');
  const png = await readFile(path);
  if (png.length > pictureLimitBytes || png.toString('hex', 0, 8) !== pngStart) return fail('sealImageUnfit');
  savePicture(getCabinet(desk).db, which, getSession(desk).clerk, png);
  return succeed(await setupOf(desk));
};

/** The seal is the office's, a hand its clerk's own. */
const mayChange = (desk: Desk, which: PictureKind): boolean =>
  which === 'hand' || getSession(desk).roles.some((role) => role === 'admin' || role === 'registrar');

const isAddress = (url: string): boolean => {
  if (url === '') return true;
  if (!URL.canParse(url)) return false;
  const { protocol, username } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && username === '';
};

export const signingCommands: Pick<Commands, SigningMethod> = {
  'signing.setup': async ({ desk }) => succeed(await setupOf(desk)),
  'signing.tokens': ({ desk }) => answered(async () => succeed(await seenTokens(desk))),
  'signing.testDriver': ({ desk }, { driver }) =>
    answered(async () => {
      const path = approveDriver(driverPath(desk, driver));
      const room = signingRoom(desk);
      room.stayOpen();
      const about = await room.tokens.probe(path);
      const { tokens } = await room.tokens.list(true);
      return succeed({ ...about, tokens: tokens.filter((one) => one.driver === path).length });
    }),
  'signing.chooseDriver': ({ desk }) =>
    answered(async () => {
      const chosen = await chooseDriver(desk);
      return chosen.ok ? succeed(await setupOf(desk)) : chosen;
    }),
  'signing.addTrust': async ({ desk }) => {
    const { addTrust } = await trusted();
    const added = await addTrust(desk);
    return added.ok ? succeed(await setupOf(desk)) : added;
  },
  'signing.check': ({ desk }, input) =>
    answered(async () => (await import('./check-file.ts')).checkFile(desk, input)),
  'signing.chooseCertificate': ({ desk }, { driver, serial, label, fingerprint }) =>
    answered(async () => {
      const path = approveDriver(driverPath(desk, driver));
      const { tokens } = await signingRoom(desk).tokens.list();
      const token = tokens.find((one) => one.driver === path && one.serial === serial && one.label === label);
      const certificate = token?.certificates.find((one) => one.fingerprint === fingerprint);
      if (!certificate) return fail('tokenRemoved');
      const { name } = namesOn(certificate.der);
      const chosen = { kind: 'token', driver, driverPath: path, serial, label, fingerprint, name } as const;
      saveCertificate(getCabinet(desk).db, getSession(desk).clerk, chosen);
      return succeed(await setupOf(desk));
    }),
  'signing.chooseFile': async ({ desk }) => {
    const [path] = (await desk.dialogs.openFiles('certificate')) ?? [];
    if (path === undefined) return fail('cancelled');
    saveCertificate(getCabinet(desk).db, getSession(desk).clerk, { kind: 'file', path });
    return succeed(await setupOf(desk));
  },
  'signing.choosePicture': ({ desk }, { which }) =>
    mayChange(desk, which) ? choosePicture(desk, which) : fail('notAllowed'),
  'signing.dropPicture': async ({ desk }, { which }) => {
    if (!mayChange(desk, which)) return fail('notAllowed');
    savePicture(getCabinet(desk).db, which, getSession(desk).clerk, null);
    return succeed(await setupOf(desk));
  },
  'signing.setAuthority': async ({ desk }, { url }) => {
    if (!isAddress(url))
      return fail('invalidInput', {}, [{ field: 'url', code: 'authorityUnreadable', params: {} }]);
    saveAuthority(getCabinet(desk).db, url);
    return succeed(await setupOf(desk));
  },
  'signing.ready': ({ desk }) => answered(async () => succeed(await signingReady(desk))),
  'signing.filePaper': (call, input) => filePaper(call.desk, asClerk(call), input),
  'signing.unsigned': ({ desk }) => succeed(waitingIn(desk)),
  'signing.sign': (call, input) => answered(() => signFiles(call.desk, asClerk(call), input)),
  'signing.givePin': ({ desk }, { pin }) => {
    const { round } = signingRoom(desk);
    if (round?.givePin) round.givePin(pin);
    else pin?.fill(0);
    return succeed(null);
  },
  'signing.stop': ({ desk }) => {
    const { round } = signingRoom(desk);
    if (round) {
      round.stopped = true;
      round.givePin?.(null);
    }
    return succeed(null);
  },
};
