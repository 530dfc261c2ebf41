import { memo, useLayoutEffect, useRef } from 'react';
import { useNow } from '../screens/dossiers/use-now.ts';
import { useWords } from '../words.ts';
import { FoundRow, cellsOf, noCells } from './found-row.tsx';
import { highlightFound } from './highlight.ts';
import type { Found } from './use-find.ts';
import classes from './search.module.css';

interface Props {
  /** The list's id in the page. */
  list: string;
  found: Found | null;
  /** Which of the rows found: from this one to before that one. */
  from: number;
  to: number;
  /** The one Enter opens. */
  chosen: number;
}

/** Some of the rows of an answer, drawn again for another answer or another choice alone. Places no row fills stand ready out of sight. */
export const FoundRows = memo(({ list, found, from, to, chosen }: Props) => {
  const words = useWords();
  const now = useNow();
  const part = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => (found === null || part.current === null ? undefined : highlightFound(part.current, found.text)),
    [found],
  );
  const findings = found?.result.ok ? found.result.value : null;
  const rows = findings?.rows.slice(from, to) ?? [];
  return (
    <div
      ref={part}
      className={classes['part']}
      role="presentation"
      style={{ height: `calc(${rows.length} * var(--row))` }}
    >
      {Array.from({ length: to - from }, (_, index) => {
        const row = rows[index];
        return (
          <FoundRow
            // By place, not by dossier: the next answer rewrites the rows in place instead of building them anew.
            key={from + index}
            {...(row === undefined || findings === null ? noCells : cellsOf(row, findings.taken, now, words))}
            list={list}
            chosen={from + index === chosen}
          />
        );
      })}
    </div>
  );
});
FoundRows.displayName = 'FoundRows';
