import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../../../bridge.ts';
import { useWords } from '../../../words.ts';
import { useDoing } from '../use-doing.ts';

/** Address and code, once in a desk's life. */
export const JoinForm = ({ text, onJoined }: { text: string; onJoined: () => void }) => {
  const words = useWords();
  const say = words.sync.join;
  const [url, setUrl] = useState('');
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState('');
  const joining = useDoing();
  const join = async () => {
    setRefusal('');
    const answer = await ask('sync.join', { url, code });
    if (answer.ok) {
      onJoined();
      return;
    }
    const reason = answer.fault.params?.['reason'];
    const texts: Record<string, string> = words.sync.failures;
    setRefusal(typeof reason === 'string' ? (texts[reason] ?? '') : '');
    await joining.run(Promise.resolve(answer));
  };
  return (
    <form
      aria-label={say.title}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <Stack gap="sm">
        <p>{text}</p>
        <TextInput
          label={say.url}
          placeholder={say.urlExample}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={say.code}
          value={code}
          autoComplete="off"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <div role="status">
          {joining.told !== '' && <p className="fault">{`${refusal} ${joining.told}`.trim()}</p>}
        </div>
        <Group>
          <Button type="submit" disabled={url.trim() === '' || code.trim() === ''}>
            {say.now}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
