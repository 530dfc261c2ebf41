import { useState } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ClerkRecord } from '../../../shared/office/profile.ts';
import { ask } from '../../bridge.ts';
import { PanelDialog } from '../../frame/panel-dialog.tsx';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { RoleChoice } from './role-choice.tsx';
import { useDoing } from './use-doing.ts';

export const ChangeClerk = ({ clerk, onClose }: { clerk: ClerkRecord; onClose: () => void }) => {
  const words = useWords();
  const say = words.settings.clerks;
  const [name, setName] = useState(clerk.name);
  const [roles, setRoles] = useState(clerk.roles);
  const { busy, problems, told, run } = useDoing();
  const nameProblem = problems.find(({ field }) => field === 'clerk.name');
  const change = async () => {
    if (roles.length === 0) return;
    if ((await run(ask('clerks.change', { clerk: clerk.id, name, roles }))) === undefined) return;
    toast('good', say.changed, 'clerk');
    onClose();
  };
  return (
    <PanelDialog title={say.changeTitle({ name: clerk.name })} opened onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <Stack gap="md">
          {told !== '' && (
            <p className="fault" role="alert">
              {told}
            </p>
          )}
          <TextInput
            label={say.name}
            value={name}
            maxLength={100}
            error={nameProblem && problemText(words, nameProblem)}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RoleChoice
            roles={roles}
            error={roles.length === 0 ? words.faults.problems.roles : undefined}
            onChange={setRoles}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.common.acts.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.common.acts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </PanelDialog>
  );
};
