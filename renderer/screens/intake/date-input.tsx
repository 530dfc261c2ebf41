import { useState } from 'react';
import { TextInput, type TextInputProps } from '@mantine/core';
import { formatDay, isLocalDate, parseTypedDate } from '../../../shared/calendar/vietnam-time.ts';

interface DateInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** 'YYYY-MM-DD', 'YYYY', or whatever was typed that is no date yet. */
  value: string;
  onChange: (value: string) => void;
}

/** A date typed as d/m/yyyy or ddmmyyyy, kept as 'YYYY-MM-DD'; what is no date is kept as typed, so nothing is lost. */
export const DateInput = ({ value, onChange, ...rest }: DateInputProps) => {
  // While she types, her own text stands; only when she leaves is it written in the usual way.
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null);
  const shown = typed?.value === value ? typed.text : isLocalDate(value) ? formatDay(value) : value;
  return (
    <TextInput
      {...rest}
      value={shown}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => {
        const text = event.currentTarget.value;
        const next = parseTypedDate(text) ?? text.trim();
        setTyped({ text, value: next });
        onChange(next);
      }}
      onBlur={(event) => {
        setTyped(null);
        rest.onBlur?.(event);
      }}
    />
  );
};
