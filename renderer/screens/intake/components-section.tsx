import { memo } from 'react';
import { Button, Group, Kbd, Text, TextInput } from '@mantine/core';
import type { Procedure } from '../../../shared/catalogue/procedure.ts';
import type { ComponentEntry } from '../../../shared/dossier/form.ts';
import { useWords } from '../../words.ts';
import { ComponentsTable } from './components-table.tsx';
import type { Errors } from './field-errors.ts';
import { readCount } from './grid-keys.ts';
import classes from './intake.module.css';
import tables from './tables.module.css';

interface ComponentsSectionProps {
  procedure: Procedure;
  entries: readonly ComponentEntry[];
  sets: number;
  errors: Errors;
  onSets: (sets: number) => void;
  onChange: (at: number, change: Partial<ComponentEntry>) => void;
  onAdd: () => void;
  onRemove: (at: number) => void;
  onComplete: () => void;
  onDigitise: (at: number, dropped: readonly File[]) => void;
}

/** The papers on the counter: what is asked for, what lies there, what is kept. */
export const ComponentsSection = memo(function ComponentsSection({
  procedure,
  entries,
  sets,
  errors,
  onSets,
  onAdd,
  ...table
}: ComponentsSectionProps) {
  const { intake } = useWords();
  const say = intake.components;
  return (
    <div className={classes['stack']} data-rows>
      {entries.length === 0 ? (
        <Text size="sm">{say.none}</Text>
      ) : (
        <ComponentsTable entries={entries} papers={procedure.components} errors={errors} {...table} />
      )}
      <Group gap="sm">
        <Button
          variant="default"
          size="compact-md"
          onClick={table.onComplete}
          rightSection={<Kbd className={classes['kbd'] ?? ''}>{say.completeKey}</Kbd>}
        >
          {say.complete}
        </Button>
        <Button
          data-add
          variant="default"
          size="compact-md"
          onClick={onAdd}
          rightSection={<Kbd className={classes['kbd'] ?? ''}>{intake.keyNames.addRow}</Kbd>}
        >
          {say.add}
        </Button>
        <TextInput
          data-field="sets"
          label={say.sets}
          error={errors['sets']}
          className={tables['sets'] ?? ''}
          size="xs"
          inputMode="numeric"
          value={sets === 0 ? '' : String(sets)}
          onChange={(event) => onSets(readCount(event.currentTarget.value))}
          onFocus={(event) => event.currentTarget.select()}
        />
      </Group>
    </div>
  );
});
