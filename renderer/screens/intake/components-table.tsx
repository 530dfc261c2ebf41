import { memo, useId, useRef, useState, type KeyboardEvent } from 'react';
import { CloseButton, Button, Checkbox, NativeSelect, Table, TextInput, VisuallyHidden } from '@mantine/core';
import { paperCondition } from '../../../shared/catalogue/condition.ts';
import type { ProcedureComponent } from '../../../shared/catalogue/procedure.ts';
import { isReceived } from '../../../shared/dossier/blank-form.ts';
import type { ComponentEntry, ComponentMode } from '../../../shared/dossier/form.ts';
import { useWords } from '../../words.ts';
import type { Errors } from './field-errors.ts';
import { gridColumns, readCount, readGridKey, type Cell, type GridColumn } from './grid-keys.ts';
import classes from './intake.module.css';
import tables from './tables.module.css';

interface ComponentsTableProps {
  entries: readonly ComponentEntry[];
  papers: readonly ProcedureComponent[];
  errors: Errors;
  onChange: (at: number, change: Partial<ComponentEntry>) => void;
  onRemove: (at: number) => void;
  onComplete: () => void;
  /** Opens the paper's sheets, with files let go over its row. */
  onDigitise: (at: number, dropped: readonly File[]) => void;
}

const modes: readonly ComponentMode[] = ['submit', 'present', 'declare'];
const counts = ['originals', 'certified', 'copies', 'pages'] as const;

const cellOf = (element: HTMLElement): Cell | null => {
  const cell = element.closest<HTMLElement>('[data-row]');
  const column = gridColumns.find((one) => one === cell?.dataset['column']);
  return cell && column ? { row: Number(cell.dataset['row']), column } : null;
};

const focusCell = (table: HTMLElement, { row, column }: Cell): void => {
  const control = table
    .querySelector(`[data-row="${row}"][data-column="${column}"]`)
    ?.querySelector<HTMLElement>('input, select, button');
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
};

/** "chỉ khi …" for a paper that only some cases need; a remark on one that all do. */
const useCondition = () => {
  const { intake } = useWords();
  return (paper: ProcedureComponent | undefined): string => {
    const read = paper ? paperCondition(paper) : { kind: 'none' as const };
    if (read.kind === 'none') return '';
    const say = intake.components;
    return read.kind === 'note' ? say.note({ condition: read.text }) : say.onlyWhen({ condition: read.text });
  };
};

interface RowProps extends Omit<ComponentsTableProps, 'entries' | 'papers' | 'onComplete'> {
  /** The one cell of the table that Tab reaches; null when it is in another row. */
  tabColumn: GridColumn | null;
  at: number;
  entry: ComponentEntry;
  paper: ProcedureComponent | undefined;
}

