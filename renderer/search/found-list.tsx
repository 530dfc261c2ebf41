import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Alert } from '@mantine/core';
import { faultText, useWords } from '../words.ts';
import { FoundRows } from './found-rows.tsx';
import { MOST_ROWS, countLine, foundSummary } from './found-summary.ts';
import { listId } from './option-id.ts';
import { afterPaint } from './use-find.ts';
import type { Found } from './use-find.ts';
import classes from './search.module.css';

/** Pixels, as the style sheet has them: a row, the list at its longest, what stands above and below it in a small window. */
const [rowHeight, longestList, around] = [36, 560, 140];

/** Rows that can be seen before anybody scrolls. */
const rowsInSight = (): number => Math.ceil(Math.min(longestList, window.innerHeight - around) / rowHeight);

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
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The row Enter opens is the first one again, however far the answer before was walked through.
    list.current?.scrollTo({ top: 0 });
  }, [found.turn]);
  // What is out of sight follows once what is in sight has been painted: a quarter of the rows, half of them in a small window.
  const [below, setBelow] = useState<Found | null>(null);
  useEffect(() => {
    let wanted = true;
    afterPaint(() => {
      if (wanted) setBelow(found);
    });
    return () => {
      wanted = false;
    };
  }, [found]);
  const inSight = rowsInSight();
  if (!found.result.ok)
    return (
      <Alert color="red" title={say.failed} className={classes['alert']}>
        {faultText(words, found.result.fault)}
      </Alert>
    );
  const { rows, forged } = found.result.value;
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
            <FoundRows found={found} from={0} to={inSight} chosen={chosen} />
            {below !== null && rows.length > inSight && (
              <FoundRows found={below} from={inSight} to={MOST_ROWS} chosen={chosen} />
            )}
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
