import type { NotifyWay } from '../../../../shared/dossier/acts/events.ts';
import { useWords } from '../../../words.ts';
import { openSubmission, signerOf } from '../../../../shared/dossier/signing/submission.ts';
import { AttachedFiles } from './attached-files.tsx';
import type { ActForm, BodyProps } from './body.ts';
import { Approved, Summary } from './decision-fields.tsx';
import { Choice, Day, Line, Row } from './fields.tsx';

const ResultBody = ({ act, set, state, remembered }: BodyProps<'recordResult'>) => {
  const say = useWords().acts.forms.fields;
  return (
    <>
      <Approved act={act} set={set} />
      <Row>
        <Line
          field="number"
          label={say.resultNumber}
          first
          value={act.number}
          onChange={(number) => set({ number })}
        />
        <Day field="date" label={say.resultDate} value={act.date} onChange={(date) => set({ date })} />
      </Row>
      <Summary act={act} set={set} state={state} />
      <Line
        field="signer"
        label={say.signer}
        offered={remembered?.signers ?? []}
        value={act.signer}
        onChange={(signer) => set({ signer })}
      />
      <AttachedFiles label={say.resultFiles} files={act.files} onChange={(files) => set({ files })} />
    </>
  );
};

/** Also a refusal on the merits; one recorded over another says that the other was entered wrongly. */
export const resultForm: ActForm<'recordResult'> = {
  start: ({ state, today }) => {
    const { result } = state;
    if (result) {
      const { approved, number, date, summary, signer, files } = result;
      return { approved, number, date, summary, signer, files, replaces: true };
    }
    // Signed by hand: what was said when it was submitted and numbered need not be typed again.
    const submission = openSubmission(state);
    return {
      approved: submission?.approved ?? true,
      number: submission?.numbered?.number ?? '',
      date: submission?.numbered?.date ?? today,
      summary: submission?.summary ?? state.accepted.procedure.results[0] ?? '',
      signer: submission ? (submission.numbered?.signer ?? signerOf(state, submission)) : '',
      files: [],
      replaces: false,
    };
  },
  Body: ResultBody,
  size: 720,
};

const ways: readonly NotifyWay[] = ['phone', 'sms', 'zalo', 'email', 'post', 'inPerson'];

export const notifyForm: ActForm<'notifyCitizen'> = {
  start: ({ state }) => ({
    how: 'phone',
    reached: true,
    to: state.particulars.submitter.phone || state.particulars.owner.phone,
    note: '',
  }),
  Body: ({ act, set, state }) => {
    const words = useWords();
    const say = words.acts.forms.fields;
    const { submitter, owner } = state.particulars;
    const addressOf = (how: NotifyWay): string => {
      if (how === 'email') return submitter.email || owner.email;
      if (how === 'post') return state.particulars.delivery.address || submitter.address;
      return how === 'inPerson' ? '' : submitter.phone || owner.phone;
    };
    return (
      <>
        <Choice
          field="how"
          label={say.how}
          value={act.how}
          options={ways.map((how) => ({ value: how, label: words.acts.notify[how] }))}
          onChange={(how) => set({ how, to: addressOf(how) })}
        />
        <Choice
          field="reached"
          label={say.reached}
          first
          value={act.reached ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: say.reachedYes },
            { value: 'no', label: say.reachedNo },
          ]}
          onChange={(chosen) => set({ reached: chosen === 'yes' })}
        />
        <Row>
          <Line field="to" label={say.to} value={act.to} onChange={(to) => set({ to })} />
          <Line field="note" label={say.note} value={act.note} onChange={(note) => set({ note })} />
        </Row>
      </>
    );
  },
  size: 720,
};
