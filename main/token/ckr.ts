import pkcs11js from 'pkcs11js';
import type { SigningFaultCode } from '../../shared/signing/faults.ts';
import { SigningFault } from './faults.ts';

/** CKR_… values and what they mean to the person at the desk (docs/signing.md). What is not here is the driver's own trouble. */
const meanings: Readonly<Record<number, SigningFaultCode>> = {
  [pkcs11js.CKR_DEVICE_ERROR]: 'tokenUnreadable',
  [pkcs11js.CKR_DEVICE_MEMORY]: 'tokenUnreadable',
  [pkcs11js.CKR_DEVICE_REMOVED]: 'tokenRemoved',
  [pkcs11js.CKR_FUNCTION_CANCELED]: 'pinCancelled',
  [pkcs11js.CKR_FUNCTION_REJECTED]: 'pinCancelled',
  [pkcs11js.CKR_KEY_FUNCTION_NOT_PERMITTED]: 'tokenCannotSign',
  [pkcs11js.CKR_KEY_TYPE_INCONSISTENT]: 'tokenCannotSign',
  [pkcs11js.CKR_MECHANISM_INVALID]: 'tokenCannotSign',
  [pkcs11js.CKR_OBJECT_HANDLE_INVALID]: 'tokenSessionLost',
  [pkcs11js.CKR_KEY_HANDLE_INVALID]: 'tokenSessionLost',
  [pkcs11js.CKR_OPERATION_ACTIVE]: 'tokenBusy',
  [pkcs11js.CKR_PIN_INCORRECT]: 'pinIncorrect',
  [pkcs11js.CKR_PIN_INVALID]: 'pinUnfit',
  [pkcs11js.CKR_PIN_LEN_RANGE]: 'pinUnfit',
  [pkcs11js.CKR_PIN_EXPIRED]: 'pinExpired',
  [pkcs11js.CKR_PIN_LOCKED]: 'pinLocked',
  [pkcs11js.CKR_SESSION_CLOSED]: 'tokenSessionLost',
  [pkcs11js.CKR_SESSION_COUNT]: 'tokenBusy',
  [pkcs11js.CKR_SESSION_HANDLE_INVALID]: 'tokenSessionLost',
  [pkcs11js.CKR_TOKEN_NOT_PRESENT]: 'tokenRemoved',
  [pkcs11js.CKR_TOKEN_NOT_RECOGNIZED]: 'tokenUnreadable',
  [pkcs11js.CKR_USER_NOT_LOGGED_IN]: 'tokenNotLoggedIn',
  [pkcs11js.CKR_USER_PIN_NOT_INITIALIZED]: 'pinNotSet',
  [pkcs11js.CKR_USER_ANOTHER_ALREADY_LOGGED_IN]: 'tokenBusy',
  [pkcs11js.CKR_USER_TOO_MANY_TYPES]: 'tokenBusy',
};

export const ckrOf = (error: unknown): number | undefined =>
  error instanceof pkcs11js.Pkcs11Error ? error.code : undefined;

/** What a PKCS#11 call threw, as one of ours. The driver's own text is not carried on: it may quote what it was given. */
export const asSigningFault = (error: unknown): SigningFault => {
  if (error instanceof SigningFault) return error;
  if (error instanceof pkcs11js.Pkcs11Error) {
    const params = { ckr: error.code, method: error.method };
    return new SigningFault(meanings[error.code] ?? 'driverFailed', params);
  }
  return new SigningFault('driverFailed', {
    ckr: 0,
    method: error instanceof Error ? error.name : 'unknown',
  });
};

/** After these a session, and with it the login, is dead: never to be tried again with the same handles. */
const ends: ReadonlySet<SigningFaultCode> = new Set<SigningFaultCode>([
  'tokenUnreadable',
  'tokenRemoved',
  'tokenSessionLost',
  'tokenNotLoggedIn',
]);
export const endsLogin = (fault: SigningFault): boolean => ends.has(fault.code);
