import type { InputOf } from '../../shared/contract.ts';
import { fail, succeed } from '../../shared/faults.ts';
import type { Result } from '../../shared/faults.ts';
import { provesCode } from '../../shared/vault/recovery-proof.ts';
import { keepRecoveryCode, offerRecoveryCode, unlockSlot } from '../vault/clerk-slots.ts';
import { momentNow } from '../vault/lockout.ts';
import { getRecoverySlot, readSlots } from '../vault/slots.ts';
import { noteAccess } from './access-log.ts';
import { getCabinet, getSession } from './desk.ts';
import type { Desk } from './desk.ts';
import { spareSlotsSoon } from './spare-slots.ts';
import { tellStatus } from './status.ts';

/** The code that set-up or a recovery has just put into the slots: it opens the vault already, and waits to be proved. */
export const showStoredCode = (desk: Desk, code: string): void => {
  desk.shownCode = { code, slot: getRecoverySlot(readSlots(desk.places.data).body) };
};

/** A new code for an administrator who proves by her password that it is she: whoever holds it can open the vault for ever. */
export const newRecoveryCode = async (
  desk: Desk,
  { password }: InputOf<'recovery.newCode'>,
): Promise<Result<{ recoveryCode: string }>> => {
  const { slotId } = getSession(desk);
  const unlocked = await unlockSlot(desk.places.data, slotId, password, momentNow());
  unlocked.databaseKey.fill(0);
  // Locked meanwhile: nobody is left to show it to.
  if (desk.session?.slotId !== slotId) return fail('notSignedIn');
  const { databaseKey } = getCabinet(desk);
  desk.shownCode = offerRecoveryCode(desk.places.data, databaseKey, desk.clock.now());
  noteAccess(desk, 'showCode', '', '');
  return succeed({ recoveryCode: desk.shownCode.code });
};

/** Her paper is proved by a part typed back: the code takes effect, and the one before is dead. */
export const proveRecoveryCode = (desk: Desk, { typed }: InputOf<'recovery.prove'>): Result<null> => {
  const { shownCode } = desk;
  if (!shownCode) return fail('wrongRecoveryCode', { reason: 'lapsed' });
  if (!provesCode(shownCode.code, typed))
    return fail('invalidInput', undefined, [{ field: 'typed', code: 'recoveryGroup', params: {} }]);
  keepRecoveryCode(desk.places.data, shownCode.slot, desk.clock.now());
  desk.shownCode = null;
  noteAccess(desk, 'keepCode', '', '');
  spareSlotsSoon(desk);
  tellStatus(desk);
  return succeed(null);
};

/** She would rather keep the code she has. */
export const dropRecoveryCode = (desk: Desk): Result<null> => {
  desk.shownCode = null;
  return succeed(null);
};
