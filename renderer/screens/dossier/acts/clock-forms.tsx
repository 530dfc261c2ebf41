import { useWords } from '../../../words.ts';
import type { ActForm } from './body.ts';
import { Day, Line, Paragraph, Row } from './fields.tsx';
import { reasonsOf } from './reason-form.tsx';

/** Form 04: apology and the one new appointment. */
export const extendForm: ActForm<'extend'> = {
  start: () => ({ date: '', reason: '', signer: '' }),
  Body: ({ act, set, remembered }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <Row>
          <Day field="date" label={say.newDate} first value={act.date} onChange={(date) => set({ date })} />
          <Line
            field="signer"
            label={say.signer}
            offered={remembered?.signers ?? []}
            value={act.signer}
            onChange={(signer) => set({ signer })}
          />
        </Row>
        <Paragraph
          field="reason"
          label={say.reason}
          value={act.reason}
          offered={reasonsOf(remembered, 'extend')}
          onChange={(reason) => set({ reason })}
        />
      </>
    );
  },
};

/** Form 05. */
export const stopForm: ActForm<'stop'> = {
  start: () => ({ reason: '', basis: '', signer: '' }),
  Body: ({ act, set, remembered }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <Paragraph
          field="reason"
          label={say.reason}
          first
          value={act.reason}
          offered={reasonsOf(remembered, 'stop')}
          onChange={(reason) => set({ reason })}
        />
        <Row>
          <Line
            field="basis"
            label={say.basis}
            offered={remembered?.bases ?? []}
            value={act.basis}
            onChange={(basis) => set({ basis })}
          />
          <Line
            field="signer"
            label={say.signer}
            offered={remembered?.signers ?? []}
            value={act.signer}
            onChange={(signer) => set({ signer })}
          />
        </Row>
      </>
    );
  },
};
