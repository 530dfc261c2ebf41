import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningWork } from '../../shared/contract.ts';
import type { Desk } from '../desk/desk.ts';
import { logFailure } from '../log.ts';
import { openTokenService } from '../token/token-service.ts';
import type { TokenService } from '../token/token-service.ts';
import { startSignProcess } from './sign-process.ts';
import type { SignProcess } from './sign-process.ts';

/** A round of signing under way. */
export interface Round {
  work: SigningWork;
  stopped: boolean;
  /** Set while the window is asked for a PIN. */
  givePin: ((pin: Uint8Array | null) => void) | undefined;
}

/** What signing keeps open at a desk: the drivers' processes, the documents' process, at most one round. */
export interface SigningRoom {
  readonly tokens: TokenService;
  readonly documents: SignProcess;
  round: Round | undefined;
  /** Asked for before each use: after so long without, the drivers are let go. */
  stayOpen(): void;
}

/** A driver's process costs some 50 MB, and other programs want the card too. */
const restMs = 5 * 60_000;

const rooms = new WeakMap<Desk, SigningRoom & { rest: NodeJS.Timeout | undefined }>();

export const signingRoom = (desk: Desk): SigningRoom => {
  const known = rooms.get(desk);
  if (known) return known;
  const tokens = openTokenService({ start: () => desk.startProcess('token-desk') });
  const face = join(desk.places.assets, 'fonts', 'tinos', 'tinos-signature.ttf');
  const documents = startSignProcess(
    () => desk.startProcess('sign-desk'),
    () => readFileSync(face),
  );
  const room = {
    tokens,
    documents,
    round: undefined,
    rest: undefined,
    stayOpen: () => {
      const kept = rooms.get(desk);
      if (!kept) return;
      clearTimeout(kept.rest);
      kept.rest = setTimeout(() => {
        if (kept.round) kept.stayOpen();
        else letGo(kept);
      }, restMs);
      kept.rest.unref();
    },
  };
  rooms.set(desk, room);
  return room;
};

const letGo = ({ tokens }: SigningRoom): void => {
  tokens.use([]).catch((error: unknown) => logFailure('token drivers', error));
};

/** At lock, suspend and clerk switch: the round ends with the file in hand, every login is forgotten, every driver let go. */
export const forgetTokens = (desk: Desk): void => {
  const room = rooms.get(desk);
  if (!room) return;
  if (room.round) {
    room.round.stopped = true;
    room.round.givePin?.(null);
  }
  letGo(room);
};

export const closeSigning = async (desk: Desk): Promise<void> => {
  const room = rooms.get(desk);
  if (!room) return;
  rooms.delete(desk);
  clearTimeout(room.rest);
  room.documents.close();
  await room.tokens.close();
};
