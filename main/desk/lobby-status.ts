import type { AppStatus, SessionInfo } from '../../shared/contract.ts';
import { readLobby, waysOut } from '../vault/lobby.ts';
import type { VaultFault } from '../vault/faults.ts';
import type { Desk } from './desk.ts';
import { foundBackups } from './find-backups.ts';

/** What keeps the vault shut; 'noVault' on a machine that has none yet. */
export const damageOf = (desk: Desk, lobby = readLobby(desk.places.data)): VaultFault | 'noVault' | 'none' =>
  lobby.state === 'empty' ? 'noVault' : ((lobby.state === 'damaged' ? lobby.fault : desk.damage) ?? 'none');

/** Where the application stands, as any window may know it before a password; `session`: who has given hers. */
export const statusOf = (desk: Desk, session: SessionInfo | null): AppStatus => {
  const lobby = readLobby(desk.places.data);
  const common = {
    language: desk.language,
    highContrast: desk.highContrast,
    versions: desk.versions,
    backups: [],
  };
  const nobody = { office: null, desk: null, clerks: [], session: null, damage: null, trial: desk.trialOnly };
  const fault = damageOf(desk, lobby);
  if (fault === 'noVault') return { phase: 'setup', ...common, ...nobody, backups: foundBackups(desk) };
  const known =
    lobby.state === 'ready'
      ? { office: lobby.office, desk: lobby.desk, clerks: [...lobby.clerks], trial: lobby.trial }
      : { office: null, desk: null, clerks: [], trial: false };
  if (fault !== 'none')
    return {
      phase: 'damaged',
      ...common,
      ...known,
      session: null,
      damage: { what: { code: fault.code, params: fault.params } },
      backups: waysOut(fault).includes('restoreBackup') ? foundBackups(desk) : [],
    };
  return { phase: session ? 'open' : 'signIn', ...common, ...known, session, damage: null };
};
