import { useState } from 'react';
import { Button, Group, PasswordInput } from '@mantine/core';
import type { Settings } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { noteRecoveryCode } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { SectionSheet } from './section-sheet.tsx';
import { useDoing } from './use-doing.ts';
import classes from './settings.module.css';

/** The recovery code: whether somebody holds it, and a new one for an administrator. */
export const SecuritySection = ({ settings }: { settings: Settings }) => {
  const words = useWords();
  const say = words.settings.security;
  const [password, setPassword] = useState('');
  const { busy, told, run, forget } = useDoing();
  const { madeAt, keptAt } = settings.recovery;
  const at = (instant: number): string => formatDateTime(instant, words.calendar);
  const issue = async () => {
    const issued = await run(ask('recovery.newCode', { password }));
    setPassword('');
    if (issued !== undefined) noteRecoveryCode(issued.recoveryCode, true);
  };
  return (
    <SectionSheet title={words.settings.sections.security} text={say.text} told={told}>
      <dl className={classes['facts']}>
        <div>
          <dt>{say.made}</dt>
          <dd>{at(madeAt)}</dd>
        </div>
        <div>
          <dt>{say.kept}</dt>
          <dd>{keptAt > 0 ? at(keptAt) : say.notKept}</dd>
        </div>
      </dl>
      {keptAt === 0 && <p className="fault due">{say.notKeptText}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void issue();
        }}
      >
        <h3>{say.newTitle}</h3>
        <p className="hint">{say.newText}</p>
        <Group align="flex-end" mt="sm">
          <PasswordInput
            label={say.password}
            value={password}
            maxLength={512}
            autoComplete="off"
            w={320}
            maw="100%"
            onChange={(event) => {
              setPassword(event.currentTarget.value);
              forget();
            }}
          />
          <Button type="submit" loading={busy} disabled={password === ''}>
            {say.issue}
          </Button>
        </Group>
      </form>
    </SectionSheet>
  );
};
