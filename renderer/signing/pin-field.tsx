import { useEffect } from 'react';
import { PasswordInput } from '@mantine/core';
import type { RefObject } from 'react';

/** Takes what was typed out of the field, as bytes that main wipes after use; the field is empty from then on. */
export const takeSecret = (field: HTMLInputElement | null): Uint8Array => {
  const bytes = new TextEncoder().encode(field?.value.normalize('NFC') ?? '');
  if (field) field.value = '';
  return bytes;
};

interface Props {
  label: string;
  hint?: string;
  error?: string;
  field: RefObject<HTMLInputElement | null>;
}

/** A PIN is never in the screen's state, and nothing remembers it. */
export const PinField = ({ label, hint, error, field }: Props) => {
  // It comes up once the token has been read, long after its dialog: the keyboard is waiting for it.
  useEffect(() => field.current?.focus(), [field]);
  return (
    <PasswordInput
      ref={field}
      label={label}
      description={hint}
      error={error}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      data-autofocus
    />
  );
};
