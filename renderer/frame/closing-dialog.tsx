import { Button, Group, Stack, Text } from '@mantine/core';
import { ask } from '../bridge.ts';
import { openPanel, useDesk } from '../desk-store.ts';
import { useWords } from '../words.ts';
import { countText } from './age.ts';
import { PanelDialog } from './panel-dialog.tsx';

const dismiss = (): void => openPanel(null);

const stay = (): void => {
  void ask('sync.sendNow', {});
  dismiss();
};

/** The day ends while something waits for the province: said once, and closing again closes. */
export const ClosingDialog = ({ opened }: { opened: boolean }) => {
  const say = useWords().sync.closing;
  const language = useDesk((desk) => desk.language);
  const count = useDesk((desk) => desk.strip?.waiting ?? 0);
  return (
    <PanelDialog title={say.title({ count: countText(count, language) })} opened={opened} onClose={dismiss}>
      <Stack gap="md">
        <Text>{say.text}</Text>
        <Text>{say.stay}</Text>
        <Group>
          <Button data-autofocus onClick={stay}>
            {say.wait}
          </Button>
          <Button variant="default" onClick={() => window.close()}>
            {say.close}
          </Button>
        </Group>
      </Stack>
    </PanelDialog>
  );
};
