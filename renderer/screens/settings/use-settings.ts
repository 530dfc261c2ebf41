import { useEffect } from 'react';
import type { Settings } from '../../../shared/contract.ts';
import type { Fault } from '../../../shared/faults.ts';
import { ask, listen } from '../../bridge.ts';
import { useAnswer } from '../../use-answer.ts';

const getSettings = () => ask('settings.get', {});

/** The settings as main has them, read again whenever main says the office or the machine has changed. */
export const useSettings = (): { settings: Settings | null; fault: Fault | null; refresh: () => void } => {
  const { value, fault, again } = useAnswer(getSettings);
  useEffect(
    () =>
      listen((telling) => {
        if (telling.kind === 'office' || telling.kind === 'status') again();
      }),
    [again],
  );
  return { settings: value, fault, refresh: again };
};
