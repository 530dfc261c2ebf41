import { Button, Group, Stack, Text } from '@mantine/core';
import type { ClerkRecord } from '../../../shared/office/profile.ts';
import { ask } from '../../bridge.ts';
import { PanelDialog } from '../../frame/panel-dialog.tsx';
import { toast } from '../../frame/toast.ts';
import { useWords } from '../../words.ts';
import { useDoing } from './use-doing.ts';

/** Asked once more: her key is gone for good, and only a new account would let her in again. */
export const RemoveClerk = ({ clerk, onClose }: { clerk: ClerkRecord; onClose: () => void }) => {
  const words = useWords();
  const say = words.settings.clerks;
  const { busy, told, run } = useDoing();
  const remove = async () => {
    if ((await run(ask('clerks.remove', { clerk: clerk.id }))) === undefined) return;
    toast('good', say.removed({ name: clerk.name }), 'clerk');
    onClose();
  };
  return (
    <PanelDialog title={say.removeTitle({ name: clerk.name })} opened onClose={onClose}>
      <Stack gap="md">
        {told !== '' && (
          <p className="fault" role="alert">
            {told}
          </p>
        )}
        <Text>{say.removeText}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {words.common.acts.cancel}
          </Button>
          <Button color="red" loading={busy} onClick={() => void remove()}>
            {say.remove}
          </Button>
        </Group>
      </Stack>
    </PanelDialog>
  );
};
