import type { Lobby } from './lobby.ts';

/** The desk's clock and the machine's, so many seconds after the test's vault was made. */
export const at = (seconds: number): { now: number; sinceBoot: number } => ({
  now: 1_795_000_000_000 + seconds * 1000,
  sinceBoot: 50_000_000 + seconds * 1000,
});

/** A lobby that clerks can sign in at; throws on any other. */
export const ready = (lobby: Lobby): Extract<Lobby, { state: 'ready' }> => {
  if (lobby.state !== 'ready') throw new Error(lobby.state);
  return lobby;
};

/** What a damaged lobby says is wrong with which file; the state of any other. */
export const damage = (lobby: Lobby): string =>
  lobby.state === 'damaged'
    ? `${lobby.fault.code} ${String(lobby.fault.params['what'] ?? '')}`.trim()
    : lobby.state;
