import type { ActKind } from '../../../../shared/dossier/acts/commands.ts';
import type { Remembered } from '../../../../shared/contract.ts';
import type { ActForm } from './body.ts';
import { useWords } from '../../../words.ts';
import { Paragraph } from './fields.tsx';

/** Reasons given before for the same act, newest first. */
export const reasonsOf = (remembered: Remembered | null, act: ActKind): string[] =>
  (remembered?.reasons ?? []).flatMap((one) => (one.act === act ? [one.text] : []));

/** Taking a dossier back, or sending a draft back: why is all there is to say. */
const Reason = ({
  kind,
  value,
  remembered,
  onChange,
}: {
  kind: ActKind;
  value: string;
  remembered: Remembered | null;
  onChange: (reason: string) => void;
}) => (
  <Paragraph
    field="reason"
    label={useWords().acts.forms.fields.reason}
    first
    value={value}
    offered={reasonsOf(remembered, kind)}
    onChange={onChange}
  />
);

export const takeBackForm: ActForm<'takeBack'> = {
  start: () => ({ reason: '' }),
  Body: ({ act, set, remembered }) => (
    <Reason
      kind={act.kind}
      value={act.reason}
      remembered={remembered}
      onChange={(reason) => set({ reason })}
    />
  ),
};

export const sendBackForm: ActForm<'sendBackResult'> = {
  start: () => ({ reason: '' }),
  Body: ({ act, set, remembered }) => (
    <Reason
      kind={act.kind}
      value={act.reason}
      remembered={remembered}
      onChange={(reason) => set({ reason })}
    />
  ),
};
