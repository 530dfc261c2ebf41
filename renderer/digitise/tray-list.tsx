import { useCallback, useEffect, useRef } from 'react';
import { Button, Group, Menu, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { formatDay, formatTime } from '../../shared/calendar/vietnam-time.ts';
import { ask } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';
import { useWords } from '../words.ts';
import type { Sheets } from './use-sheets.ts';
import classes from './digitise.module.css';

/** Often enough that a scan just saved is there when she looks. */
const lookEveryMs = 2000;

/** What the scanner's own program saved into the watched folder, to be taken with one press each. */
export const TrayList = ({ sheets }: { sheets: Sheets }) => {
  const { digitise: say } = useWords();
  const { value: tray, fault, again } = useAnswer(useCallback(() => ask('digitise.tray', {}), []));
  const menu = useRef<HTMLDivElement>(null);
  const { start, stop } = useInterval(again, lookEveryMs);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);

  const choose = async () => {
    const answer = await ask('digitise.chooseFolder', {});
    if (!answer.ok && answer.fault.code !== 'cancelled') sheets.say(answer.fault);
    again();
  };

  if ((!tray || tray.folder === '') && !fault)
    return (
      <Button variant="default" onClick={() => void choose()}>
        {say.chooseFolder}
      </Button>
    );
  const waiting = tray?.files ?? [];
  return (
    <Menu position="bottom-start" width={420}>
      <Menu.Target>
        <Button variant="default">{say.tray({ count: waiting.length })}</Button>
      </Menu.Target>
      <Menu.Dropdown ref={menu} data-mantine-stop-propagation>
        <Menu.Label>
          <bdi>{tray?.folder ?? ''}</bdi>
        </Menu.Label>
        {waiting.map(({ name, changedAt }, place) => (
          <Menu.Item
            key={name}
            closeMenuOnClick={false}
            data-autofocus={place === 0 || undefined}
            onClick={() => {
              // The entry goes once it is taken: the menu keeps the keyboard, and Esc closes it alone.
              menu.current?.focus();
              void sheets
                .take(
                  ask('digitise.takeFromTray', { name }).then((answer) =>
                    answer.ok ? { ok: true, value: [answer.value] } : answer,
                  ),
                )
                .then(again);
            }}
            rightSection={
              <span className={classes['quiet']}>
                {formatTime(changedAt)} {formatDay(changedAt)}
              </span>
            }
          >
            <bdi>{name}</bdi>
          </Menu.Item>
        ))}
        {waiting.length === 0 && (
          <Text size="sm" p="xs">
            {say.trayEmpty}
          </Text>
        )}
        <Menu.Divider />
        <Text size="xs" px="xs" className={classes['quiet'] ?? ''}>
          {say.trayNote}
        </Text>
        <Group gap="xs" p="xs">
          <Button variant="default" size="compact-sm" onClick={() => void choose()}>
            {say.chooseFolder}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => void ask('digitise.forgetFolder', {}).then(again)}
          >
            {say.forgetFolder}
          </Button>
        </Group>
      </Menu.Dropdown>
    </Menu>
  );
};
