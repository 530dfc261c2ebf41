import { SigningFault } from '../token/faults.ts';
import type { Desk } from '../desk/desk.ts';
import { signingRoom } from './room.ts';
import type { Round } from './room.ts';

/** A round of signing under way, and how its work is told. */
export interface OpenRound {
  readonly round: Round;
  readonly tell: (change: Partial<Round['work']>) => void;
  /** For keys that want their PIN at each signature. Throws pinCancelled when the round was stopped meanwhile. */
  readonly askPin: () => Promise<Uint8Array | null>;
  /** Whatever came of it: every login is forgotten. */
  readonly end: () => Promise<void>;
}

/** Begins a round over so many files; the caller has seen that none is under way. */
export const openRound = (desk: Desk, total: number): OpenRound => {
  const room = signingRoom(desk);
  const round: Round = {
    work: { done: 0, total, failed: 0, name: '', wantsPin: false },
    stopped: false,
    givePin: undefined,
  };
  room.round = round;
  const tell: OpenRound['tell'] = (change) => {
    round.work = { ...round.work, ...change };
    desk.tell({ kind: 'signing', work: round.work });
  };
  return {
    round,
    tell,
    askPin: async () => {
      tell({ wantsPin: true });
      try {
        const given = await new Promise<Uint8Array | null>((resolve) => {
          round.givePin = resolve;
        });
        if (round.stopped) throw new SigningFault('pinCancelled');
        return given;
      } finally {
        round.givePin = undefined;
        tell({ wantsPin: false });
      }
    },
    end: async () => {
      room.round = undefined;
      await room.tokens.forgetLogins();
      desk.tell({ kind: 'signing', work: null });
    },
  };
};
