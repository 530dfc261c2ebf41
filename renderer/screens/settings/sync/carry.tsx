import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../../bridge.ts';
import { useDesk } from '../../../desk-store.ts';
import { countText } from '../../../frame/age.ts';
import { useWords } from '../../../words.ts';
import { useDoing } from '../use-doing.ts';
import classes from '../settings.module.css';

/** Without a line for days: what waits goes on a stick to another desk or to the province, and the province's word comes back the same way. */
export const Carry = ({ onDone }: { onDone: () => void }) => {
  const words = useWords();
  const say = words.sync.carry;
  const language = useDesk((desk) => desk.language);
  const doing = useDoing();
  const [done, setDone] = useState('');
  /** What the province did not take of it, and why. */
  const [refused, setRefused] = useState('');
  const run = async (step: 'pack' | 'relay' | 'takeBack') => {
    setDone('');
    setRefused('');
    const answer = await doing.run(ask(`carry.${step}`, {}));
    if (answer === undefined) return;
    const { rows, files, refused, file } = answer;
    setDone(say.done[step]({ rows: countText(rows, language), files: countText(files, language), file }));
    setRefused(
      refused.length === 0
        ? ''
        : step === 'relay'
          ? say.refusedThere({ count: refused.length })
          : [...new Set(refused)].map((reason) => words.sync.failures[reason]).join(' '),
    );
    onDone();
  };
  return (
    <section aria-label={say.title}>
      <h3>{say.title}</h3>
      <p className="hint">{say.text}</p>
      <ol className={classes['steps']}>
        {say.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Group mt="sm">
        {(['pack', 'relay', 'takeBack'] as const).map((step) => (
          <Button key={step} variant="default" disabled={doing.busy} onClick={() => void run(step)}>
            {say.acts[step]}
          </Button>
        ))}
      </Group>
      <Stack role="status" mt="sm" gap="xs">
        {doing.told !== '' && <p className="fault">{doing.told}</p>}
        {done !== '' && <p className="fault good">{done}</p>}
        {refused !== '' && <p className="fault wait">{`${say.refused} ${refused}`}</p>}
      </Stack>
    </section>
  );
};