const ComponentRow = memo(function ComponentRow({
  at,
  entry,
  paper,
  errors,
  tabColumn,
  onChange,
  onRemove,
  onDigitise,
}: RowProps) {
  const { intake } = useWords();
  const say = intake.components;
  const condition = useCondition()(paper);
  const isMissing = paper?.required === true && !isReceived(entry);
  const path = `components.${at}`;
  const name = entry.name === '' ? say.addedName : entry.name;
  const label = (column: string) => say.cell({ column, name });
  const cell = (column: GridColumn) => ({ 'data-row': at, 'data-column': column });
  const stop = (column: GridColumn) => ({ tabIndex: column === tabColumn ? 0 : -1 });
  const error =
    errors[path] ??
    [...counts, 'mode', 'held', 'files', 'name']
      .map((one) => errors[`${path}.${one}`])
      .find((text) => text !== undefined);

  return (
    <Table.Tr
      data-missing={isMissing || undefined}
      data-received={isReceived(entry) || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (event.dataTransfer.files.length > 0) onDigitise(at, [...event.dataTransfer.files]);
      }}
    >
      <Table.Td className={tables['paperName'] ?? ''}>
        {entry.index === null ? (
          <TextInput
            data-field={`${path}.name`}
            aria-label={say.addedName}
            placeholder={say.addedName}
            size="xs"
            value={entry.name}
            onChange={(event) => onChange(at, { name: event.currentTarget.value })}
            rightSection={
              <CloseButton size="sm" aria-label={say.removeRow({ name })} onClick={() => onRemove(at)} />
            }
          />
        ) : (
          <bdi>{entry.name}</bdi>
        )}
        {isMissing && <span className={tables['missing']}>{say.missing}</span>}
        {condition !== '' && <span className={tables['condition']}>{condition}</span>}
        {entry.files.map((file, order) => (
          <span className={tables['file']} key={`${file.hash}-${order}`}>
            <bdi>{file.name}</bdi>
            <CloseButton
              size="xs"
              aria-label={say.removeFile({ name: file.name })}
              onClick={() => onChange(at, { files: entry.files.filter((_, index) => index !== order) })}
            />
          </span>
        ))}
        {error !== undefined && <span className={classes['cellError']}>{error}</span>}
      </Table.Td>
      <Table.Td {...cell('mode')}>
        <NativeSelect
          data-field={`${path}.mode`}
          {...stop('mode')}
          aria-label={label(say.mode)}
          size="xs"
          value={entry.mode}
          onChange={(event) => {
            const mode = modes.find((one) => one === event.currentTarget.value);
            if (mode) onChange(at, { mode });
          }}
          data={modes.map((value) => ({ value, label: say.modes[value] }))}
        />
      </Table.Td>
      {counts.map((column) => (
        <Table.Td {...cell(column)} key={column}>
          <TextInput
            data-field={`${path}.${column}`}
            {...stop(column)}
            aria-label={label(say[column])}
            aria-invalid={errors[`${path}.${column}`] !== undefined || undefined}
            className={tables['count'] ?? ''}
            size="xs"
            inputMode="numeric"
            autoComplete="off"
            placeholder="·"
            value={entry[column] === 0 ? '' : String(entry[column])}
            onChange={(event) => onChange(at, { [column]: readCount(event.currentTarget.value) })}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Table.Td>
      ))}
      <Table.Td {...cell('held')} className={tables['centre'] ?? ''}>
        <Checkbox
          data-field={`${path}.held`}
          {...stop('held')}
          aria-label={label(say.held)}
          size="sm"
          checked={entry.held}
          onChange={(event) => onChange(at, { held: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td {...cell('files')}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={label(say.attach)}
          {...stop('files')}
          onClick={() => onDigitise(at, [])}
        >
          {entry.files.length === 0 ? '+' : say.fileCount({ count: entry.files.length })}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
});

/** The papers on the counter as a table walked by arrows. */
export const ComponentsTable = ({ entries, papers, onComplete, ...row }: ComponentsTableProps) => {
  const { intake } = useWords();
  const say = intake.components;
  const table = useRef<HTMLTableElement>(null);
  const keysId = useId();
  const [last, setLast] = useState<Cell>({ row: 0, column: 'originals' });
  const tabRow = Math.min(last.row, entries.length - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(target instanceof HTMLElement) || !table.current) return;
    const at = cellOf(target);
    const act = at ? readGridKey(event.key, at, entries.length) : null;
    if (!at || !act) return;
    event.preventDefault();
    if (act.act === 'go') focusCell(table.current, act.to);
    else if (act.act === 'complete') onComplete();
    else if (act.act === 'mode') row.onChange(at.row, { mode: act.mode });
    else row.onChange(at.row, { held: !(entries[at.row]?.held ?? false) });
  };

  return (
    <div className={tables['tableBox']}>
      <Table
        ref={table}
        role="grid"
        aria-label={say.table}
        aria-describedby={keysId}
        className={tables['papers'] ?? ''}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const at = event.target instanceof HTMLElement ? cellOf(event.target) : null;
          if (at) setLast(at);
        }}
        verticalSpacing={2}
        horizontalSpacing={4}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say.name}</Table.Th>
            <Table.Th className={tables['wide'] ?? ''}>{say.mode}</Table.Th>
            <Table.Th className={tables['narrow'] ?? ''}>{say.originals}</Table.Th>
            <Table.Th className={tables['narrow'] ?? ''}>{say.certified}</Table.Th>
            <Table.Th className={tables['narrow'] ?? ''}>{say.copies}</Table.Th>
            <Table.Th className={tables['narrow'] ?? ''}>{say.pages}</Table.Th>
            <Table.Th className={tables['narrow'] ?? ''}>
              <span aria-hidden="true">{say.heldShort}</span>
              <VisuallyHidden>{say.held}</VisuallyHidden>
            </Table.Th>
            <Table.Th className={tables['files'] ?? ''}>{say.files}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry, at) => (
            <ComponentRow
              {...row}
              key={entry.index ?? `added-${at}`}
              at={at}
              tabColumn={at === tabRow ? last.column : null}
              entry={entry}
              paper={papers.find((one) => one.index === entry.index)}
            />
          ))}
        </Table.Tbody>
      </Table>
      <p className={tables['keys']} id={keysId}>
        {say.keys}
      </p>
    </div>
  );
};
