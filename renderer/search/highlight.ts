import { markMatches } from './mark-matches.ts';

/** Its looks: `::highlight(found)` in search.module.css. */
const found = new Highlight();
CSS.highlights.set('found', found);

/** Where in a text the query matched, as ranges of its text node. */
const matchesIn = (text: Text, query: string): StaticRange[] => {
  let end = 0;
  return markMatches(text.data, query).flatMap((piece) => {
    const start = end;
    end += piece.text.length;
    return piece.marked
      ? [new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end })]
      : [];
  });
};

/**
 * Marks what a query matched in the texts below `part` that carry `data-searched`, and returns what takes the marks away. Nothing
 * in the page changes by it: a letter more moves the marks and lays out nothing.
 */
export const highlightFound = (part: Element, query: string): (() => void) => {
  const ranges = Array.from(part.querySelectorAll('[data-searched]'), ({ firstChild }) => firstChild).flatMap(
    (node) => (node instanceof Text ? matchesIn(node, query) : []),
  );
  for (const range of ranges) found.add(range);
  return () => {
    for (const range of ranges) found.delete(range);
  };
};
