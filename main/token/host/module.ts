import pkcs11js from 'pkcs11js';
import { SigningFault } from '../faults.ts';
import type { AnswerTo } from '../protocol.ts';

export type Cryptoki = pkcs11js.PKCS11;

/** dlopen and LoadLibrary give no code, only text; these words mean the file was loaded but speaks no PKCS#11. */
const lacksEntry = /C_GetFunctionList|undefined symbol|procedure could not be found|Win32 error 127/i;

const load = (path: string): Cryptoki => {
  const cryptoki = new pkcs11js.PKCS11();
  try {
    cryptoki.load(path);
    return cryptoki;
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    throw new SigningFault(lacksEntry.test(text) ? 'driverNotPkcs11' : 'driverIncomplete', { path });
  }
};

const initialize = (cryptoki: Cryptoki): void => {
  try {
    cryptoki.C_Initialize({ flags: pkcs11js.CKF_OS_LOCKING_OK });
  } catch (error) {
    if (!(error instanceof pkcs11js.Pkcs11Error)) throw error;
    if (error.code === pkcs11js.CKR_CRYPTOKI_ALREADY_INITIALIZED) return;
    // Single-threaded drivers refuse to lock; this process makes one call at a time anyway.
    if (error.code !== pkcs11js.CKR_CANT_LOCK) throw error;
    cryptoki.C_Initialize();
  }
};

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

export const openModule = (
  path: string,
  pauseMs: number,
): { cryptoki: Cryptoki; about: AnswerTo<'open'> } => {
  const cryptoki = load(path);
  if (pauseMs > 0) pause(pauseMs);
  initialize(cryptoki);
  const { manufacturerID, libraryDescription, libraryVersion } = cryptoki.C_GetInfo();
  const version = `${libraryVersion.major}.${libraryVersion.minor}`;
  return { cryptoki, about: { maker: manufacturerID.trim(), name: libraryDescription.trim(), version } };
};

/** Runs `use` in a session that is closed again, whatever happens: other programs want the card too (OpenSC#596). */
export const withSession = <T>(cryptoki: Cryptoki, slot: Buffer, use: (session: Buffer) => T): T => {
  const session = cryptoki.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION);
  try {
    return use(session);
  } finally {
    closeSession(cryptoki, session);
  }
};

export const closeSession = (cryptoki: Cryptoki, session: Buffer): void => {
  try {
    cryptoki.C_CloseSession(session);
  } catch {
    // A session that is already dead needs no closing.
  }
};

const batch = 16;

export const findObjects = (cryptoki: Cryptoki, session: Buffer, template: pkcs11js.Template): Buffer[] => {
  cryptoki.C_FindObjectsInit(session, template);
  try {
    const found: Buffer[] = [];
    for (;;) {
      const some = cryptoki.C_FindObjects(session, batch);
      found.push(...some);
      if (some.length < batch) return found;
    }
  } finally {
    cryptoki.C_FindObjectsFinal(session);
  }
};

/** One attribute's bytes; undefined when the object has none or keeps it to itself. */
export const readAttribute = (
  cryptoki: Cryptoki,
  session: Buffer,
  object: Buffer,
  type: number,
): Buffer | undefined => {
  try {
    const [attribute] = cryptoki.C_GetAttributeValue(session, object, [{ type }]);
    return Buffer.isBuffer(attribute?.value) ? attribute.value : undefined;
  } catch (error) {
    const code = error instanceof pkcs11js.Pkcs11Error ? error.code : 0;
    if (code === pkcs11js.CKR_ATTRIBUTE_TYPE_INVALID || code === pkcs11js.CKR_ATTRIBUTE_SENSITIVE)
      return undefined;
    throw error;
  }
};
