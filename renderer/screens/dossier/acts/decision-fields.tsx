import { useWords } from '../../../words.ts';
import type { Opening } from './body.ts';
import { Choice, Line } from './fields.tsx';

/** What is said alike of a draft that is submitted and of a result that has come. */
interface Props {
  act: { approved: boolean; summary: string };
  set: (change: { approved: boolean } | { summary: string }) => void;
}

/** Granted, or refused on the merits. */
export const Approved = ({ act, set }: Props) => {
  const say = useWords().acts.forms.fields;
  return (
    <Choice
      field="approved"
      label={say.approved}
      value={act.approved ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: say.approvedYes },
        { value: 'no', label: say.approvedNo },
      ]}
      onChange={(chosen) => set({ approved: chosen === 'yes' })}
    />
  );
};

/** What was decided, in the procedure's own words for its results. */
export const Summary = ({ act, set, state }: Props & Pick<Opening, 'state'>) => (
  <Line
    field="summary"
    label={useWords().acts.forms.fields.summary}
    offered={state.accepted.procedure.results}
    value={act.summary}
    onChange={(summary) => set({ summary })}
  />
);
