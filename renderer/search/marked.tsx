import { useMemo } from 'react';
import { markMatches } from './mark-matches.ts';
import classes from './search.module.css';

/** Text with the parts a query matched marked. The query is plain text and so is what is drawn. */
export const Marked = ({ text, query }: { text: string; query: string }) => {
  const pieces = useMemo(() => markMatches(text, query), [text, query]);
  return pieces.map((piece, index) =>
    piece.marked ? (
      <mark className={classes['mark']} key={index}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
};
