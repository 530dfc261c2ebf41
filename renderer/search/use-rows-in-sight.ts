import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { MOST_ROWS } from './found-summary.ts';

const rowsInSight = (list: Element): number => {
  const place = list.firstElementChild?.firstElementChild;
  if (!place) return MOST_ROWS;
  const longest = Number.parseFloat(getComputedStyle(list).maxHeight);
  const row = Number.parseFloat(getComputedStyle(place).height);
  return Math.min(MOST_ROWS, Math.ceil(longest / row));
};

/** How many places of the list can be seen before anybody scrolls, as its style sheet has it; all of them until it is in the page. */
export const useRowsInSight = (list: RefObject<Element | null>): number => {
  const [count, setCount] = useState(MOST_ROWS);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (list.current !== null) setCount(rowsInSight(list.current));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [list]);
  return count;
};
