import { useEffect, useState } from 'react';
import type { SigningWork } from '../../shared/contract.ts';
import { listen } from '../bridge.ts';

/** The round of signing under way; null when there is none. */
export const useSigningWork = (): SigningWork | null => {
  const [work, setWork] = useState<SigningWork | null>(null);
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === 'signing') setWork(telling.work);
      }),
    [],
  );
  return work;
};
