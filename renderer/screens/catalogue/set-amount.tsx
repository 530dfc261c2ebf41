import { useState } from 'react';
import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { ProcedureFee } from '../../../shared/catalogue/procedure.ts';
import { isAmount } from '../../../shared/fees/money.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { AmountField } from '../../money/amount-field.tsx';
import { faultText, problemText, useWords } from '../../words.ts';

interface Props {
  procedure: string;
  fee: ProcedureFee;
  /** What was set before, null when nothing was. */
  before: number | null;
  decision: string;
  onClose: () => void;
}

/** An amount the province sets, written down once with its resolution; later intakes fill it in by themselves. */
export const SetAmountDialog = ({ procedure, fee, before, decision: decisionBefore, onClose }: Props) => {
  const words = useWords();
  const say = words.dossiers.procedures.amount;
  const [amount, setAmount] = useState(before);
  const [decision, setDecision] = useState(decisionBefore);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState('');
  const amountProblem = amount === null || amount <= 0 || !isAmount(amount) ? say.needAmount : null;
  const decisionProblem = decision.trim() === '' ? say.needDecision : null;

  const save = async () => {
    setTried(true);
    if (amount === null || amountProblem !== null || decisionProblem !== null) return;
    const result = await ask('catalogue.setAmount', {
      procedure,
      fee: fee.id,
      amount,
      decision: decision.trim(),
    });
    if (result.ok) {
      toast('good', say.saved, 'amount');
      onClose();
      return;
    }
    const problem = result.fault.problems?.[0];
    setFault(problem === undefined ? faultText(words, result.fault) : problemText(words, problem));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={say.title({ label: fee.label })}
      closeButtonProps={{ 'aria-label': say.cancel }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          <AmountField
            label={say.amount}
            data-autofocus
            suffix=" đ"
            value={amount}
            onChange={setAmount}
            error={tried ? amountProblem : null}
          />
          <TextInput
            label={say.decision}
            description={say.decisionHint}
            maxLength={200}
            value={decision}
            onChange={(event) => setDecision(event.currentTarget.value)}
            error={tried ? decisionProblem : null}
          />
          {fault !== '' && <Alert color="red">{fault}</Alert>}
          <Group gap="sm">
            <Button type="submit">{say.save}</Button>
            <Button variant="subtle" onClick={onClose}>
              {say.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
