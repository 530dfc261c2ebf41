import { useState } from 'react';
import { TextInput } from '@mantine/core';
import type { ClerkRecord } from '../../../shared/office/profile.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { FormDialog } from './form-dialog.tsx';
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
    <FormDialog
      title={say.changeTitle({ name: clerk.name })}
      told={told}
      busy={busy}
      act={words.common.acts.save}
      onAct={change}
      onClose={onClose}
    >
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
    </FormDialog>
  );
};
