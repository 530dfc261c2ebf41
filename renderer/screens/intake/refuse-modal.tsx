import { useRef, useState } from 'react';
import { Button, Group, Kbd, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useWords } from '../../words.ts';

interface RefuseModalProps {
  opened: boolean;
  isBusy: boolean;
  fault: string | null;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

const Content = ({ isBusy, fault, onClose, onConfirm }: Omit<RefuseModalProps, 'opened'>) => {
  const { intake } = useWords();
  const say = intake.refuse;
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isEmpty = reason.trim() === '';
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
      <Textarea
        ref={reasonField}
        data-autofocus
        label={say.reason}
        placeholder={say.reasonHint}
        size="sm"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isEmpty ? say.needed : fault}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {intake.cancel}
        </Button>
        <Button color="red" disabled={isBusy} onClick={confirm} rightSection={<Kbd>{say.key}</Kbd>}>
          {say.confirm}
        </Button>
      </Group>
    </Stack>
  );
};

/** Form 03: a refusal with its ground. A paper leaves the office, so it is confirmed. */
export const RefuseModal = ({ opened, ...rest }: RefuseModalProps) => {
  const { intake } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title={intake.refuse.title}
      size={600}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intake.cancel }}
    >
      {opened && <Content {...rest} />}
    </Modal>
  );
};
