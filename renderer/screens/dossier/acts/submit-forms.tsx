import { openSubmission, signerOf } from '../../../../shared/dossier/signing/submission.ts';
import { useWords } from '../../../words.ts';
import type { ActForm, BodyProps } from './body.ts';
import { Approved, Summary } from './decision-fields.tsx';
import { Choice, Line, Row } from './fields.tsx';
import { AttachedFiles } from './attached-files.tsx';

const SubmitBody = ({ act, set, state, remembered }: BodyProps<'submitResult'>) => {
  const say = useWords().acts.forms.fields;
  const { unit, person } = act.to;
  const known = remembered?.holders ?? [];
  return (
    <>
      <Row>
        <Line
          field="to.unit"
          label={say.submitUnit}
          first
          offered={known.map((one) => one.unit)}
          value={unit}
          onChange={(to) => {
            // Chosen from those before: the person who signs there comes along.
            const found = known.find((one) => one.unit === to)?.person ?? '';
            set({ to: { unit: to, person: person === '' ? found : person } });
          }}
        />
        <Line
          field="to.person"
          label={say.submitPerson}
          offered={remembered?.signers ?? []}
          value={person}
          onChange={(name) => set({ to: { unit, person: name } })}
        />
      </Row>
      <Choice
        field="way"
        label={say.signingWay}
        value={act.way}
        options={[
          { value: 'token', label: say.signingWays.token },
          { value: 'paper', label: say.signingWays.paper },
        ]}
        onChange={(way) => set({ way })}
      />
      <Approved act={act} set={set} />
      <Summary act={act} set={set} state={state} />
      <AttachedFiles label={say.draftFiles} files={act.files} onChange={(files) => set({ files })} />
      <Line field="note" label={say.note} value={act.note} onChange={(note) => set({ note })} />
    </>
  );
};

/** Trình ký: to whom, how it will be signed, and the draft. After a sending back it goes to the same person. */
export const submitForm: ActForm<'submitResult'> = {
  start: ({ state }) => {
    const last = state.submissions.at(-1);
    return {
      to: last?.to ?? { unit: '', person: '' },
      way: last?.way ?? 'token',
      approved: last?.approved ?? true,
      summary: last?.summary ?? state.accepted.procedure.results[0] ?? '',
      files: [],
      note: '',
    };
  },
  Body: SubmitBody,
  size: 720,
};

/** The registrar's number: the next of this desk, or the one the office's own register gave. */
export const numberForm: ActForm<'numberResult'> = {
  start: ({ state }) => {
    const submission = openSubmission(state);
    return { number: '', symbol: '', signer: submission ? signerOf(state, submission) : '' };
  },
  Body: ({ act, set, remembered }) => {
    const say = useWords().acts.forms.fields;
    return (
      <>
        <Row>
          <Line
            field="symbol"
            label={say.symbol}
            first
            offered={remembered?.symbols ?? []}
            value={act.symbol}
            onChange={(symbol) => set({ symbol })}
          />
          <Line
            field="number"
            label={say.registerNumber}
            hint={say.registerNumberHint}
            value={act.number}
            onChange={(number) => set({ number })}
          />
        </Row>
        <Line
          field="signer"
          label={say.numberSigner}
          offered={remembered?.signers ?? []}
          value={act.signer}
          onChange={(signer) => set({ signer })}
        />
      </>
    );
  },
  size: 640,
};
