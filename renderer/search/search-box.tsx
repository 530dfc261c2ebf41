import { useEffect, useId, useRef, useState } from 'react';
import { CloseIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { Found } from './use-find.ts';
import { useFind } from './use-find.ts';
import '../screens/dossier/came-from.ts';
import { FoundList } from './found-list.tsx';
import { optionId } from './option-id.ts';
import { go, useDesk } from '../desk-store.ts';
import { usePageScan } from '../page-scan.ts';
import { useWords } from '../words.ts';
import { foundSummary } from './found-summary.ts';
import classes from './search.module.css';

/** The dossier whose row was clicked. */
const dossierAt = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-dossier]')?.dataset['dossier'] : undefined;

/** The one place to find a dossier: focused by / or Ctrl+F, or by scanning a receipt anywhere. */
export const SearchBox = () => {
  const words = useWords();
  const say = words.dossiers.search;
  // The field keeps its own text: a letter typed redraws nothing but itself while main is looking.
  const input = useRef<HTMLInputElement>(null);
  const [isFilled, setFilled] = useState(false);
  const [isOpen, setOpen] = useState(false);
  /** The cursor has been here: the list stands ready from then on. */
  const [isReady, setReady] = useState(false);
  /** The row Enter opens; the first one after every new answer. */
  const [active, setActive] = useState({ turn: 0, index: 0 });
  /** Where the cursor was before: Esc gives it back. */
  const before = useRef<HTMLElement | null>(null);
  /** Enter was pressed before the rows were here. */
  const hurried = useRef(false);
  const { found, isAsking, find, clear } = useFind();
  const hintId = useId();
  const listId = useId();

  const focus = () => {
    const now = document.activeElement;
    if (now !== input.current && now instanceof HTMLElement) before.current = now;
    input.current?.focus();
    input.current?.select();
  };
  useHotkeys([['/', focus]]);
  useHotkeys([['mod+F', focus]], []);

  const screen = useDesk((desk) => desk.screen);
  useEffect(() => {
    // She has gone to another screen by its key: the keyboard is that screen's.
    input.current?.blur();
  }, [screen]);

  const write = (text: string) => {
    if (input.current !== null && input.current.value !== text) input.current.value = text;
    setFilled(text !== '');
  };

  const empty = () => {
    write('');
    clear();
    hurried.current = false;
    setOpen(false);
  };

  const open = (id: string) => {
    empty();
    input.current?.blur();
    go('dossier', { id });
  };

  /** A single dossier that was plainly meant needs no second key. */
  const openIfMeant = (answer: Found | null, wanted: boolean) => {
    if (!wanted || answer === null || !answer.result.ok) return;
    const { rows, forged } = answer.result.value;
    const first = rows[0];
    if (first !== undefined && rows.length === 1 && !forged) open(first.id);
  };

  const search = async (next: string, scanned: boolean) => {
    hurried.current = false;
    if (next.trim() === '') {
      empty();
      return;
    }
    write(next);
    setOpen(true);
    const answer = await find(next);
    openIfMeant(answer, scanned || hurried.current);
  };

  usePageScan((scan) => {
    if (scan.kind !== 'receipt') return false;
    focus();
    void search(scan.text, true);
    return true;
  });

  const rows = found?.result.ok ? found.result.value.rows : [];
  const chosen = active.turn === found?.turn ? active.index : 0;
  const opened = isOpen && found !== null;

  const walk = (step: 1 | -1) => {
    if (found === null || rows.length === 0) return;
    const index = (chosen + step + rows.length) % rows.length;
    setActive({ turn: found.turn, index });
    document.getElementById(optionId(listId, rows[index]?.id ?? ''))?.scrollIntoView({ block: 'nearest' });
  };

  const leave = () => {
    if (input.current?.value !== '') {
      empty();
      return;
    }
    setOpen(false);
    input.current.blur();
    before.current?.focus();
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen && found !== null) setOpen(true);
      else walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isAsking()) hurried.current = true;
      else if (rows[chosen] !== undefined) open(rows[chosen].id);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };

  const chosenRow = rows[chosen];
  return (
    <search className={classes['box']}>
      {/* Plain, as the rows are: drawn anew with every answer, the component library's field cost as much as all of them. */}
      <div className={classes['field']}>
        <input
          ref={input}
          onChange={(event) => void search(event.currentTarget.value, false)}
          onKeyDown={onKeyDown}
          onFocus={() => {
            setReady(true);
            if (found !== null) setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          placeholder={say.placeholder}
          aria-label={say.label}
          aria-describedby={hintId}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={opened}
          aria-controls={opened && chosenRow ? listId : undefined}
          aria-activedescendant={opened && chosenRow ? optionId(listId, chosenRow.id) : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        {isFilled ? (
          <button
            type="button"
            className={classes['clear']}
            aria-label={say.clear}
            onMouseDown={(event) => event.preventDefault()}
            onClick={empty}
          >
            <CloseIcon size="16px" />
          </button>
        ) : (
          <kbd className="keycap" aria-hidden="true">
            /
          </kbd>
        )}
      </div>
      {isReady && (
        // A click in it leaves the cursor in the field. Placed by the style sheet: measuring where it belongs cost more than drawing it, at every keystroke.
        <div
          className={classes['dropdown']}
          data-waiting={opened ? undefined : true}
          role="presentation"
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            const id = dossierAt(event.target);
            if (id !== undefined) open(id);
          }}
        >
          <FoundList id={listId} found={opened ? found : null} chosen={chosen} keys={say.keys} />
        </div>
      )}
      <span className="unseen" id={hintId}>
        {say.keys}
      </span>
      <span className="unseen" role="status">
        {opened ? foundSummary(found, words) : ''}
      </span>
    </search>
  );
};
