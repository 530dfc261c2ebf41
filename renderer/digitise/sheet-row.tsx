import { useEffect, useId, useRef } from 'react';
import { useWords } from '../words.ts';
import { SheetCanvas } from './sheet-canvas.tsx';
import { goTo, readSheetKey } from './sheets.ts';
import type { Sheets } from './use-sheets.ts';
import classes from './digitise.module.css';

const thumbWidth = 84;

/** The sheets in their order, walked and changed by keys; the chosen one is shown large beside it. */
export const SheetRow = ({ sheets }: { sheets: Sheets }) => {
  const { digitise: say } = useWords();
  const { table, change, find } = sheets;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const optionId = (place: number) => `${id}-${place}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [table.at, table.sheets.length]);

  return (
    <>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        aria-label={say.sheets}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={table.sheets.length > 0 ? optionId(table.at) : undefined}
        className={classes['row']}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          const next = readSheetKey(event, table);
          if (next === null) return;
          event.preventDefault();
          change(next);
        }}
      >
        {table.sheets.map((sheet, place) => (
          <div
            key={`${sheet.hash}-${sheet.page}-${place}`}
            id={optionId(place)}
            role="option"
            aria-selected={place === table.at}
            aria-label={say.sheet({ number: place + 1, of: table.sheets.length, file: sheet.file })}
            className={classes['thumb']}
            onPointerUp={() => {
              change(goTo(table, place));
              list.current?.focus();
            }}
          >
            <SheetCanvas pdf={find(sheet.hash)} sheet={sheet} width={thumbWidth} />
            <span className={classes['number']}>{place + 1}</span>
          </div>
        ))}
      </div>
      <p className={classes['keys']} id={`${id}-keys`}>
        {say.keys}
      </p>
    </>
  );
};
