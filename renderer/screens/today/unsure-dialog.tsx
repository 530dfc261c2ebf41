import { useEffect, useRef } from 'react';
import { Box, Button, Modal, Stack, Text } from '@mantine/core';
import type { UnsurePaper } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { printHere } from '../../paper/print-here.ts';
import { faultText, useWords } from '../../words.ts';
import { keyOf, namedBy, saidOf, sourceOf } from './unsure-paper.ts';
import classes from './today.module.css';

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
  const busy = useRef(false);
  const question = useRef<HTMLDivElement>(null);
  const paper = papers[0];
  const asked = paper && keyOf(paper);
  useEffect(() => {
    // Each paper is a question of its own: an Enter held down must not answer the next one too.
    if (opened && asked !== undefined) question.current?.focus();
  }, [opened, asked]);
  if (paper === undefined) return null;
  const { form, code, lines } = saidOf(paper, words);

  const answer = async (job: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    await job();
    await onAnswered();
    busy.current = false;
  };

  const settle = (printed: boolean) =>
    answer(async () => {
      const result = await ask('paper.settle', { ...namedBy(paper), printed });
      if (!result.ok) toast('fault', faultText(words, result.fault), 'settle');
      else toast('plain', printed ? say.settledYes({ code }) : say.settledNo({ code }), 'settle');
    });

  const printAgain = () => answer(() => printHere(sourceOf(paper)));

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.title}
      closeButtonProps={{ 'aria-label': say.later }}
      size="lg"
    >
      <Stack gap="md" data-holds-nothing>
        <Text>{say.why}</Text>
        <Box ref={question} tabIndex={-1} data-autofocus className={classes['question'] ?? ''}>
          <Text fw={600} size="lg">
            {say.paper({ form, code })}
          </Text>
          {lines.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </Box>
        <Stack gap="xs">
          <Button onClick={() => void settle(true)}>{say.yes}</Button>
          <Button variant="default" onClick={() => void printAgain()}>
            {say.again}
          </Button>
          <Button variant="default" onClick={() => void settle(false)}>
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
