import type { InputOf } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';

export type Way = InputOf<'app.rescue'>['way'];

/** Ways out of this damage, best first. None deletes anything; `setAside`, which starts with an empty vault, stands last. */
export const waysOutOf = ({ code, params }: Fault): readonly Way[] => {
  switch (code) {
    case 'slotsDamaged':
      return ['retry', 'restoreSlots', 'restoreBackup', 'diagnostic', 'setAside'];
    case 'vaultDamaged':
      // Nothing can be read out of a database that is not there.
      return params?.['what'] === 'missing' || params?.['what'] === 'empty'
        ? ['retry', 'restoreBackup', 'diagnostic', 'setAside']
        : ['retry', 'restoreBackup', 'salvage', 'diagnostic', 'setAside'];
    case 'foreignVault':
      return ['retry', 'restoreBackup', 'diagnostic', 'setAside'];
    default:
      return ['retry', 'diagnostic'];
  }
};
