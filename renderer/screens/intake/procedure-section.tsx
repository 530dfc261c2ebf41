import { memo, useId, useRef, useState } from 'react';
import { Alert, Badge, Button, Combobox, NativeSelect, Text, TextInput, useCombobox } from '@mantine/core';
import { formatTerm } from '../../../shared/calendar/explain-deadline.ts';
import type { ProcedureHit, ProcedureSheet } from '../../../shared/contract.ts';
import { findCase } from '../../../shared/dossier/blank-form.ts';
import { ask } from '../../bridge.ts';
import { go } from '../../desk-store.ts';
import { Marked } from '../../search/marked.tsx';
import { useWords } from '../../words.ts';
import type { Errors } from './field-errors.ts';
import classes from './intake.module.css';

interface ProcedureSectionProps {
  sheet: ProcedureSheet | null;
  /** The code the form has while its sheet is on the way. */
  code: string;
  caseId: string;
  errors: Errors;
  onChoose: (code: string) => void;
  onCase: (id: string) => void;
}

const LIMIT = 12;

/** Hits for what is typed; an answer that is overtaken by a newer question is dropped. */
const useHits = () => {
  const [hits, setHits] = useState<{ text: string; rows: ProcedureHit[] } | null>(null);
  const turn = useRef(0);
  const find = async (text: string): Promise<ProcedureHit[]> => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await ask('catalogue.find', { text, limit: LIMIT });
    const rows = answer.ok ? answer.value : [];
    if (mine === turn.current) setHits({ text, rows });
    return rows;
  };
  return { hits, find };
};

/** A number, a name without marks or the first letters find a procedure; Enter takes the first. */
const ProcedureBox = ({
  sheet,
  code,
  errors,
  onChoose,
}: Omit<ProcedureSectionProps, 'caseId' | 'onCase'>) => {
  const { intake, calendar } = useWords();
  const say = intake.procedure;
  const combobox = useCombobox({ loop: true });
  const { hits, find } = useHits();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  /** The text Enter was pressed for before its answer was here. */
  const hurried = useRef<string | null>(null);
  const listId = useId();

  const chosen = sheet?.procedure.code === code ? `${code} · ${sheet.procedure.name}` : code;
  const rows = typed !== null && hits ? hits.rows : [];
  const isOpen = combobox.dropdownOpened && typed !== null && hits !== null;

  const take = (hit: ProcedureHit) => {
    hurried.current = null;
    combobox.closeDropdown();
    setTyped(null);
    onChoose(hit.code);
  };

  const search = async (text: string) => {
    setTyped(text);
    setActive(0);
    combobox.openDropdown();
    const found = await find(text);
    if (hurried.current === text && found[0]) take(found[0]);
  };

  const walk = (step: 1 | -1) => {
    if (typed === null) {
      void search('');
      return;
    }
    combobox.openDropdown();
    const next = rows.length === 0 ? 0 : (active + step + rows.length) % rows.length;
    setActive(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && !event.shiftKey && typed !== null && typed.trim() !== '') {
      event.preventDefault();
      const hit = hits?.text === typed ? rows[active] : undefined;
      if (hit) take(hit);
      else hurried.current = hits?.text === typed ? null : typed;
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
      combobox.closeDropdown();
    }
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        const hit = rows.find((row) => row.code === value);
        if (hit) take(hit);
      }}
      shadow="md"
      offset={2}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: false, shift: true }}
    >
      <Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
        <TextInput
          data-field="procedure"
          label={say.label}
          placeholder={say.placeholder}
          error={errors['procedure']}
          size="sm"
          value={typed ?? chosen}
          onChange={(event) => void search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => {
            combobox.closeDropdown();
            // What was typed and never chosen is left standing only while nothing is chosen.
            if (code !== '' || typed === '') setTyped(null);
          }}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && rows[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen} className={classes['dropdown'] ?? ''}>
        <Combobox.Options id={listId} aria-label={say.label}>
          {rows.map((hit, at) => (
            <Combobox.Option
              key={hit.code}
              id={`${listId}-${at}`}
              value={hit.code}
              className={classes['hit'] ?? ''}
              data-chosen={at === active || undefined}
              aria-selected={at === active}
            >
              <span className={classes['hitCode']}>{hit.code}</span>
              <span className={classes['hitName']}>
                <Marked text={hit.name} query={typed ?? ''} />
              </span>
              <span className={classes['hitField']}>
                {`${hit.field} · ${formatHitTerm(hit.term, calendar.terms)}`}
              </span>
            </Combobox.Option>
          ))}
          {rows.length === 0 && <Combobox.Empty>{say.nothing}</Combobox.Empty>}
        </Combobox.Options>
        {rows.length === LIMIT && <Combobox.Footer>{say.more}</Combobox.Footer>}
      </Combobox.Dropdown>
    </Combobox>
  );
};

type Terms = ReturnType<typeof useWords>['calendar']['terms'];

const formatHitTerm = (term: ProcedureHit['term'], terms: Terms): string => {
  switch (term.unit) {
    case 'SAME_DAY':
      return terms.SAME_DAY;
    case 'HOUR':
    case 'WORKING_DAY':
    case 'DAY':
    case 'MONTH':
      return terms[term.unit]({ value: term.value });
    default:
      return '';
  }
};

export const ProcedureSection = memo(function ProcedureSection(props: ProcedureSectionProps) {
  const { sheet, caseId, errors, onCase } = props;
  const words = useWords();
  const say = words.intake.procedure;
  const procedure = sheet?.procedure;
  const chosenCase = procedure ? findCase(procedure, caseId) : undefined;
  const isUncertain =
    procedure !== undefined &&
    [procedure.confidence.term, procedure.confidence.components, procedure.confidence.fees].includes('low');
  return (
    <div className={classes['stack']}>
      <ProcedureBox {...props} />
      {procedure && procedure.cases.length > 1 && (
        <NativeSelect
          data-field="case"
          label={say.case}
          error={errors['case']}
          size="sm"
          value={chosenCase?.id ?? ''}
          onChange={(event) => onCase(event.currentTarget.value)}
          data={[
            ...(chosenCase ? [] : [{ value: '', label: say.chooseCase }]),
            ...procedure.cases.map((one, at) => ({ value: one.id, label: `${at + 1}. ${one.name}` })),
          ]}
        />
      )}
      {procedure && (
        <div className={classes['facts']}>
          <Text size="sm">
            {`${say.term}: ${formatTerm(chosenCase?.term ?? procedure.term, words.calendar)} · ${procedure.field} · ${procedure.agency}`}
          </Text>
          {isUncertain && (
            <Badge
              color="yellow"
              variant="light"
              title={say.uncertainNote}
              className={classes['badge'] ?? ''}
            >
              {say.uncertain}
            </Badge>
          )}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => go('catalogue', { code: procedure.code })}
            tabIndex={-1}
          >
            {say.sheet}
          </Button>
        </div>
      )}
      {procedure && procedure.termNote !== '' && (
        <Text size="sm" c="dimmed">
          {procedure.termNote}
        </Text>
      )}
      {procedure && !procedure.takenAtDesk && <Alert color="yellow">{say.notTakenHere}</Alert>}
    </div>
  );
});
