import { useEffect, useState } from 'react';
import type { SigningWork } from '../../shared/contract.ts';
import { ask, listen } from '../bridge.ts';

/** A round of signing as its dialog shows it. */
export interface SigningRound {
  /** null when there is none. */
  work: SigningWork | null;
  stopping: boolean;
  /** Ends it with the file in hand. */
  stop: () => void;
}

/** The round of signing under way. */
export const useSigningWork = (): SigningRound => {
  const [work, setWork] = useState<SigningWork | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind !== 'signing') return;
        setWork(telling.work);
        if (telling.work === null) setStopping(false);
      }),
    [],
  );
  const stop = () => {
    if (stopping) return;
    setStopping(true);
    void ask('signing.stop', {});
  };
  return { work, stopping, stop };
};
