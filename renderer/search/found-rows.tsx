import { memo } from 'react';
import { useNow } from '../screens/dossiers/use-now.ts';
import { useWords } from '../words.ts';
import { FoundRow } from './found-row.tsx';
import type { Found } from './use-find.ts';

interface Props {
  found: Found;
  /** Which of the rows found: from this one to before that one. */
  from: number;
  to: number;
  /** The one Enter opens. */
  chosen: number;
}

/** Some of the rows of an answer, drawn again for another answer or another choice alone. */
export const FoundRows = memo(({ found, from, to, chosen }: Props) => {
  const words = useWords();
  const now = useNow();
  if (!found.result.ok) return null;
  const { rows, taken } = found.result.value;
  return rows.slice(from, to).map((row, index) => (
    <FoundRow
      // By place, not by dossier: the next answer rewrites the rows in place instead of building them anew.
      key={from + index}
      row={row}
      chosen={from + index === chosen}
      query={found.text}
      taken={taken}
      now={now}
      words={words}
    />
  ));
});
FoundRows.displayName = 'FoundRows';
