import { useEffect, useState } from 'react';
import type { ActJudgement, Remembered } from '../../../../shared/contract.ts';
import { isActCommand } from '../../../../shared/dossier/acts/commands.ts';
import { ask } from '../../../bridge.ts';

/** Pauses in typing after which main is asked what would come of it; milliseconds. */
const PAUSE_MS = 150;

/** What main says would come of the act as it is typed; the last answer stands until the next. */
export const useJudged = (dossier: string, act: object): ActJudgement | null => {
  const [judged, setJudged] = useState<ActJudgement | null>(null);
  useEffect(() => {
    if (!isActCommand(act)) return undefined;
    let wanted = true;
    const timer = window.setTimeout(() => {
      void ask('act.judge', { dossier, act }).then((answer) => {
        if (wanted && answer.ok) setJudged(answer.value);
      });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [dossier, act]);
  return judged;
};

/** Words of earlier acts, asked for once a form opens. */
export const useRemembered = (): Remembered | null => {
  const [remembered, setRemembered] = useState<Remembered | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask('act.remembered', {}).then((answer) => {
      if (wanted && answer.ok) setRemembered(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return remembered;
};
