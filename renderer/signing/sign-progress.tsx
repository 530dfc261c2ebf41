import { useRef } from 'react';
import { Button, Group, Kbd, Progress, Stack } from '@mantine/core';
import { ask } from '../bridge.ts';
import { useWords } from '../words.ts';
import { PinField, takeSecret } from './pin-field.tsx';
import type { SigningRound } from './use-signing-work.ts';
import classes from './signing.module.css';

const NextPin = ({ name }: { name: string }) => {
  const say = useWords().signing.dialog;
  const pin = useRef<HTMLInputElement>(null);
  const give = async () => {
    const secret = takeSecret(pin.current);
    await ask('signing.givePin', { pin: secret });
    secret.fill(0);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Stack gap="sm">
        <PinField field={pin} label={say.pin} hint={say.nextPin({ name })} />
        <Group justify="flex-end">
          <Button type="submit">{say.sign}</Button>
        </Group>
      </Stack>
    </form>
  );
};

/** On the keycap; the dialog hears it. */
const stopKeys = 'Esc';

/** How far the round is; it may be stopped, and what is signed stays signed. */
export const SignProgress = ({ round: { work, stopping, stop } }: { round: SigningRound }) => {
  const say = useWords().signing.dialog;
  const { done, total, name, wantsPin } = work ?? { done: 0, total: 0, name: '', wantsPin: false };
  return (
    <Stack gap="md">
      <p role="status" className={classes['working']}>
        {work === null || name === '' ? say.looking : say.working({ done, total })}
      </p>
      <Progress value={total === 0 ? 0 : (done / total) * 100} transitionDuration={0} aria-hidden />
      {name !== '' && <p className={classes['quiet']}>{say.inHand({ name })}</p>}
      {wantsPin && <NextPin key={done} name={name} />}
      <Group justify="flex-end">
        <Button
          variant="default"
          disabled={stopping}
          rightSection={<Kbd size="xs">{stopKeys}</Kbd>}
          onClick={stop}
        >
          {stopping ? say.stopping : say.stop}
        </Button>
      </Group>
    </Stack>
  );
};
