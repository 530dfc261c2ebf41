import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Group, Kbd, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useWords } from '../../words.ts';

interface OutcomeModalProps {
  title: string;
  opened: boolean;
  size: number;
  onClose: () => void;
  children: ReactNode;
}

/** An intake that ends with another paper than the receipt. What was typed of it goes with the dialog. */
export const OutcomeModal = ({ opened, children, ...rest }: OutcomeModalProps) => {
  const { intake } = useWords();
  return (
    <Modal {...rest} opened={opened} returnFocus={false} closeButtonProps={{ 'aria-label': intake.cancel }}>
      {opened && children}
    </Modal>
  );
};

interface OutcomeFormProps {
  say: {
    body: string;
    reason: string;
    reasonHint: string;
    needed: string;
    confirm: string;
    key: string;
  };
  reasonRows: { min: number; max: number };
  /** Whether the reason may stay empty, because what else is on the form says enough. */
  saysEnough?: boolean;
  refuses?: boolean;
  isBusy: boolean;
  fault: string | null;
  onClose: () => void;
  onConfirm: (reason: string) => void;
  /** What is asked above the reason. */
  children?: ReactNode;
}

/** A paper leaves the office, so it is confirmed: by the button or Ctrl+Enter from any field. */
export const OutcomeForm = ({
  say,
  reasonRows,
  saysEnough = false,
  refuses = false,
  isBusy,
  fault,
  onClose,
  onConfirm,
  children,
}: OutcomeFormProps) => {
  const { intake } = useWords();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = !saysEnough && reason.trim() === '';
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const confirm = () => {
    if (isBusy) return;
    setTried(true);
    if (isEmpty) reasonField.current?.focus();
    else onConfirm(reason.trim());
  };
  return (
    <Stack
      gap="sm"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        confirm();
      }}
    >
      <Text size="sm">{say.body}</Text>
      {children}
      <Textarea
        ref={reasonField}
        data-autofocus
        label={say.reason}
        placeholder={say.reasonHint}
        size="sm"
        autosize
        minRows={reasonRows.min}
        maxRows={reasonRows.max}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isEmpty ? say.needed : fault}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {intake.cancel}
        </Button>
        <Button
          {...(refuses && { color: 'red' })}
          disabled={isBusy}
          onClick={confirm}
          rightSection={<Kbd>{say.key}</Kbd>}
        >
          {say.confirm}
        </Button>
      </Group>
    </Stack>
  );
};
