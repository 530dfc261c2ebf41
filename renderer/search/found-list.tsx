import { memo, useLayoutEffect, useRef } from 'react';
import { Alert } from '@mantine/core';
import { useNow } from '../screens/dossiers/use-now.ts';
import { faultText, useWords } from '../words.ts';
import { FoundRow } from './found-row.tsx';
import { countLine, foundSummary } from './found-summary.ts';
import { listId } from './option-id.ts';
import type { Found } from './use-find.ts';
import classes from './search.module.css';

interface Props {
  found: Found;
  chosen: number;
  /** What the keys do here, in the list's foot. */
  keys: string;
}

/**
 * Drawn for a new answer, not for a letter on its way. The dropdown's content: a warning first when a paper was forged, then
 * the rows, or what to try when there are none. Plain elements: twenty options of the component library took as long to build
 * as the rest of the way from the keystroke to the frame.
 */
export const FoundList = memo(({ found, chosen, keys }: Props) => {
  const words = useWords();
  const say = words.dossiers.search;
  const now = useNow();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The row Enter opens is the first one again, however far the answer before was walked through.
    list.current?.scrollTo({ top: 0 });
  }, [found.turn]);
  if (!found.result.ok)
    return (
      <Alert color="red" title={say.failed} className={classes['alert']}>
        {faultText(words, found.result.fault)}
      </Alert>
    );
  const { rows, taken, forged } = found.result.value;
  return (
    <>
      {forged && (
        <Alert color="red" variant="filled" title={say.forgedTitle} className={classes['alert']}>
          {say.forged}
        </Alert>
      )}
      {rows.length === 0 && !forged && <p className={classes['nothing']}>{foundSummary(found, words)}</p>}
      {rows.length > 0 && (
        <>
          <div ref={list} id={listId} role="listbox" aria-label={say.results} className={classes['options']}>
            {rows.map((row, index) => (
              <FoundRow
                // By place, not by dossier: the next answer rewrites the rows in place instead of building them anew.
                key={index}
                row={row}
                chosen={index === chosen}
                query={found.text}
                taken={taken}
                now={now}
              />
            ))}
          </div>
          <div className={classes['footer']}>
            <span>{countLine(found.result.value, words)}</span>
            <span>{keys}</span>
          </div>
        </>
      )}
    </>
  );
});
FoundList.displayName = 'FoundList';
