import { Button, CloseButton, Kbd } from '@mantine/core';
import type { AnswerValue } from '../../../shared/dossier/form.ts';
import { useWords } from '../../words.ts';
import { AnswerField, useTitle } from './answer-field.tsx';
import type { Errors } from './field-errors.ts';
import { blankRow, cellsOf, columnsOf, rowsOf, type ListSchema } from './list-rows.ts';
import classes from './intake.module.css';
import grid from './grid.module.css';
import tables from './tables.module.css';

interface AnswerListProps {
  path: string;
  schema: ListSchema;
  value: AnswerValue | undefined;
  errors: Errors;
  onChange: (value: AnswerValue) => void;
  /** The cursor goes to the first field of a new row. */
  onAdded: (field: string) => void;
}

/** Rows of the same few fields: the papers to certify, the members of a household. */
export const AnswerList = ({ path, schema, value, errors, onChange, onAdded }: AnswerListProps) => {
  const { intake } = useWords();
  const say = intake.answers;
  const titleOf = useTitle();
  const title = titleOf(schema);
  const rows = rowsOf(value);
  const columns = columnsOf(schema);

  const set = (at: number, name: string, cell: AnswerValue) =>
    onChange(rows.map((row, index) => (index === at ? { ...cellsOf(row), [name]: cell } : row)));

  return (
    <fieldset className={tables['list']} data-rows>
      <legend>{title}</legend>
      {rows.map((row, at) => (
        // Rows have no name of their own; they are only added at the end and removed whole.
        <div className={tables['listRow']} key={at} role="group" aria-label={say.row({ row: at + 1 })}>
          <span className={tables['listNumber']} aria-hidden="true">
            {at + 1}
          </span>
          <div className={grid['grid']}>
            {columns.map(([name, one]) => (
              <div className={grid['cell']} data-span={one['x-width'] ?? 12} key={name}>
                <AnswerField
                  path={`${path}.${at}.${name}`}
                  schema={one}
                  required={schema.items.required.includes(name)}
                  value={cellsOf(row)[name]}
                  error={errors[`${path}.${at}.${name}`]}
                  onChange={(cell) => set(at, name, cell)}
                />
              </div>
            ))}
          </div>
          <CloseButton
            aria-label={say.removeRow({ title, row: at + 1 })}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        data-field={path}
        data-add
        rightSection={<Kbd className={classes['kbd'] ?? ''}>{intake.keyNames.addRow}</Kbd>}
        variant="default"
        size="compact-md"
        disabled={rows.length >= schema.maxItems}
        onClick={() => {
          onChange([...rows, blankRow(schema)]);
          const first = columns[0]?.[0];
          if (first !== undefined) onAdded(`${path}.${rows.length}.${first}`);
        }}
      >
        {say.addRow({ title })}
      </Button>
      {errors[path] !== undefined && <p className={classes['cellError']}>{errors[path]}</p>}
    </fieldset>
  );
};
