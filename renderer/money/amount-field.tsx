import { useState } from 'react';
import { NumberInput } from '@mantine/core';
import type { NumberInputProps } from '@mantine/core';

interface Props extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** Đồng; null while no number stands there. */
  value: number | null;
  onChange: (amount: number | null) => void;
}

/** The number in what was typed so far, whole or not: "-" is none yet, "12," is twelve. */
const amountIn = (typed: number | string): number | null => {
  const amount = typed === '' ? NaN : Number(typed);
  return Number.isNaN(amount) ? null : amount;
};

/**
 * An amount as it is written here: points between the thousands, a comma before a fraction. What is typed stands as it was typed, a minus
 * and a fraction too, for the law to refuse: taken away, they would leave another amount. Arrows never change it.
 */
export const AmountField = ({ value, onChange, ...field }: Props) => {
  const [typed, setTyped] = useState<number | string>('');
  return (
    <NumberInput
      hideControls
      withKeyboardEvents={false}
      thousandSeparator="."
      decimalSeparator=","
      allowedDecimalSeparators={[',']}
      maxLength={24}
      {...field}
      value={amountIn(typed) === value ? typed : (value ?? '')}
      onChange={(text) => {
        setTyped(text);
        onChange(amountIn(text));
      }}
    />
  );
};
