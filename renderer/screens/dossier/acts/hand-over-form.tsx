import { useWords } from '../../../words.ts';
import type { ActForm } from './body.ts';
import { Line, Row } from './fields.tsx';

/** To a unit, and a person in it where one is known. */
export const handOverForm: ActForm<'handOver'> = {
  start: () => ({ to: { unit: '', person: '' }, batch: '', note: '' }),
  Body: ({ act, set, state, remembered }) => {
    const say = useWords().acts.forms.fields;
    const holders = remembered?.holders ?? [];
    const { to } = act;
    const ofUnit = holders.filter(
      ({ unit, person }) => person !== '' && (to.unit === '' || unit === to.unit),
    );
    return (
      <>
        <Row>
          <Line
            field="to.unit"
            label={say.unit}
            first
            offered={[...holders.map(({ unit }) => unit), state.accepted.procedure.agency].filter(
              (unit) => unit !== '',
            )}
            value={to.unit}
            onChange={(unit) => {
              const known = holders.find((one) => one.unit === unit);
              set({ to: { unit, person: to.person === '' ? (known?.person ?? '') : to.person } });
            }}
          />
          <Line
            field="to.person"
            label={say.person}
            offered={ofUnit.map(({ person }) => person)}
            value={to.person}
            onChange={(person) => set({ to: { ...to, person } })}
          />
        </Row>
        <Line field="note" label={say.note} value={act.note} onChange={(note) => set({ note })} />
      </>
    );
  },
};
