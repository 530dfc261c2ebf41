import { useState } from 'react';
import { PasswordInput, Text } from '@mantine/core';
import type { ClerkRecord } from '../../../shared/office/profile.ts';
import { findPasswordWeakness } from '../../../shared/vault/password-rule.ts';
import { ask } from '../../bridge.ts';
import { focusFirstInvalid } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { useWords } from '../../words.ts';
import { FormDialog } from './form-dialog.tsx';
import { useDoing } from './use-doing.ts';

interface ResetClerkProps {
  clerk: ClerkRecord;
  officeName: string;
  onClose: () => void;
}

export const ResetClerk = ({ clerk, officeName, onClose }: ResetClerkProps) => {
  const words = useWords();
  const say = words.settings.clerks;
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, told, run } = useDoing();
  const weakness = password === '' ? 'missing' : findPasswordWeakness(password, [clerk.name, officeName]);
  const reset = async () => {
    setTried(true);
    if (weakness !== undefined) {
      focusFirstInvalid();
      return;
    }
    if ((await run(ask('clerks.resetPassword', { clerk: clerk.id, password }))) === undefined) return;
    toast('good', say.resetDone, 'clerk');
    onClose();
  };
  return (
    <FormDialog
      title={say.resetTitle({ name: clerk.name })}
      told={told}
      busy={busy}
      act={say.reset}
      onAct={reset}
      onClose={onClose}
    >
      <Text>{say.resetText}</Text>
      <PasswordInput
        label={say.firstPassword}
        description={words.common.lobby.password.rule}
        value={password}
        maxLength={512}
        error={tried && weakness !== undefined ? words.common.lobby.password[weakness] : undefined}
        data-autofocus
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormDialog>
  );
};
