import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { PrintAnswer } from '../../shared/contract.ts';
import type { Result } from '../../shared/faults.ts';
import { faultText, useWords } from '../words.ts';
import { PaperFrame } from './paper-frame.tsx';
import {
  copyWords,
  isSavable,
  isSendable,
  layoutChoice,
  paperTitle,
  printPaper,
  savePaper,
} from './paper-source.ts';
import type { PaperSource } from './paper-source.ts';
import { PrintOptions } from './print-options.tsx';
import { tellPaper } from './tell-paper.ts';
import { usePaperPage } from './use-paper-page.ts';
import { usePrintChoices } from './use-print-choices.ts';
import classes from './paper.module.css';

interface ContentProps {
  source: PaperSource;
  onClose: () => void;
  onSent: ((answer: PrintAnswer) => void) | undefined;
  note: string | undefined;
}

const PreviewContent = ({ source, onClose, onSent, note }: ContentProps) => {
  const words = useWords();
  const say = words.dossiers.paper;
  const { choices, change } = usePrintChoices();
  const { drawn, fresh } = usePaperPage(source, choices?.layout ?? null);
  const [sending, setSending] = useState<'print' | 'save' | null>(null);
  const sendable = isSendable(source);

  const send = async (how: 'print' | 'save', job: () => Promise<Result<PrintAnswer>>) => {
    setSending(how);
    const result = await job();
    setSending(null);
    tellPaper(source, result);
    if (!result.ok) return;
    onSent?.(result.value);
    if (result.value.outcome === 'printed' || result.value.outcome === 'saved') onClose();
  };

  // Not while a new layout is drawn: what is printed is what is chosen, and the keyboard stays where it is.
  const ready = choices !== null && drawn?.result.ok === true && sending === null;
  const mayPrint = ready && choices.printer !== '';
  const printButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The page is drawn and a printer is there: Enter prints.
    if (mayPrint) printButton.current?.focus({ preventScroll: true });
  }, [mayPrint]);
  return (
    <div className={classes['content']} aria-busy={!fresh}>
      {drawn?.result.ok === true && (
        <PaperFrame page={drawn.result.value} title={paperTitle(source, words)} />
      )}
      {drawn?.result.ok !== true && (
        <div className={classes['region']} aria-live="polite">
          {drawn === null ? (
            <Text p="lg">{say.loading}</Text>
          ) : (
            <Alert color="red" title={say.failed} m="lg">
              {faultText(words, drawn.result.fault)}
            </Alert>
          )}
        </div>
      )}
      <Stack className={classes['side'] ?? ''} gap="md">
        {!sendable && <Alert color="yellow">{say.draftNote}</Alert>}
        {note !== undefined && <Alert color="yellow">{note}</Alert>}
        {choices !== null && (
          <PrintOptions
            choices={choices}
            change={change}
            layoutChoice={layoutChoice(source)}
            copyWords={copyWords(source, words)}
            withPrinter={sendable}
          />
        )}
        {drawn?.result.ok === true && (
          <Text size="sm" c="dimmed">
            {say.pages({ count: drawn.result.value.pages })}
          </Text>
        )}
        <Group gap="sm">
          {sendable && (
            <Button
              ref={printButton}
              disabled={!mayPrint}
              onClick={() => {
                if (choices !== null)
                  void send('print', () => printPaper(source, choices.layout, choices.printer));
              }}
            >
              {sending === 'print' ? say.printing : say.print}
            </Button>
          )}
          {isSavable(source) && (
            <Button
              variant="default"
              disabled={!ready}
              onClick={() => {
                if (choices !== null) void send('save', () => savePaper(source, choices.layout));
              }}
            >
              {sending === 'save' ? say.saving : say.save}
            </Button>
          )}
          <Button variant="default" onClick={onClose} {...(sendable ? {} : { 'data-autofocus': true })}>
            {say.close}
          </Button>
        </Group>
      </Stack>
    </div>
  );
};

interface Props {
  /** What to show; null: closed. */
  source: PaperSource | null;
  onClose: () => void;
  /** After main has answered a print or a save, whatever the outcome. */
  onSent?: (answer: PrintAnswer) => void;
  /** Why the preview opened by itself, said beside the choices. */
  note?: string;
}

/** A paper as it will come out, with how and where to print it. Shared by intake, dossiers and the catalogue. */
export const PaperPreview = ({ source, onClose, onSent, note }: Props) => {
  const words = useWords();
  return (
    <Modal
      opened={source !== null}
      onClose={onClose}
      title={source === null ? '' : paperTitle(source, words)}
      size="min(1240px, 96vw)"
      closeButtonProps={{ 'aria-label': words.dossiers.paper.close }}
      yOffset="2vh"
    >
      {source !== null && (
        <PreviewContent key={source.kind} source={source} onClose={onClose} onSent={onSent} note={note} />
      )}
    </Modal>
  );
};
