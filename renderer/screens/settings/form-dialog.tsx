import type { ReactNode } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import { PanelDialog } from '../../frame/panel-dialog.tsx';
import { useWords } from '../../words.ts';

interface Props {
  title: string;
  /** What main refused it for; '' for nothing. */
  told: string;
  busy: boolean;
  /** The word on the button that does it. */
  act: string;
  onAct: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}

/** A few fields over the settings: what was wrong above them, what is done with them below, by its button or by Enter. */
export const FormDialog = ({ title, told, busy, act, onAct, onClose, children }: Props) => {
  const words = useWords();
  return (
    <PanelDialog title={title} opened onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void onAct();
        }}
      >
        <Stack gap="md">
          {told !== '' && (
            <p className="fault" role="alert">
              {told}
            </p>
          )}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.common.acts.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {act}
            </Button>
          </Group>
        </Stack>
      </form>
    </PanelDialog>
  );
};
