import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { DayState } from '../../shared/contract.ts';
import type { Role } from '../../shared/journal/row.ts';
import { formatDate, formatDateTime, isLocalDate } from '../../shared/calendar/vietnam-time.ts';
import { ask } from '../bridge.ts';
import { noteDay, openPanel } from '../desk-store.ts';
import { DateInput } from '../screens/intake/date-input.tsx';
import { faultText, useWords } from '../words.ts';
import { PanelDialog } from './panel-dialog.tsx';
import { toast } from './toast.ts';

/** Whose word on the date counts. */
export const mayConfirmDay = (roles: readonly Role[]): boolean =>
  roles.includes('reception') || roles.includes('admin');

const close = () => openPanel(null);

const DayForm = ({ day }: { day: DayState }) => {
  const words = useWords();
  const say = words.common.day;
  const [value, setValue] = useState(day.day);
  const [told, setTold] = useState('');
  const [asking, setAsking] = useState(false);
  const valid = isLocalDate(value);
  const last = day.last === null ? words.common.none : formatDate(day.last, words.calendar);
  const clock = formatDateTime(day.clock, words.calendar);
  const confirm = async () => {
    if (!valid) {
      setTold(words.faults.problems.date);
      return;
    }
    setAsking(true);
    const answer = await ask('day.confirm', { day: value });
    setAsking(false);
    if (!answer.ok) {
      setTold(faultText(words, answer.fault));
      return;
    }
    noteDay(answer.value);
    toast('good', say.confirmed({ day: formatDate(answer.value.day, words.calendar) }), 'day');
    close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack gap="md">
        <Text>{day.state === 'ahead' ? say.ahead({ clock, last }) : say.behind({ clock, last })}</Text>
        <Text>{say.safe}</Text>
        <DateInput
          label={say.field}
          description={say.hint}
          value={value}
          error={told === '' ? undefined : told}
          data-autofocus
          onChange={(next) => {
            setValue(next);
            setTold('');
          }}
        />
        <Text fw={600} aria-live="polite">
          {valid ? say.reads({ day: formatDate(value, words.calendar) }) : ' '}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {say.later}
          </Button>
          <Button type="submit" loading={asking}>
            {say.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** The clock disagrees with the journal: a person looks at a calendar. Can be put off; only acceptance waits for it. */
export const DayDialog = ({
  day,
  roles,
  opened,
}: {
  day: DayState;
  roles: readonly Role[];
  opened: boolean;
}) => {
  const words = useWords();
  const say = words.common.day;
  return (
    <PanelDialog
      title={day.state === 'ahead' ? say.aheadTitle : say.behindTitle}
      opened={opened}
      onClose={close}
    >
      {mayConfirmDay(roles) ? <DayForm key={day.day} day={day} /> : <Text>{say.askOther}</Text>}
    </PanelDialog>
  );
};
