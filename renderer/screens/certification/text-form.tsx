import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Fault, Result } from '../../../shared/faults.ts';
import { faultText, problemText, useWords } from '../../words.ts';

export interface FormField {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  /** Offered while she types. */
  options?: readonly string[];
  numeric?: boolean;
}

interface Props {
  fields: readonly FormField[];
  submit: string;
  /** What is typed, by name. Answers main's word; the form says what is wrong at the field. */
  onSubmit: (typed: Record<string, string>) => Promise<Result<unknown>>;
  onDone?: () => void;
  children?: ReactNode;
}

/** A few texts and one button: how the register's rarer acts are asked. */
export const TextForm = ({ fields, submit, onSubmit, onDone, children }: Props) => {
  const words = useWords();
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map(({ name, value }) => [name, value ?? ''])),
  );
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const problemOf = (name: string) => fault?.problems?.find(({ field }) => field === name);
  const named = fault?.problems?.some(({ field }) => fields.some(({ name }) => name === field)) ?? false;

  const send = async () => {
    setBusy(true);
    const answer = await onSubmit(typed);
    setBusy(false);
    setFault(answer.ok ? null : answer.fault);
    if (answer.ok) onDone?.();
  };
  const onFormSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isBusy) void send();
  };

  return (
    <form onSubmit={onFormSubmit}>
      <Stack gap="sm">
        {fault && !named && (
          <p className="fault" role="alert">
            {faultText(words, fault)}
          </p>
        )}
        <Group gap="sm" align="flex-start" grow>
          {fields.map(({ name, label, hint, options, numeric }, at) => {
            const problem = problemOf(name);
            return (
              <div key={name}>
                <TextInput
                  label={label}
                  description={hint}
                  name={name}
                  value={typed[name] ?? ''}
                  error={problem && problemText(words, problem)}
                  autoComplete="off"
                  inputMode={numeric ? 'numeric' : 'text'}
                  list={options ? `certification-${name}` : undefined}
                  data-autofocus={at === 0 || undefined}
                  onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
                />
                {options && (
                  <datalist id={`certification-${name}`}>
                    {options.map((option) => (
                      <option key={option} value={option} />
                    ))}
                  </datalist>
                )}
              </div>
            );
          })}
        </Group>
        {children}
        <Group>
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
