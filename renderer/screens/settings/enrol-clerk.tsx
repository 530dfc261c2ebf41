import { useState } from 'react';
import { PasswordInput, TextInput } from '@mantine/core';
import type { Role } from '../../../shared/journal/row.ts';
import { checkClerk } from '../../../shared/office/decide.ts';
import { findPasswordWeakness } from '../../../shared/vault/password-rule.ts';
import type { Problem } from '../../../shared/faults.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { problemText, useWords } from '../../words.ts';
import { suggestUsername } from '../setup/set-up-form.ts';
import { FormDialog } from './form-dialog.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useDoing } from './use-doing.ts';

interface EnrolClerkProps {
  officeName: string;
  onClose: () => void;
}

export const EnrolClerk = ({ officeName, onClose }: EnrolClerkProps) => {
  const words = useWords();
  const say = words.settings.clerks;
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [roles, setRoles] = useState<Role[]>(['reception']);
  const [tried, setTried] = useState(false);
  const { busy, problems, told, run } = useDoing();
  const weakness = password === '' ? 'missing' : findPasswordWeakness(password, [name, officeName]);
  const checked: readonly Problem[] = tried ? checkClerk({ name, username }).problems : [];
  const errorAt = (field: string) => {
    const found = [...checked, ...problems].find((problem) => problem.field === field);
    return found && problemText(words, found);
  };
  const enrol = async () => {
    setTried(true);
    if (checkClerk({ name, username }).problems.length > 0 || weakness !== undefined || roles.length === 0) {
      focusFirstInvalid();
      return;
    }
    if ((await run(ask('clerks.enrol', { name, username, roles, password }))) === undefined) {
      focusFirstInvalid();
      return;
    }
    toast('good', say.enrolled({ name }), 'clerk');
    onClose();
  };
  return (
    <FormDialog
      title={say.enrolTitle}
      told={told}
      busy={busy}
      act={say.enrol}
      onAct={enrol}
      onClose={onClose}
    >
      <TextInput
        label={say.name}
        value={name}
        maxLength={100}
        error={errorAt('clerk.name')}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          if (username === '') setUsername(suggestUsername(name));
        }}
      />
      <TextInput
        label={say.username}
        description={words.settings.setUp.clerk.usernameHint}
        value={username}
        maxLength={40}
        error={errorAt('clerk.username')}
        onChange={(event) => setUsername(event.currentTarget.value.toLowerCase())}
      />
      <RoleChoice
        roles={roles}
        error={tried && roles.length === 0 ? words.faults.problems.roles : undefined}
        onChange={setRoles}
      />
      <PasswordInput
        label={say.firstPassword}
        description={words.common.lobby.password.rule}
        value={password}
        maxLength={512}
        error={tried && weakness !== undefined ? words.common.lobby.password[weakness] : undefined}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormDialog>
  );
};
