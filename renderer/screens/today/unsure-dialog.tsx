import { useState } from 'react';
import { Button, Modal, Stack, Text } from '@mantine/core';
import type { UnsurePaper } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { noteLastPaper } from '../../desk-store.ts';
import { reprintLast } from '../../frame/reprint.ts';
import { toast } from '../../frame/toast.ts';
import { faultText, useWords } from '../../words.ts';

interface Props {
  papers: readonly UnsurePaper[];
  opened: boolean;
  onClose: () => void;
  /** Asks again what is unsure; resolves once the list is new. */
  onAnswered: () => Promise<unknown>;
}

/** Asks about one paper after another whether it came out. Nothing is taken for granted: no answer is chosen beforehand. */
export const UnsureDialog = ({ papers, opened, onClose, onAnswered }: Props) => {
  const words = useWords();
  const say = words.today.unsure;
  const [busy, setBusy] = useState(false);
  const paper = papers[0];
  if (paper === undefined) return null;
  const { row, form } = paper;
  const { code } = row;

  const answer = async (job: () => Promise<void>) => {
    setBusy(true);
    await job();
    await onAnswered();
    setBusy(false);
  };

  const settle = (printed: boolean) =>
    answer(async () => {
      const result = await ask('paper.settle', { dossier: row.id, form, printed });
      if (!result.ok) toast('fault', faultText(words, result.fault), 'settle');
      else toast('plain', printed ? say.settledYes({ code }) : say.settledNo({ code }), 'settle');
    });

  const printAgain = () =>
    answer(async () => {
      noteLastPaper(row.id, form);
      await reprintLast();
    });

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.title}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say.later }}
      size="lg"
    >
      <Stack gap="md">
        <Text>{say.why}</Text>
        <div aria-live="polite">
          <Text fw={600} size="lg">
            {say.paper({ form: words.dossiers.page.forms[form], code })}
          </Text>
          <Text>
            {row.ownerName} · {row.procedureName}
          </Text>
          <Text c="dimmed">{formatDateTime(row.receivedAt, words.calendar)}</Text>
        </div>
        <Stack gap="xs">
          <Button disabled={busy} onClick={() => void settle(true)}>
            {say.yes}
          </Button>
          <Button disabled={busy} variant="default" onClick={() => void printAgain()}>
            {say.again}
          </Button>
          <Button disabled={busy} variant="default" onClick={() => void settle(false)}>
            {say.no}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {say.later}
          </Button>
        </Stack>
        {papers.length > 1 && <Text c="dimmed">{say.left({ count: papers.length - 1 })}</Text>}
      </Stack>
    </Modal>
  );
};
