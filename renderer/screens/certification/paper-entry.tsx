import { useRef } from 'react';
import type { Dispatch, KeyboardEvent, RefObject } from 'react';
import { TextInput } from '@mantine/core';
import type { CopyRates } from '../../../shared/catalogue/procedure.ts';
import { readPaperLine } from '../../../shared/certification/paper-line.ts';
import type { PaperKindHint } from '../../../shared/certification/paper-line.ts';
import { costOfLine } from '../../../shared/certification/pile.ts';
import type { PaperLine } from '../../../shared/certification/pile.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { useWords } from '../../words.ts';
import type { PileAction, PileState } from './pile-form.ts';
import classes from './certification.module.css';

interface Props {
  state: PileState;
  dispatch: Dispatch<PileAction>;
  kinds: readonly PaperKindHint[];
  rates: CopyRates;
  field: RefObject<HTMLInputElement | null>;
  error: string | null;
}

/** What the line means with the kind she walked to among those it may mean. */
const meantBy = (
  { line, choice, form }: PileState,
  kinds: readonly PaperKindHint[],
): { paper: PaperLine; hints: readonly PaperKindHint[] } | undefined => {
  const read = readPaperLine(line, kinds, form.papers.at(-1));
  if (!read) return undefined;
  const chosen = choice === 0 ? undefined : read.hints[choice];
  // Walked to another kind: its own usual pages, unless pages were typed.
  const other = chosen && readPaperLine(line.replace(read.typed, chosen.code), kinds, form.papers.at(-1));
  return { paper: other?.line ?? read.line, hints: read.hints };
};

/** One line a paper, typed without leaving it: code or name, pages x copies, Enter. */
export const PaperEntry = ({ state, dispatch, kinds, rates, field, error }: Props) => {
  const words = useWords();
  const say = words.certification.screen;
  const meant = meantBy(state, kinds);
  const composing = useRef(false);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || composing.current || event.ctrlKey) return;
    const count = meant?.hints.length ?? 0;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 1) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : count - 1;
      dispatch({ type: 'choice', choice: (state.choice + step) % count });
      return;
    }
    if (event.key === 'Enter' && meant) {
      event.preventDefault();
      dispatch({ type: 'added', paper: meant.paper });
    }
  };

  const others = meant?.hints.filter(({ name }) => name !== meant.paper.kind).slice(0, 4) ?? [];
  return (
    <div className={classes['entry']}>
      <TextInput
        ref={field}
        id="certification-line"
        data-field="line"
        label={say.line}
        placeholder={say.lineHint}
        value={state.line}
        error={error}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="certification-meant"
        onChange={(event) => dispatch({ type: 'line', text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <p id="certification-meant" className={classes['meant']} aria-live="polite">
        {meant ? (
          <>
            <strong>
              {say.lineSays({ ...meant.paper, money: formatMoney(costOfLine(meant.paper, rates)) })}
            </strong>
            {others.length > 0 && (
              <span>
                {say.others({ list: others.map(({ code, name }) => `${name} (${code})`).join(', ') })}
              </span>
            )}
          </>
        ) : (
          say.lineKeys
        )}
      </p>
    </div>
  );
};
