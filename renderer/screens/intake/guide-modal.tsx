import { useRef, useState } from 'react';
import { CloseButton, Button, Group, Kbd, Modal, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useWords } from '../../words.ts';
import { readCount } from './grid-keys.ts';
import tables from './tables.module.css';

export interface MissingRow {
  name: string;
  count: number;
  what: string;
}

interface GuideModalProps {
  opened: boolean;
  /** Names of what is missing now; the list begins with them. */
  missing: readonly string[];
  isBusy: boolean;
  fault: string | null;
  onClose: () => void;
  onConfirm: (missing: MissingRow[], reason: string) => void;
}

const Content = ({ missing, isBusy, fault, onClose, onConfirm }: Omit<GuideModalProps, 'opened'>) => {
  const { intake } = useWords();
  const say = intake.guide;
  const [rows, setRows] = useState<MissingRow[]>(() =>
    missing.map((name) => ({ name, count: 1, what: say.notYet })),
  );
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const named = rows.filter((row) => row.name.trim() !== '');
  const isEmpty = named.length === 0 && reason.trim() === '';
  const change = (at: number, part: Partial<MissingRow>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));

  const confirm = () => {
    if (isBusy) return;
    setTried(true);
    if (isEmpty) reasonField.current?.focus();
    else onConfirm(named, reason.trim());
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
      <fieldset className={tables['list']}>
        <legend>{say.missing}</legend>
        {rows.length === 0 && <p className={tables['keys']}>{say.none}</p>}
        {rows.map((row, at) => (
          <div className={tables['missingRow']} key={at}>
            <TextInput
              aria-label={say.name}
              placeholder={say.name}
              size="sm"
              value={row.name}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={say.count}
              size="sm"
              inputMode="numeric"
              value={row.count === 0 ? '' : String(row.count)}
              onChange={(event) => change(at, { count: readCount(event.currentTarget.value) })}
              onFocus={(event) => event.currentTarget.select()}
            />
            <TextInput
              aria-label={say.what}
              placeholder={say.what}
              size="sm"
              value={row.what}
              onChange={(event) => change(at, { what: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={say.removeRow({ row: at + 1 })}
              onClick={() => setRows(rows.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <Button
          variant="default"
          size="compact-md"
          onClick={() => setRows([...rows, { name: '', count: 1, what: '' }])}
        >
          {say.addRow}
        </Button>
      </fieldset>
      <Textarea
        ref={reasonField}
        data-autofocus
        label={say.reason}
        placeholder={say.reasonHint}
        size="sm"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isEmpty ? say.needed : fault}
      />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {intake.cancel}
        </Button>
        <Button disabled={isBusy} onClick={confirm} rightSection={<Kbd>{say.key}</Kbd>}>
          {say.confirm}
        </Button>
      </Group>
    </Stack>
  );
};

/** Form 02: one full written list of what to bring. A paper leaves the office, so it is confirmed. */
export const GuideModal = ({ opened, ...rest }: GuideModalProps) => {
  const { intake } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title={intake.guide.title}
      size={860}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intake.cancel }}
    >
      {opened && <Content {...rest} />}
    </Modal>
  );
};
