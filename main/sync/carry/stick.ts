import type { FaultCode } from '../../../shared/faults.ts';
import { VaultFault } from '../../vault/faults.ts';

/** Work on a stick that may be full, locked or pulled out; that is told of the stick, and never taken for trouble of the vault's own disk. */
export const onStick = async <T>(
  code: Extract<FaultCode, 'stickFailed' | 'fileUnreadable'>,
  work: () => Promise<T>,
) => {
  try {
    return await work();
  } catch (error) {
    throw new VaultFault(code, {}, error);
  }
};
