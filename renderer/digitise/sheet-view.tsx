import { Button, Group } from '@mantine/core';
import { useWords } from '../words.ts';
import { SheetCanvas } from './sheet-canvas.tsx';
import { moveSheet, removeSheet, turnSheet } from './sheets.ts';
import type { Sheets } from './use-sheets.ts';
import classes from './digitise.module.css';

const viewWidth = 560;

/** The chosen sheet, large enough to see whether it can be read, and what can be done with it. */
export const SheetView = ({ sheets: { table, change, find } }: { sheets: Sheets }) => {
  const { digitise: say } = useWords();
  const sheet = table.sheets[table.at];
  if (!sheet) return null;
  const pdf = find(sheet.hash);
  const name = say.sheet({ number: table.at + 1, of: table.sheets.length, file: sheet.file });
  return (
    <section className={classes['view']} aria-label={name}>
      <Group gap="xs">
        <Button variant="default" size="compact-sm" onClick={() => change(turnSheet(table, -1))}>
          {say.turnLeft}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => change(turnSheet(table, 1))}>
          {say.turnRight}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => change(moveSheet(table, -1))}>
          {say.forward}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => change(moveSheet(table, 1))}>
          {say.back}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => change(removeSheet(table))}>
          {say.remove}
        </Button>
      </Group>
      <p className={classes['keys']}>
        <bdi>{name}</bdi>
        {sheet.turn !== 0 && <> · {say.turned({ turn: sheet.turn })}</>}
      </p>
      {pdf?.locked === true ? (
        <p className={classes['locked']}>{say.locked}</p>
      ) : (
        <div className={classes['page']}>
          <SheetCanvas pdf={pdf} sheet={sheet} width={viewWidth} />
        </div>
      )}
    </section>
  );
};
