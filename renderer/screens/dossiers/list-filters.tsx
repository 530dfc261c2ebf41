import { useEffect, useState } from 'react';
import { Button, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import type { ProcedureHit } from '../../../shared/contract.ts';
import { parseTypedDate } from '../../../shared/calendar/vietnam-time.ts';
import { searchTerms, fold } from '../../../shared/text/fold.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { ListChoice } from './list-choice.tsx';
import { isFiltered, noFilter, setFilter, useListView } from './list-view.ts';
import classes from './dossiers.module.css';

const useProcedures = (): ProcedureHit[] => {
  const [procedures, setProcedures] = useState<ProcedureHit[]>([]);
  useEffect(() => {
    let wanted = true;
    void ask('catalogue.find', { text: '', limit: 500 }).then((answer) => {
      if (wanted && answer.ok) setProcedures(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return procedures;
};

interface DayProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
  minDate?: string;
  maxDate?: string;
}

const DayFilter = ({ label, value, onChange, ...bounds }: DayProps) => {
  const language = useDesk((desk) => desk.language);
  const say = useWords().dossiers.list.filters;
  return (
    <DateInput
      aria-label={label}
      placeholder={label}
      title={`${label}: ${say.dateHint}`}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      dateParser={(text) => parseTypedDate(text) ?? null}
      valueFormat="D/M/YYYY"
      locale={language}
      hideOutsideDates
      clearable
      clearButtonProps={{ 'aria-label': say.clearOne({ name: label }) }}
      ariaLabels={{
        previousMonth: say.calendar.previousMonth,
        nextMonth: say.calendar.nextMonth,
        previousYear: say.calendar.previousYear,
        nextYear: say.calendar.nextYear,
        previousDecade: say.calendar.previousDecade,
        nextDecade: say.calendar.nextDecade,
      }}
      size="sm"
      w={146}
      {...(bounds.minDate === undefined || bounds.minDate === '' ? {} : { minDate: bounds.minDate })}
      {...(bounds.maxDate === undefined || bounds.maxDate === '' ? {} : { maxDate: bounds.maxDate })}
    />
  );
};

/** What the list shows; every change asks at once. */
export const ListFilters = () => {
  const words = useWords();
  const say = words.dossiers.list;
  const filter = useListView((view) => view.filter);
  const procedures = useProcedures();
  return (
    <fieldset className={classes['filters']} aria-label={say.filters.legend}>
      <ListChoice />
      <div className={classes['more']}>
        <Select
          aria-label={say.filters.procedure}
          placeholder={say.filters.anyProcedure}
          nothingFoundMessage={say.filters.noProcedure}
          size="sm"
          className={classes['procedure'] ?? ''}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': say.filters.clearOne({ name: say.filters.procedure }) }}
          limit={60}
          // The list itself scrolls, which the keyboard does through the field.
          withScrollArea={false}
          classNames={{ options: classes['options'] ?? '' }}
          value={filter.procedure === '' ? null : filter.procedure}
          onChange={(procedure) => setFilter({ procedure: procedure ?? '' })}
          data={procedures.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          filter={({ options, search, limit }) => {
            const terms = searchTerms(search);
            return options
              .filter((option) => {
                if ('group' in option) return false;
                const text = ` ${fold(option.label)}`;
                return terms.every((term) => text.includes(` ${term}`));
              })
              .slice(0, limit);
          }}
        />
        <DayFilter
          label={say.filters.from}
          value={filter.receivedFrom}
          onChange={(receivedFrom) => setFilter({ receivedFrom })}
          maxDate={filter.receivedTo}
        />
        <DayFilter
          label={say.filters.to}
          value={filter.receivedTo}
          onChange={(receivedTo) => setFilter({ receivedTo })}
          minDate={filter.receivedFrom}
        />
        {isFiltered(filter) && (
          <Button variant="subtle" size="sm" onClick={() => setFilter(noFilter)}>
            {say.filters.clear}
          </Button>
        )}
        <span className={classes['keys']}>{words.day.many.keys}</span>
      </div>
    </fieldset>
  );
};
