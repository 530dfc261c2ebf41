import { Button, Select } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { parseTypedDate } from '../../../shared/calendar/vietnam-time.ts';
import { periodAround, periodKinds, periodText, stepPeriod } from '../../../shared/books/period.ts';
import type { Period, PeriodKind } from '../../../shared/books/period.ts';
import { useDesk } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import classes from './books.module.css';

export interface Chosen {
  kind: PeriodKind;
  period: Period;
}

const isPeriodKind = (text: string | null): text is PeriodKind => periodKinds.some((kind) => kind === text);

interface DayProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

const DayField = ({ label, value, onChange }: DayProps) => {
  const language = useDesk((desk) => desk.language);
  const say = useWords().dossiers.list.filters.calendar;
  return (
    <DateInput
      aria-label={label}
      title={label}
      value={value}
      onChange={(day) => {
        if (day !== null) onChange(day);
      }}
      dateParser={(text) => parseTypedDate(text) ?? null}
      valueFormat="D/M/YYYY"
      locale={language}
      hideOutsideDates
      ariaLabels={{
        previousMonth: say.previousMonth,
        nextMonth: say.nextMonth,
        previousYear: say.previousYear,
        nextYear: say.nextYear,
        previousDecade: say.previousDecade,
        nextDecade: say.nextDecade,
      }}
      size="sm"
      w={128}
    />
  );
};

/** Which days: a day, month, quarter or year to step through, or any two days. */
export const PeriodChoice = ({ chosen, onChange }: { chosen: Chosen; onChange: (next: Chosen) => void }) => {
  const words = useWords();
  const say = words.books.period;
  const { kind, period } = chosen;
  const step = (by: 1 | -1) => {
    if (kind !== 'range') onChange({ kind, period: stepPeriod(kind, period, by) });
  };
  return (
    <fieldset className={classes['period']} aria-label={say.label}>
      <Select
        aria-label={say.label}
        size="sm"
        w={176}
        allowDeselect={false}
        value={kind}
        onChange={(value) => {
          if (isPeriodKind(value))
            onChange({
              kind: value,
              period: value === 'range' ? period : periodAround(value, period.from),
            });
        }}
        data={periodKinds.map((value) => ({ value, label: say.kinds[value] }))}
      />
      {kind === 'range' ? (
        <>
          <DayField
            label={say.from}
            value={period.from}
            onChange={(from) => onChange({ kind, period: { ...period, from } })}
          />
          <DayField
            label={say.to}
            value={period.to}
            onChange={(to) => onChange({ kind, period: { ...period, to } })}
          />
        </>
      ) : (
        <>
          <Button variant="default" size="sm" onClick={() => step(-1)}>
            {say.earlier}
          </Button>
          <DayField
            label={say.anyDay}
            value={period.from}
            onChange={(day) => onChange({ kind, period: periodAround(kind, day) })}
          />
          <Button variant="default" size="sm" onClick={() => step(1)}>
            {say.later}
          </Button>
          <span className={classes['periodText']}>{periodText(period, words)}</span>
        </>
      )}
    </fieldset>
  );
};
