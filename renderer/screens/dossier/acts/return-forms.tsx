import { useRef } from 'react';
import { useHotkeys } from '@mantine/hooks';
import { stillHeld } from '../../../../shared/dossier/acts/originals.ts';
import type { SignatureKind } from '../../../../shared/dossier/acts/events.ts';
import type { ShownInput } from '../../../../shared/dossier/acts/commands.ts';
import type { Taken } from '../../../../shared/dossier/state.ts';
import { useWords } from '../../../words.ts';
import type { ActForm, BodyProps } from './body.ts';
import { Choice, Paragraph, Row, Ticks } from './fields.tsx';
import { reasonsOf } from './reason-form.tsx';
import { RecipientField, usualRecipient } from './recipient.tsx';
import { ShownField } from './shown.tsx';

const heldNames = ({ originals }: Taken) =>
  stillHeld(originals).map((position) => ({ position, name: originals[position]?.name ?? '' }));

const atCounter: readonly ShownInput['by'][] = ['receipt', 'card', 'statement'];

/** A receipt reported lost opens nothing: then the card is asked for. */
const usualShown = ({ receiptLost }: Taken): ShownInput =>
  receiptLost ? { by: 'card', idNumber: '' } : { by: 'receipt', code: '', key: null };

interface SignatureProps {
  value: SignatureKind | null;
  onChange: (signature: SignatureKind) => void;
}

const SignatureField = ({ value, onChange }: SignatureProps) => {
  const words = useWords();
  const say = words.acts.signatures;
  return (
    <Choice
      field="signature"
      label={words.acts.forms.fields.signature}
      value={value ?? 'signature'}
      options={[
        { value: 'signature', label: say.signature },
        { value: 'fingerprint', label: say.fingerprint },
      ]}
      onChange={onChange}
    />
  );
};

const grades = ['1', '2', '3', '4', '5'] as const;

const SatisfactionField = ({
  value,
  onChange,
}: {
  value: number | null;
  onChange: (value: number | null) => void;
}) => {
  const say = useWords().acts.forms.fields;
  const field = useRef<HTMLDivElement>(null);
  const choose = (one: (typeof grades)[number]) => {
    onChange(Number(one));
    // Answered from wherever she was: she sees what was taken.
    field.current?.scrollIntoView({ block: 'center' });
  };
  // With Ctrl: a scanner's digits come without, so that no scan ever answers for the citizen. Read from the physical key.
  useHotkeys(
    grades.map((one) => [`mod+Digit${one}`, () => choose(one), { usePhysicalKeys: true }]),
    [],
  );
  const grade = grades.find((one) => Number(one) === value) ?? 'none';
  return (
    <div ref={field}>
      <Choice
        field="satisfaction"
        label={say.satisfaction}
        value={grade}
        options={[
          { value: 'none', label: say.noSatisfaction },
          ...grades.map((one) => ({ value: one, label: say.satisfactions[one] })),
        ]}
        onChange={(chosen) => onChange(chosen === 'none' ? null : Number(chosen))}
      />
    </div>
  );
};

const ReturnBody = ({ act, set, state, today }: BodyProps<'returnResult'>) => {
  const say = useWords().acts.forms.fields;
  const held = heldNames(state);
  const counter = act.way === 'counter';
  const allBack = act.originals.length === held.length;
  return (
    <>
      <RecipientField state={state} first value={act.to} onChange={(to) => set({ to })} />
      <Choice
        field="way"
        label={say.way}
        value={act.way}
        options={(['counter', 'post', 'online'] as const).map((way) => ({
          value: way,
          label: say.ways[way],
        }))}
        onChange={(way) =>
          set({
            way,
            shown: way === 'counter' ? usualShown(state) : { by: 'sent', waybill: '' },
            signature: way === 'counter' ? 'signature' : null,
          })
        }
      />
      <ShownField
        today={today}
        ways={counter ? atCounter : ['sent']}
        value={act.shown}
        onChange={(shown) => set({ shown })}
      />
      {held.length > 0 && (
        <Ticks
          field="originals"
          label={say.originals}
          names={held}
          value={act.originals}
          onChange={(originals) => set({ originals })}
        />
      )}
      {!allBack && (
        <Paragraph field="kept" label={say.kept} value={act.kept} onChange={(kept) => set({ kept })} />
      )}
      {counter && <SignatureField value={act.signature} onChange={(signature) => set({ signature })} />}
      <SatisfactionField value={act.satisfaction} onChange={(satisfaction) => set({ satisfaction })} />
    </>
  );
};

/** Originals are ticked one by one as they are handed across, so none begins ticked. */
export const returnForm: ActForm<'returnResult'> = {
  start: ({ state }) => {
    const way = state.particulars.delivery.method;
    const counter = way === 'counter';
    return {
      to: usualRecipient(state),
      way,
      shown: counter ? usualShown(state) : { by: 'sent', waybill: '' },
      originals: [],
      kept: '',
      signature: counter ? 'signature' : null,
      satisfaction: null,
    };
  },
  Body: ReturnBody,
  size: 820,
};

export const handBackForm: ActForm<'handBackPapers'> = {
  start: ({ state }) => ({
    to: usualRecipient(state),
    shown: usualShown(state),
    originals: [],
    signature: 'signature',
  }),
  Body: ({ act, set, state, today }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <RecipientField state={state} first value={act.to} onChange={(to) => set({ to })} />
        <ShownField
          today={today}
          ways={[...atCounter, 'sent']}
          value={act.shown}
          onChange={(shown) => set({ shown, signature: shown.by === 'sent' ? null : 'signature' })}
        />
        <Ticks
          field="originals"
          label={say.originals}
          names={heldNames(state)}
          value={act.originals}
          onChange={(originals) => set({ originals })}
        />
        {act.shown.by !== 'sent' && (
          <SignatureField value={act.signature} onChange={(signature) => set({ signature })} />
        )}
      </>
    );
  },
  size: 820,
};

/** Đơn xin rút: what is handed back is listed on it. */
export const withdrawForm: ActForm<'withdraw'> = {
  signedFirst: true,
  start: ({ state }) => ({
    to: usualRecipient(state),
    reason: '',
    originals: stillHeld(state.originals),
  }),
  Body: ({ act, set, state, remembered }) => {
    const say = useWords().acts.forms.fields;
    const held = heldNames(state);
    return (
      <>
        <RecipientField state={state} value={act.to} onChange={(to) => set({ to })} />
        <Paragraph
          field="reason"
          label={say.reason}
          first
          value={act.reason}
          offered={reasonsOf(remembered, 'withdraw')}
          onChange={(reason) => set({ reason })}
        />
        {held.length > 0 && (
          <Row>
            <Ticks
              field="originals"
              label={say.originals}
              names={held}
              value={act.originals}
              onChange={(originals) => set({ originals })}
            />
          </Row>
        )}
      </>
    );
  },
  size: 760,
};
