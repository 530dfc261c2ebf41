import { NativeSelect } from '@mantine/core';
import type { Person } from '../../../../shared/citizen/person.ts';
import type { CorrectableField, PersonField } from '../../../../shared/dossier/acts/events.ts';
import { personFields } from '../../../../shared/dossier/acts/events.ts';
import { findParticular } from '../../../../shared/dossier/acts/particulars.ts';
import { isSamePerson } from '../../../../shared/forms/people.ts';
import type { Messages } from '../../../../shared/messages/index.ts';
import { useWords } from '../../../words.ts';
import type { ActForm, BodyProps } from './body.ts';
import { Day, Line, Paragraph, Row } from './fields.tsx';
import { useProblem } from './problems.ts';
import { reasonsOf } from './reason-form.tsx';
import classes from './acts.module.css';

const labelOf = (name: PersonField, { idKind }: Person, words: Messages): string => {
  const say = words.dossiers.page.person;
  switch (name) {
    case 'idKind':
      return words.dossiers.page.idKinds.none;
    case 'idNumber':
      return words.dossiers.page.idKinds[idKind];
    default:
      return say[name];
  }
};

interface FieldProps {
  field: CorrectableField;
  label: string;
  value: string;
  onChange: (after: string) => void;
  first: boolean;
}

const Select = ({ field, label, value, onChange, data }: FieldProps & { data: [string, string][] }) => (
  <NativeSelect
    data-field={field}
    size="sm"
    label={label}
    error={useProblem(field)}
    data={data.map(([one, text]) => ({ value: one, label: text }))}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

const Field = (props: FieldProps) => {
  const words = useWords();
  const { idKinds, deliveries } = words.dossiers.page;
  const { field } = props;
  if (field.endsWith('.idKind')) return <Select {...props} data={Object.entries(idKinds)} />;
  if (field === 'delivery.method') return <Select {...props} data={Object.entries(deliveries)} />;
  if (field.endsWith('.sex')) {
    const { sexes } = words.intake.people;
    return <Select {...props} data={[['', ''], ...Object.entries(sexes)]} />;
  }
  return field.endsWith('.birthDate') ? <Day {...props} /> : <Line {...props} />;
};

const Body = ({ act, set, state, remembered }: BodyProps<'correct'>) => {
  const words = useWords();
  const say = words.acts.forms.fields;
  const { page } = words.dossiers;
  const { particulars } = state;
  const same = isSamePerson(particulars.owner, particulars.submitter);
  const now = (field: CorrectableField): string => findParticular(particulars, field) ?? '';
  const field = (name: CorrectableField, label: string) => (
    <Field
      key={name}
      field={name}
      label={label}
      first={name === 'owner.name'}
      value={act.changes.find((change) => change.field === name)?.after ?? now(name)}
      onChange={(after) => {
        const others = act.changes.filter((change) => change.field !== name);
        set({ changes: after === now(name) ? others : [...others, { field: name, after }] });
      }}
    />
  );
  const person = (who: 'owner' | 'submitter', title: string) => (
    <fieldset className={classes['list']}>
      <legend>{title}</legend>
      <Row>{personFields.map((name) => field(`${who}.${name}`, labelOf(name, particulars[who], words)))}</Row>
    </fieldset>
  );
  const problem = useProblem('changes');
  return (
    <>
      <div data-field="changes">
        <p className={classes['note']}>{say.correctNote}</p>
        {problem !== undefined && (
          <p className={classes['problem']}>{act.changes.length === 0 ? say.nothingCorrected : problem}</p>
        )}
      </div>
      {person('owner', same ? page.same : page.owner)}
      {!same && person('submitter', page.submitter)}
      <Row>
        {!same && field('relation', say.relation)}
        {field('delivery.method', say.delivery)}
        {field('delivery.address', say.deliveryAddress)}
      </Row>
      <Paragraph
        field="reason"
        label={say.reason}
        value={act.reason}
        offered={reasonsOf(remembered, 'correct')}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
};

/** Everything as it reads today, to be mended in place; only what differs is recorded. */
export const correctForm: ActForm<'correct'> = {
  start: () => ({ changes: [], reason: '' }),
  Body,
  size: 900,
};
