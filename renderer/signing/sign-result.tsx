import { useEffect, useRef } from 'react';
import { Button, Group, Stack } from '@mantine/core';
import type { SigningDone } from '../../shared/contract.ts';
import { faultText, useWords } from '../words.ts';
import classes from './signing.module.css';

interface Props {
  done: SigningDone;
  /** null when nothing is left to sign. */
  onGoOn: (() => void) | null;
  onClose: () => void;
}

/** What came of a round: how many are signed, which could not be and why, what waits. */
export const SignResult = ({ done: { results, stopped, left }, onGoOn, onClose }: Props) => {
  const words = useWords();
  const say = words.signing.dialog;
  const ending = useRef<HTMLButtonElement>(null);
  // What had the keyboard is gone from the dialog.
  useEffect(() => ending.current?.focus(), []);
  const failed = results.filter(({ fault }) => fault !== null);
  return (
    <Stack gap="md">
      <div role="status" className={classes['outcome']}>
        <p className={classes['working']}>{say.done({ count: results.length - failed.length })}</p>
        {stopped !== null && stopped.code !== 'cancelled' && (
          <p className="fault">{faultText(words, stopped)}</p>
        )}
        {left > 0 && <p>{say.left({ count: left })}</p>}
      </div>
      {failed.length > 0 && (
        <div>
          <p>{say.failed({ count: failed.length })}</p>
          <ul className={classes['failed']}>
            {failed.map(({ hash, name, fault }) => (
              <li key={hash}>
                <strong>{name}</strong> · {fault && faultText(words, fault)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group justify="flex-end">
        {onGoOn !== null && (
          <Button variant="default" onClick={onGoOn}>
            {say.goOn}
          </Button>
        )}
        <Button ref={ending} onClick={onClose}>
          {say.close}
        </Button>
      </Group>
    </Stack>
  );
};
