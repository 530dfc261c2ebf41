import { Autocomplete, Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { AmountField } from '../../../money/amount-field.tsx';
import { DateInput } from '../../intake/date-input.tsx';
import { useProblem } from './problems.ts';
import classes from './acts.module.css';

interface FieldProps<T> {
  /** As the law names it in a problem. */
  field: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  hint?: string;
  /** Takes the cursor when the form opens. */
  first?: boolean;
}

const focused = (first: boolean | undefined) => (first === true ? { 'data-autofocus': true } : {});

/** One line of text; what was written before is offered as she types, also when it comes later than the form. */
export const Line = ({
  field,
  label,
  value,
  onChange,
  hint,
  first,
  offered,
}: FieldProps<string> & { offered?: readonly string[] }) => {
  const common = {
    'data-field': field,
    label,
    size: 'sm',
    autoComplete: 'off',
    error: useProblem(field),
    description: hint,
    value,
    ...focused(first),
  } as const;
  return offered ? (
    <Autocomplete
      {...common}
      data={[...new Set(offered)]}
      limit={8}
      openOnFocus={offered.length > 0}
      onChange={onChange}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  ) : (
    <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  );
};

/** Longer text; the last ones written for this act can be taken again by a button. */
export const Paragraph = ({
  field,
  label,
  value,
  onChange,
  hint,
  first,
  offered = [],
}: FieldProps<string> & { offered?: readonly string[] }) => (
  <Stack gap={4}>
    <Textarea
      data-field={field}
      label={label}
      size="sm"
      autosize
      minRows={2}
      maxRows={8}
      description={hint}
      error={useProblem(field)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...focused(first)}
    />
    {value === '' && offered.length > 0 && (
      <Group gap={6}>
        {offered.slice(0, 3).map((text) => (
          <Button
            key={text}
            variant="default"
            size="compact-xs"
            className={classes['offer'] ?? ''}
            onClick={() => onChange(text)}
          >
            {text}
          </Button>
        ))}
      </Group>
    )}
  </Stack>
);

/** A day typed as d/m/yyyy, kept as 'YYYY-MM-DD'. */
export const Day = ({ field, label, value, onChange, hint, first }: FieldProps<string>) => (
  <DateInput
    data-field={field}
    label={label}
    size="sm"
    description={hint}
    error={useProblem(field)}
    value={value}
    onChange={onChange}
    {...focused(first)}
  />
);

/** Whole đồng; 0 while nothing is typed, which the law refuses. */
export const Amount = ({ field, label, value, onChange, hint, first }: FieldProps<number>) => (
  <AmountField
    data-field={field}
    label={label}
    size="sm"
    suffix=" đ"
    description={hint}
    error={useProblem(field)}
    value={value === 0 ? null : value}
    onChange={(amount) => onChange(amount ?? 0)}
    onFocus={(event) => event.currentTarget.select()}
    {...focused(first)}
  />
);

export interface Option<T extends string> {
  value: T;
  label: string;
}

interface ChoiceProps<T extends string> extends FieldProps<T> {
  options: readonly Option<T>[];
}

/** One of a few; arrows walk it. */
export const Choice = <T extends string>({
  field,
  label,
  value,
  onChange,
  options,
  hint,
  first,
}: ChoiceProps<T>) => (
  <Radio.Group
    data-field={field}
    label={label}
    size="sm"
    description={hint}
    error={useProblem(field)}
    value={value}
    onChange={(chosen) => {
      const option = options.find((one) => one.value === chosen);
      if (option) onChange(option.value);
    }}
  >
    <Group gap="md" mt={4} mb={2}>
      {options.map((option) => (
        <Radio
          key={option.value}
          size="sm"
          value={option.value}
          label={option.label}
          {...focused(first === true && option.value === value)}
        />
      ))}
    </Group>
  </Radio.Group>
);

interface TicksProps {
  field: string;
  label: string;
  value: readonly number[];
  names: readonly { position: number; name: string }[];
  onChange: (value: number[]) => void;
}

/** Things ticked off one by one. */
export const Ticks = ({ field, label, value, names, onChange }: TicksProps) => (
  <Checkbox.Group
    data-field={field}
    label={label}
    size="sm"
    error={useProblem(field)}
    value={value.map(String)}
    onChange={(ticked) => onChange(ticked.map(Number))}
  >
    <Stack gap={6} mt={4} mb={2}>
      {names.map(({ position, name }) => (
        <Checkbox key={position} size="sm" value={String(position)} label={name} />
      ))}
    </Stack>
  </Checkbox.Group>
);

/** Fields side by side where there is room. */
export const Row = ({ children }: { children: React.ReactNode }) => (
  <div className={classes['row']}>{children}</div>
);
