import type { ComponentType } from 'react';
import type { ActJudgement, DossierPage, Remembered } from '../../../../shared/contract.ts';
import type { ActCommand, ActInputs, ActKind } from '../../../../shared/dossier/acts/commands.ts';
import type { Taken } from '../../../../shared/dossier/state.ts';

/** What a form is filled from. */
export interface Opening {
  state: Taken;
  /** Business day, 'YYYY-MM-DD'. */
  today: string;
}

export interface BodyProps<K extends ActKind> extends Opening {
  act: ActCommand<K>;
  set: (change: Partial<ActInputs[K]>) => void;
  page: DossierPage;
  remembered: Remembered | null;
  /** What main says would come of it; null until it has. */
  judged: ActJudgement | null;
}

/** The form of one act: what it begins with, and its fields. */
export interface ActForm<K extends ActKind> {
  start: (opening: Opening) => ActInputs[K];
  /** The act as it is sent, where the form holds more than the act. */
  asSent?: (act: ActCommand<K>) => ActCommand<K>;
  /** The citizen signs a paper before it is recorded, and that can be printed from the form. */
  signedFirst?: boolean;
  Body: ComponentType<BodyProps<K>>;
  size?: number;
}
