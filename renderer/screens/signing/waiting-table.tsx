import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Checkbox } from '@mantine/core';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import type { WaitingLine, WaitingList } from './waiting-lists.ts';
import classes from './signing-screen.module.css';

interface RowProps {
  line: WaitingLine;
  chosen: boolean;
  endsInFigure: boolean;
  onChoose: (chosen: boolean) => void;
  onWalk: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const Row = ({ line, chosen, endsInFigure, onChoose, onWalk }: RowProps) => {
  const words = useWords();
  const open = () => go('dossier', { id: line.dossier });
  return (
    <tr data-chosen={chosen || undefined}>
      <td>
        <Checkbox
          size="sm"
          checked={chosen}
          label={line.name}
          // Walked to and opened all the same: what it waits for is done on the dossier's page.
          aria-disabled={!line.isHers || undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey) {
              event.preventDefault();
              open();
            } else onWalk(event);
          }}
          onChange={(event) => {
            if (line.isHers) onChoose(event.currentTarget.checked);
          }}
        />
      </td>
      <td>
        <button
          type="button"
          className="button plain"
          aria-label={`${words.signing.list.open}: ${line.code}`}
          onClick={open}
        >
          {line.code}
        </button>
      </td>
      {line.cells.map((text, place) => (
        <td
          key={place}
          className={endsInFigure && place === line.cells.length - 1 ? classes['number'] : undefined}
        >
          {text}
        </td>
      ))}
    </tr>
  );
};

interface Props {
  list: WaitingList;
  chosen: ReadonlySet<string>;
  onChoose: (keys: readonly string[], isChosen: boolean) => void;
}

/** One of the lists: arrows walk it, Space chooses, Enter opens the dossier. */
export const WaitingTable = ({ list, chosen, onChoose }: Props) => {
  const say = useWords().signing.list;
  const table = useRef<HTMLTableElement>(null);
  const hers = list.lines.filter(({ isHers }) => isHers).map(({ key }) => key);
  const columns = say.columns[list.kind];
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const boxes = [...(table.current?.querySelectorAll<HTMLElement>('tbody input') ?? [])];
    boxes[boxes.indexOf(event.currentTarget) + step]?.focus();
    event.preventDefault();
  };
  return (
    <table ref={table} className={classes['table']} aria-label={say.kinds[list.kind]}>
      <thead>
        <tr>
          <th>
            <Checkbox
              size="sm"
              label={columns[0]}
              aria-label={say.all}
              disabled={hers.length === 0}
              checked={hers.length > 0 && chosen.size === hers.length}
              indeterminate={chosen.size > 0 && chosen.size < hers.length}
              onChange={(event) => onChoose(hers, event.currentTarget.checked)}
            />
          </th>
          {columns.slice(1).map((name, place) => (
            <th
              key={name}
              className={list.endsInFigure && place === columns.length - 2 ? classes['number'] : undefined}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.lines.map((line) => (
          <Row
            key={line.key}
            line={line}
            chosen={chosen.has(line.key)}
            endsInFigure={list.endsInFigure}
            onChoose={(isChosen) => onChoose([line.key], isChosen)}
            onWalk={walk}
          />
        ))}
      </tbody>
    </table>
  );
};
