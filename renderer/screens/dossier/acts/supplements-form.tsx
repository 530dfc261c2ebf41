import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import type { MissingPaper } from '../../../../shared/dossier/acts/events.ts';
import { useWords } from '../../../words.ts';
import { readCount } from '../../intake/grid-keys.ts';
import type { ActForm, BodyProps } from './body.ts';
import { Day, Paragraph } from './fields.tsx';
import { useProblem } from './problems.ts';
import { reasonsOf } from './reason-form.tsx';
import classes from './acts.module.css';

interface RowProps {
  at: number;
  row: MissingPaper;
  onChange: (row: MissingPaper) => void;
  onRemove: () => void;
}

const MissingRow = ({ at, row, onChange, onRemove }: RowProps) => {
  const say = useWords().acts.forms.fields;
  return (
    <div className={classes['missing']}>
      <TextInput
        data-field={`missing.${at}.name`}
        aria-label={say.missingName}
        placeholder={say.missingName}
        size="sm"
        error={useProblem(`missing.${at}.name`)}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.currentTarget.value })}
        {...(at === 0 ? { 'data-autofocus': true } : {})}
      />
      <TextInput
        data-field={`missing.${at}.count`}
        aria-label={say.missingCount}
        size="sm"
        inputMode="numeric"
        error={useProblem(`missing.${at}.count`)}
        value={row.count === 0 ? '' : String(row.count)}
        onChange={(event) => onChange({ ...row, count: readCount(event.currentTarget.value) })}
        onFocus={(event) => event.currentTarget.select()}
      />
      <TextInput
        data-field={`missing.${at}.what`}
        aria-label={say.missingWhat}
        placeholder={say.missingWhat}
        size="sm"
        error={useProblem(`missing.${at}.what`)}
        value={row.what}
        onChange={(event) => onChange({ ...row, what: event.currentTarget.value })}
      />
      <CloseButton aria-label={say.removeRow({ row: at + 1 })} onClick={onRemove} />
    </div>
  );
};

const Body = ({ act, set, remembered }: BodyProps<'requestSupplements'>) => {
  const say = useWords().acts.forms.fields;
  const { missing } = act;
  const problem = useProblem('missing');
  return (
    <>
      <fieldset className={classes['list']} data-field="missing">
        <legend>{say.missing}</legend>
        <div className={classes['missing']} data-heads aria-hidden="true">
          <span>{say.missingName}</span>
          <span>{say.missingCount}</span>
          <span>{say.missingWhat}</span>
        </div>
        {missing.map((row, at) => (
          <MissingRow
            key={at}
            at={at}
            row={row}
            onChange={(changed) =>
              set({ missing: missing.map((one, place) => (place === at ? changed : one)) })
            }
            onRemove={() => set({ missing: missing.filter((_, place) => place !== at) })}
          />
        ))}
        {problem !== undefined && <p className={classes['problem']}>{problem}</p>}
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => set({ missing: [...missing, { name: '', count: 1, what: '' }] })}
          >
            {say.addRow}
          </Button>
        </Group>
      </fieldset>
      <Paragraph
        field="reason"
        label={say.reasonMore}
        value={act.reason}
        offered={reasonsOf(remembered, 'requestSupplements')}
        onChange={(reason) => set({ reason })}
      />
      <Day
        field="respondBy"
        label={say.respondBy}
        hint={say.respondByHint}
        value={act.respondBy ?? ''}
        onChange={(day) => set({ respondBy: day === '' ? null : day })}
      />
    </>
  );
};

/** Form 02 while the dossier is worked on. */
export const supplementsForm: ActForm<'requestSupplements'> = {
  start: () => ({ missing: [{ name: '', count: 1, what: '' }], reason: '', respondBy: null }),
  // A line left blank asks for nothing.
  asSent: (act) => ({
    ...act,
    missing: act.missing.filter(({ name, what }) => name.trim() !== '' || what.trim() !== ''),
  }),
  Body,
  size: 860,
};
