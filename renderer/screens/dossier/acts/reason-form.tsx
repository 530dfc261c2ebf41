import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import type { Remembered } from '../../../../shared/contract.ts';
import type { ActForm } from './body.ts';
import { useWords } from '../../../words.ts';
import { Paragraph } from './fields.tsx';

/** Reasons given before for the same act, newest first. */
export const reasonsOf = (remembered: Remembered | null, act: ActKind): string[] =>
  (remembered?.reasons ?? []).flatMap((one) => (one.act === act ? [one.text] : []));

/** Taking a dossier back: why is all there is to say. */
export const takeBackForm: ActForm<'takeBack'> = {
  start: () => ({ reason: '' }),
  Body: ({ act, set, remembered }) => (
    <Paragraph
      field="reason"
      label={useWords().acts.forms.fields.reason}
      first
      value={act.reason}
      offered={reasonsOf(remembered, 'takeBack')}
      onChange={(reason) => set({ reason })}
    />
  ),
};
