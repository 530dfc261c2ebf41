import { useState } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import type { Problem } from '../../../../shared/faults.ts';
import { problemText, useWords } from '../../../words.ts';
import classes from './signing.module.css';

interface Props {
  authority: string;
  unstamped: number;
  mayChange: boolean;
  problems: readonly Problem[];
  onSave: (url: string) => void;
}

/** Who stamps the time, and how much waits for it. */
export const AuthorityForm = ({ authority, unstamped, mayChange, problems, onSave }: Props) => {
  const words = useWords();
  const say = words.signing.settings.authority;
  const [url, setUrl] = useState(authority);
  const problem = problems.find(({ field }) => field === 'url');
  return (
    <form
      className={classes['part']}
      aria-label={say.title}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(url.trim());
      }}
    >
      <h3>{say.title}</h3>
      <TextInput
        label={say.label}
        description={say.hint}
        value={url}
        disabled={!mayChange}
        error={problem && problemText(words, problem)}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <p className="hint">{say.waiting({ count: unstamped })}</p>
      {mayChange && (
        <Group>
          <Button type="submit" disabled={url.trim() === authority}>
            {words.common.acts.save}
          </Button>
        </Group>
      )}
    </form>
  );
};
