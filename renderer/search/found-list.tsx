import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Alert } from '@mantine/core';
import { shallowEqual } from '@mantine/hooks';
import { faultText, useWords } from '../words.ts';
import { FoundRows } from './found-rows.tsx';
import { MOST_ROWS, countLine, foundSummary } from './found-summary.ts';
import { afterPaint } from './use-find.ts';
import type { Found } from './use-find.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import classes from './search.module.css';

interface Props {
  /** In the page, for the field it belongs to. */
  id: string;
  /** Null: nothing is shown. The list keeps what it drew last, out of sight: rows rewritten cost half of rows made. */
  found: Found | null;
  chosen: number;
  /** What the keys do here, in the list's foot. */
  keys: string;
}

/**
 * Drawn for a new answer, not for a letter on its way. The dropdown's content: a warning first when a paper was forged, then
 * the rows, or what to try when there are none. Plain elements: twenty options of the component library took as long to build
 * as the rest of the way from the keystroke to the frame.
 */
export const FoundList = memo(
  ({ id, found, chosen, keys }: Props) => {
    const words = useWords();
    const say = words.dossiers.search;
    const list = useRef<HTMLDivElement>(null);
    const turn = found?.turn;
    useLayoutEffect(() => {
      // The row Enter opens is the first one again, however far the answer before was walked through.
      if (turn !== undefined && list.current !== null && list.current.scrollTop > 0)
        list.current.scrollTop = 0;
    }, [turn]);
    const inSight = useRowsInSight(list);
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
    const findings = found?.result.ok ? found.result.value : null;
    const count = findings?.rows.length ?? 0;
    return (
      <>
        {found?.result.ok === false && (
          <Alert color="red" title={say.failed} className={classes['alert']}>
            {faultText(words, found.result.fault)}
          </Alert>
        )}
        {findings?.forged === true && (
          <Alert color="red" variant="filled" title={say.forgedTitle} className={classes['alert']}>
            {say.forged}
          </Alert>
        )}
        {found !== null && findings !== null && count === 0 && !findings.forged && (
          <p className={classes['nothing']}>{foundSummary(found, words)}</p>
        )}
        <div hidden={found !== null && count === 0}>
          <div ref={list} id={id} role="listbox" aria-label={say.results} className={classes['options']}>
            <FoundRows list={id} found={found} from={0} to={inSight} chosen={chosen} />
            <FoundRows
              list={id}
              found={count > inSight ? below : null}
              from={inSight}
              to={MOST_ROWS}
              chosen={chosen}
            />
          </div>
          <div className={classes['footer']}>
            <span>{findings === null ? '' : countLine(findings, words)}</span>
            <span>{keys}</span>
          </div>
        </div>
      </>
    );
  },
  (before, after) => after.found === null || shallowEqual(before, after),
);
FoundList.displayName = 'FoundList';
