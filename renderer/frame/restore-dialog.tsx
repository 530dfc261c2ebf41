import { useState } from 'react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { DayState } from '../../shared/contract.ts';
import type { Role } from '../../shared/journal/row.ts';
import { readReceiptScan } from '../../shared/forms/receipt-scan.ts';
import { formatDate, isLocalDate } from '../../shared/calendar/vietnam-time.ts';
import { ask } from '../bridge.ts';
import { noteDay, openPanel } from '../desk-store.ts';
import { useScan } from '../scan.ts';
import { DateInput } from '../screens/intake/date-input.tsx';
import { faultText, useWords } from '../words.ts';
import { mayConfirmDay } from './day-dialog.tsx';
import { PanelDialog } from './panel-dialog.tsx';
import { toast } from './toast.ts';

const close = () => openPanel(null);

const RestoreForm = ({ day }: { day: DayState }) => {
  const words = useWords();
  const say = words.common.restore;
  const [scan, setScan] = useState('');
  const [date, setDate] = useState(day.day);
  const [told, setTold] = useState('');
  const [asking, setAsking] = useState(false);
  useScan((read) => {
    setScan(read.text);
    setTold('');
    return true;
  });
  const receipt = readReceiptScan(scan);
  const confirm = async (text: string) => {
    if (!isLocalDate(date)) {
      setTold(words.faults.problems.date);
      return;
    }
    setAsking(true);
    const answer = await ask('restore.confirm', { scan: text, day: date });
    setAsking(false);
    if (!answer.ok) {
      setTold(faultText(words, answer.fault));
      return;
    }
    noteDay(answer.value);
    toast('good', say.confirmed, 'day');
    close();
  };
  const submit = () => {
    if (receipt === null) setTold(say.unread);
    else void confirm(scan);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Text>{say.text}</Text>
        <TextInput
          label={say.scan}
          description={say.scanHint}
          value={scan}
          error={told === '' ? undefined : told}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setScan(event.currentTarget.value);
            setTold('');
          }}
        />
        <Text fw={600} aria-live="polite">
          {receipt === null ? ' ' : say.read({ code: receipt.code })}
        </Text>
        <DateInput
          label={words.common.day.field}
          description={isLocalDate(date) ? formatDate(date, words.calendar) : words.common.day.hint}
          value={date}
          onChange={setDate}
        />
        <Group justify="space-between">
          <Button variant="default" onClick={() => void confirm('')}>
            {say.noPaper}
          </Button>
          <Button type="submit" loading={asking}>
            {say.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** The vault was put back from a copy: numbering goes on above the newest number that is on paper (design §6). */
export const RestoreDialog = ({
  day,
  roles,
  opened,
}: {
  day: DayState;
  roles: readonly Role[];
  opened: boolean;
}) => {
  const words = useWords();
  return (
    <PanelDialog title={words.common.restore.title} opened={opened} onClose={close} size={660}>
      {mayConfirmDay(roles) ? <RestoreForm day={day} /> : <Text>{words.common.day.askOther}</Text>}
    </PanelDialog>
  );
};
