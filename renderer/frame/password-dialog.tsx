import { useState } from 'react';
import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import type { SessionInfo } from '../../shared/contract.ts';
import { findPasswordWeakness } from '../../shared/vault/password-rule.ts';
import { ask } from '../bridge.ts';
import { openPanel } from '../desk-store.ts';
import { faultText, useWords } from '../words.ts';
import { focusFirstInvalid } from '../focus.ts';
import { PanelDialog } from './panel-dialog.tsx';
import { toast } from './toast.ts';

const close = () => openPanel(null);

const PasswordForm = ({ session }: { session: SessionInfo }) => {
  const words = useWords();
  const say = words.common.lobby;
  const acts = words.common.acts;
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [told, setTold] = useState({ current: '', next: '', again: '' });
  const [asking, setAsking] = useState(false);

  const change = async () => {
    const weakness = findPasswordWeakness(next, [session.clerk.name, session.profile.name]);
    const problems = {
      current: current === '' ? say.password.missing : '',
      next: weakness === undefined ? '' : say.password[weakness],
      again: next === again ? '' : say.password.mismatch,
    };
    setTold(problems);
    if (problems.current + problems.next + problems.again !== '') {
      focusFirstInvalid();
      return;
    }
    setAsking(true);
    const answer = await ask('session.changePassword', { current, next });
    setAsking(false);
    if (answer.ok) {
      toast('good', words.settings.clerks.passwordChanged);
      close();
    } else {
      setTold({ ...problems, current: faultText(words, answer.fault) });
      focusFirstInvalid();
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <Stack gap="md">
        <PasswordInput
          label={words.settings.clerks.currentPassword}
          value={current}
          error={told.current}
          data-autofocus
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={say.recover.next}
          description={say.password.rule}
          value={next}
          error={told.next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label={say.recover.again}
          value={again}
          error={told.again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Text size="xs" c="slate.6">
          {words.settings.clerks.passwordKeep}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {acts.cancel}
          </Button>
          <Button type="submit" loading={asking}>
            {acts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export const PasswordDialog = ({ session, opened }: { session: SessionInfo; opened: boolean }) => {
  const words = useWords();
  return (
    <PanelDialog title={words.common.frame.top.changePassword} opened={opened} onClose={close} size={460}>
      <PasswordForm session={session} />
    </PanelDialog>
  );
};
