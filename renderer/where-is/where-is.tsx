import { useId, useRef, useState } from 'react';
import { Alert, Box, TextInput } from '@mantine/core';
import { localDateAt } from '../../shared/calendar/vietnam-time.ts';
import { parseCard } from '../../shared/citizen/card.ts';
import { go } from '../desk-store.ts';
import { useScan } from '../scan.ts';
import { useNow } from '../screens/dossiers/use-now.ts';
import { FoundList } from '../search/found-list.tsx';
import { foundSummary } from '../search/found-summary.ts';
import { optionId } from '../search/option-id.ts';
import { useFind } from '../search/use-find.ts';
import type { Found } from '../search/use-find.ts';
import { useWords } from '../words.ts';
import { ToldAnswer } from './told-answer.tsx';
import classes from './where-is.module.css';

/** Whose dossier, found by what she holds or says; then the sentence to say. Enter answers, Enter again opens the dossier. */
export const WhereIs = () => {
  const words = useWords();
  const say = words.day.whereIs;
  const now = useNow();
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const { found, isAsking, find, clear } = useFind();
  const [active, setActive] = useState({ turn: 0, index: 0 });
  /** The dossier answered for; null while she is still looking. */
  const [told, setTold] = useState<string | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  /** Enter was pressed before the rows were here. */
  const hurried = useRef(false);

  const rows = found?.result.ok ? found.result.value.rows : [];
  const chosen = active.turn === found?.turn ? active.index : 0;
  const chosenRow = rows[chosen];

  const answer = (id: string) => {
    setTold(id);
    // Whatever is scanned or typed next is about the next citizen.
    input.current?.select();
  };

  const answerIfMeant = (now: Found | null, wanted: boolean) => {
    if (!wanted || now === null || !now.result.ok || now.result.value.forged) return;
    const [first, ...others] = now.result.value.rows;
    if (first !== undefined && others.length === 0) answer(first.id);
  };

  const search = async (text: string, scanned: boolean) => {
    hurried.current = false;
    setTold(null);
    setUnreadable(false);
    if (input.current !== null && input.current.value !== text) input.current.value = text;
    answerIfMeant(await find(text), scanned || hurried.current);
  };

  useScan((scan) => {
    if (scan.kind === 'other') return false;
    const card = scan.kind === 'card' ? parseCard(scan.text, localDateAt(now)) : null;
    if (card !== null && !card.ok) {
      clear();
      setTold(null);
      setUnreadable(true);
    } else void search(card === null ? scan.text : card.card.person.idNumber, true);
    return true;
  });

  const walk = (step: 1 | -1) => {
    if (found === null || rows.length === 0) return;
    const index = (chosen + step + rows.length) % rows.length;
    setActive({ turn: found.turn, index });
    setTold(null);
    document.getElementById(optionId(listId, rows[index]?.id ?? ''))?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') {
      if (isAsking()) hurried.current = true;
      else if (chosenRow !== undefined && told === chosenRow.id) go('dossier', { id: told });
      else if (chosenRow !== undefined) answer(chosenRow.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={classes['whereIs']}>
      <TextInput
        ref={input}
        data-autofocus
        label={say.label}
        onChange={(event) => void search(event.currentTarget.value, false)}
        onKeyDown={onKeyDown}
        size="md"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={chosenRow !== undefined}
        aria-controls={chosenRow ? listId : undefined}
        aria-activedescendant={chosenRow ? optionId(listId, chosenRow.id) : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      {unreadable && <Alert color="red">{say.cardUnreadable}</Alert>}
      {found === null ? (
        <p className={classes['hint']}>{say.hint}</p>
      ) : (
        // A click answers as Enter does and leaves the cursor in the field.
        <Box
          className={classes['found'] ?? ''}
          data-told={told !== null || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            const row =
              event.target instanceof Element ? event.target.closest<HTMLElement>('[data-dossier]') : null;
            const index = rows.findIndex(({ id }) => id === row?.dataset['dossier']);
            if (rows[index] === undefined) return;
            setActive({ turn: found.turn, index });
            answer(rows[index].id);
          }}
        >
          <FoundList id={listId} found={found} chosen={chosen} keys={say.keys} />
        </Box>
      )}
      <span className="unseen" role="status">
        {found === null ? '' : foundSummary(found, words)}
      </span>
      {told !== null && <ToldAnswer key={told} id={told} now={now} />}
    </div>
  );
};
