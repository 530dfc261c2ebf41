import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { formatTerm } from '../../../shared/calendar/explain-deadline.ts';
import type { ProcedureHit } from '../../../shared/contract.ts';
import { isTermUnit } from './term-unit.ts';
import { Marked } from '../../search/marked.tsx';
import { useWords } from '../../words.ts';
import { groupByField, inDrawnOrder } from './group-by-field.ts';
import classes from './catalogue.module.css';

interface Props {
  hits: readonly ProcedureHit[];
  /** Whether main has answered yet: until then nothing is said about what was found. */
  ready: boolean;
  text: string;
  onText: (text: string) => void;
  /** Code the arrows stand on. */
  chosen: string | null;
  onChoose: (code: string) => void;
  onOpen: (code: string) => void;
  onLeave: () => void;
}

const optionId = (code: string) => `procedure-${code.replaceAll('.', '-')}`;

/** The filter and, under it, the procedures by field. The cursor stays in the filter: arrows choose, Enter opens. */
export const ProcedureList = ({ hits, ready, text, onText, chosen, onChoose, onOpen, onLeave }: Props) => {
  const words = useWords();
  const say = words.dossiers.procedures;
  const combobox = useCombobox({ opened: true });
  const groups = groupByField(hits);
  const drawn = inDrawnOrder(groups);
  const place = drawn.findIndex(({ code }) => code === chosen);

  const walkTo = (next: number) => {
    const hit = drawn[Math.max(0, Math.min(drawn.length - 1, next))];
    if (hit === undefined) return;
    onChoose(hit.code);
    document.getElementById(optionId(hit.code))?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[event.key];
    if (step !== undefined) walkTo(place < 0 ? 0 : place + step);
    else if (event.key === 'Enter') {
      const hit = drawn[Math.max(0, place)];
      if (hit !== undefined) onOpen(hit.code);
    } else if (event.key === 'Escape') {
      if (text === '') onLeave();
      else onText('');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={onOpen}>
      <Combobox.EventsTarget withAriaAttributes={false} withKeyboardNavigation={false}>
        <TextInput
          id="procedure-filter"
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder={say.placeholder}
          aria-label={say.filter}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={true}
          aria-controls="procedure-list"
          aria-activedescendant={place < 0 ? undefined : optionId(drawn[place]?.code ?? '')}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.EventsTarget>
      <p className={classes['quiet']} role="status">
        {ready && (hits.length === 0 ? say.nothing : say.count({ count: hits.length }))}
      </p>
      <Combobox.Options id="procedure-list" aria-label={say.list} className={classes['list'] ?? ''}>
        {groups.map(({ field, procedures }) => (
          <Combobox.Group label={field} key={field}>
            {procedures.map((hit) => (
              <Combobox.Option
                id={optionId(hit.code)}
                key={hit.code}
                value={hit.code}
                selected={hit.code === chosen}
                data-chosen={hit.code === chosen || undefined}
                className={classes['option'] ?? ''}
              >
                <span>
                  <Marked text={hit.name} query={text} />
                </span>
                <span className={classes['optionNote']}>
                  <Marked text={hit.code} query={text} />
                  {isTermUnit(hit.term.unit) &&
                    ` · ${formatTerm({ value: hit.term.value, unit: hit.term.unit }, words.calendar)}`}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
      </Combobox.Options>
    </Combobox>
  );
};
