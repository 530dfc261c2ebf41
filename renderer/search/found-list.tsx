import { memo } from 'react';
import { Alert, Combobox } from '@mantine/core';
import { useNow } from '../screens/dossiers/use-now.ts';
import { faultText, useWords } from '../words.ts';
import { FoundRow } from './found-row.tsx';
import { countLine, foundSummary } from './found-summary.ts';
import { listId, optionId } from './option-id.ts';
import type { Found } from './use-find.ts';
import classes from './search.module.css';

/** Drawn for a new answer, not for a letter on its way. The dropdown's content: a warning first when a paper was forged, then the rows, or what to try when there are none. */
export const FoundList = memo(({ found, chosen }: { found: Found; chosen: number }) => {
  const words = useWords();
  const say = words.dossiers.search;
  const now = useNow();
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
          <Combobox.Options id={listId} aria-label={say.results} className={classes['options']}>
            {rows.map((row, index) => (
              <Combobox.Option
                id={optionId(row.id)}
                value={row.id}
                // By place, not by dossier: the next answer rewrites the rows in place instead of building them anew.
                key={index}
                selected={index === chosen}
                className={classes['option']}
                data-chosen={index === chosen || undefined}
              >
                <FoundRow row={row} query={found.text} taken={taken} now={now} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
          <Combobox.Footer className={classes['footer']}>
            <span>{countLine(found.result.value, words)}</span>
            <span>{say.keys}</span>
          </Combobox.Footer>
        </>
      )}
    </>
  );
});
FoundList.displayName = 'FoundList';
