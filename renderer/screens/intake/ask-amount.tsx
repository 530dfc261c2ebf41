import { useState, type KeyboardEvent } from 'react';
import { Button, TextInput } from '@mantine/core';
import { isAmount } from '../../../shared/fees/money.ts';
import { AmountField } from '../../money/amount-field.tsx';
import { useWords } from '../../words.ts';
import tables from './tables.module.css';

interface AskAmountProps {
  path: string;
  name: string;
  onKeep: (amount: number, decision: string) => Promise<string | null>;
  onDone: () => void;
}

/** An amount the province sets, asked for once and kept with its resolution; never 0 for "unknown". */
export const AskAmount = ({ path, name, onKeep, onDone }: AskAmountProps) => {
  const { intake } = useWords();
  const say = intake.fees;
  const [amount, setAmount] = useState<number | null>(null);
  const [decision, setDecision] = useState('');
  const [fault, setFault] = useState<{ amount?: string; decision?: string }>({});
  const [isKeeping, setKeeping] = useState(false);

  const keep = async () => {
    if (amount === null || amount <= 0 || !isAmount(amount)) {
      setFault({ amount: say.amountNeeded });
      return;
    }
    if (decision.trim() === '') {
      setFault({ decision: say.decisionNeeded });
      return;
    }
    setKeeping(true);
    const problem = await onKeep(amount, decision.trim());
    setKeeping(false);
    setFault(problem === null ? {} : { amount: problem });
    if (problem === null) onDone();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // The page's own Enter would go on; here it keeps what was typed first.
    event.stopPropagation();
    void keep();
  };

  return (
    <div className={tables['askAmount']} role="group" aria-label={say.cell({ column: say.askAmount, name })}>
      <AmountField
        data-field={`${path}.amount`}
        label={say.askAmount}
        size="xs"
        suffix=" đ"
        error={fault.amount}
        value={amount}
        onChange={setAmount}
        onKeyDown={(event) => {
          // Nothing typed: she does not know it yet, and Enter goes on.
          if (amount === null || event.key !== 'Enter' || event.shiftKey || event.ctrlKey) return;
          event.preventDefault();
          event.stopPropagation();
          const holder = event.currentTarget.closest('[role="group"]');
          holder?.querySelector<HTMLElement>(`[data-field="${path}.decision"]`)?.focus();
        }}
      />
      <TextInput
        data-field={`${path}.decision`}
        label={say.askDecision}
        placeholder={say.decisionHint}
        size="xs"
        maxLength={200}
        error={fault.decision}
        value={decision}
        onChange={(event) => setDecision(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="xs" variant="default" disabled={isKeeping} onClick={() => void keep()}>
        {say.keep}
      </Button>
      <p className={tables['keys']}>{say.askOnce}</p>
    </div>
  );
};
