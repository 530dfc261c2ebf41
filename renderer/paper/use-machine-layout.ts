import { useEffect, useState } from 'react';
import type { PaperLayout } from '../../shared/contract.ts';
import { ask } from '../bridge.ts';

/** How this machine usually prints; null until main has answered. */
export const useMachineLayout = (): PaperLayout | null => {
  const [layout, setLayout] = useState<PaperLayout | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask('settings.get', {}).then((answer) => {
      if (wanted && answer.ok) setLayout(answer.value.machine.layout);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return layout;
};
