import { useState } from 'react';
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
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
  return (
    <Stack gap="sm">
      <Text size="sm">{say.body}</Text>
      <Textarea
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
        <Button
          color="red"
          disabled={isBusy}
          onClick={() => {
            setTried(true);
            if (!isEmpty) onConfirm(reason.trim());
          }}
        >
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
      size="md"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intake.cancel }}
    >
      {opened && <Content {...rest} />}
    </Modal>
  );
};
