import { Button, Checkbox, CloseButton, Group, TextInput } from '@mantine/core';
import type { ComponentEntry } from '../../../../shared/dossier/form.ts';
import { countedRounds } from '../../../../shared/dossier/acts/clock.ts';
import { useWords } from '../../../words.ts';
import { readCount } from '../../intake/grid-keys.ts';
import { useAttach } from './attach.ts';
import type { ActForm, BodyProps } from './body.ts';
import { Line } from './fields.tsx';
import { useProblem } from './problems.ts';
import classes from './acts.module.css';

const entry = (name: string, originals: number): ComponentEntry => ({
  index: null,
  name,
  mode: 'submit',
  originals,
  certified: 0,
  copies: 0,
  pages: 0,
  held: false,
  files: [],
});

const counts = ['originals', 'certified', 'copies'] as const;

interface RowProps {
  at: number;
  row: ComponentEntry;
  onChange: (row: ComponentEntry) => void;
  onRemove: () => void;
}

const BroughtRow = ({ at, row, onChange, onRemove }: RowProps) => {
  const say = useWords().acts.forms.fields;
  const labels = { originals: say.original, certified: say.certified, copies: say.copy };
  const problem = useProblem(`components.${at}.held`);
  return (
    <>
      <TextInput
        data-field={`components.${at}.name`}
        aria-label={say.missingName}
        size="sm"
        error={useProblem(`components.${at}.name`)}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value })}
        {...(at === 0 ? { 'data-autofocus': true } : {})}
      />
      {counts.map((count) => (
        <TextInput
          key={count}
          data-field={`components.${at}.${count}`}
          aria-label={`${labels[count]}: ${row.name}`}
          size="sm"
          inputMode="numeric"
          value={row[count] === 0 ? '' : String(row[count])}
          onChange={(event) => onChange({ ...row, [count]: readCount(event.currentTarget.value) })}
          onFocus={(event) => event.currentTarget.select()}
        />
      ))}
      <Checkbox
        data-field={`components.${at}.held`}
        size="sm"
        label={say.keep}
        error={problem}
        checked={row.held}
        onChange={(event) => onChange({ ...row, held: event.currentTarget.checked })}
      />
      <CloseButton aria-label={say.removeRow({ row: at + 1 })} onClick={onRemove} />
    </>
  );
};

const Body = ({ act, set }: BodyProps<'receiveSupplements'>) => {
  const say = useWords().acts.forms.fields;
  const { components } = act;
  const problem = useProblem('components');
  const { attach, fault } = useAttach((files) => {
    const [first, ...rest] = components;
    if (first) set({ components: [{ ...first, files: [...first.files, ...files] }, ...rest] });
  });
  const attached = components.reduce((sum, { files }) => sum + files.length, 0);
  return (
    <>
      <fieldset className={classes['list']} data-field="components">
        <legend>{say.brought}</legend>
        <div className={classes['brought']}>
          <span data-head>{say.missingName}</span>
          <span data-head>{say.original}</span>
          <span data-head>{say.certified}</span>
          <span data-head>{say.copy}</span>
          <span />
          <span />
          {components.map((row, at) => (
            <BroughtRow
              key={at}
              at={at}
              row={row}
              onChange={(changed) =>
                set({ components: components.map((one, place) => (place === at ? changed : one)) })
              }
              onRemove={() => set({ components: components.filter((_, place) => place !== at) })}
            />
          ))}
        </div>
        {problem !== undefined && <p className={classes['problem']}>{problem}</p>}
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => set({ components: [...components, entry('', 1)] })}
          >
            {say.addRow}
          </Button>
          <Button variant="default" size="compact-sm" disabled={components.length === 0} onClick={attach}>
            {say.attach}
          </Button>
          <span className={classes['note']}>{fault ?? say.files({ count: attached })}</span>
        </Group>
      </fieldset>
      <Line field="note" label={say.note} value={act.note} onChange={(note) => set({ note })} />
    </>
  );
};

/** Papers come as they were asked for: what was not brought is taken out of the list. */
export const broughtForm: ActForm<'receiveSupplements'> = {
  start: ({ state }) => {
    const asked = countedRounds(state).findLast(({ received }) => received === null)?.asked;
    const named = (asked?.missing ?? []).map(({ name, count }) => entry(name, Math.max(1, count)));
    return { components: named.length > 0 ? named : [entry('', 1)], note: '' };
  },
  Body,
  size: 900,
};
