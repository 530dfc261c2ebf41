import { memo } from 'react';
import { Group, Radio, TextInput, Textarea } from '@mantine/core';
import type { Delivery, DeliveryMethod } from '../../../shared/dossier/form.ts';
import { useWords } from '../../words.ts';
import type { Errors } from './field-errors.ts';
import classes from './intake.module.css';

interface DeliverySectionProps {
  delivery: Delivery;
  note: string;
  errors: Errors;
  onMethod: (method: DeliveryMethod) => void;
  onAddress: (address: string) => void;
  onNote: (note: string) => void;
}

const methods: readonly DeliveryMethod[] = ['counter', 'post', 'online'];

/** How the result comes back, and what else the next desk should know. */
export const DeliverySection = memo(function DeliverySection({
  delivery,
  note,
  errors,
  onMethod,
  onAddress,
  onNote,
}: DeliverySectionProps) {
  const { intake } = useWords();
  const say = intake.delivery;
  return (
    <div className={classes['stack']}>
      <Radio.Group
        data-field="delivery.method"
        label={say.method}
        size="sm"
        value={delivery.method}
        onChange={(value) => {
          const method = methods.find((one) => one === value);
          if (method) onMethod(method);
        }}
        error={errors['delivery.method']}
      >
        <Group gap="lg" mt={4}>
          {methods.map((value) => (
            <Radio key={value} value={value} label={say.methods[value]} />
          ))}
        </Group>
      </Radio.Group>
      {delivery.method !== 'counter' && (
        <TextInput
          data-field="delivery.address"
          label={delivery.method === 'post' ? say.address : say.onlineAddress}
          error={errors['delivery.address']}
          size="sm"
          autoComplete="off"
          value={delivery.address}
          onChange={(event) => onAddress(event.currentTarget.value)}
        />
      )}
      <Textarea
        data-field="note"
        label={say.note}
        placeholder={say.noteHint}
        error={errors['note']}
        size="sm"
        autosize
        minRows={1}
        maxRows={5}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
      />
    </div>
  );
});
