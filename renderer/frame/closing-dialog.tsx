import { Button, Group, Stack, Text } from '@mantine/core';
import { ask } from '../bridge.ts';
import { go, openPanel, useDesk } from '../desk-store.ts';
import { maySignFiles } from '../signing/may-sign.ts';
import { useTold } from '../use-told.ts';
import { useWords } from '../words.ts';
import { countText } from './age.ts';
import { PanelDialog } from './panel-dialog.tsx';

const dismiss = (): void => openPanel(null);

const stay = (): void => {
  void ask('sync.sendNow', {});
  dismiss();
};

/** The day ends while something waits for the province, or is not closed: said once, and closing again closes. */
export const ClosingDialog = ({ opened }: { opened: boolean }) => {
  const { sync, seals } = useWords();
  const say = sync.closing;
  const language = useDesk((desk) => desk.language);
  const waiting = useDesk((desk) => (desk.strip?.joined === true ? desk.strip.waiting : 0));
  const maySeal = useDesk((desk) => maySignFiles(desk.session?.clerk.roles ?? []));
  const { answer } = useTold(() => ask('seals.open', {}), 'seals', opened && maySeal);
  const papers = answer?.ok === true ? answer.value.open.reduce((sum, day) => sum + day.papers, 0) : 0;
  return (
    <PanelDialog
      title={waiting > 0 ? say.title({ count: countText(waiting, language) }) : seals.closing.title}
      opened={opened}
      onClose={dismiss}
    >
      <Stack gap="md">
        {waiting > 0 && (
          <>
            <Text>{say.text}</Text>
            <Text>{say.stay}</Text>
          </>
        )}
        {papers > 0 && <Text>{seals.closing.text({ count: papers })}</Text>}
        <Group>
          {waiting > 0 && (
            <Button data-autofocus onClick={stay}>
              {say.wait}
            </Button>
          )}
          {papers > 0 && (
            <Button variant={waiting > 0 ? 'default' : 'filled'} onClick={() => go('seals', {})}>
              {seals.notice.act}
            </Button>
          )}
          <Button
            variant="default"
            data-autofocus={waiting === 0 || undefined}
            onClick={() => window.close()}
          >
            {say.close}
          </Button>
        </Group>
      </Stack>
    </PanelDialog>
  );
};
