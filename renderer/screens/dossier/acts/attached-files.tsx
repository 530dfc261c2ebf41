import { Button, CloseButton, Group } from '@mantine/core';
import type { AttachmentRef } from '../../../../shared/dossier/form.ts';
import { useWords } from '../../../words.ts';
import { useAttach } from './attach.ts';
import { useProblem } from './problems.ts';
import classes from './acts.module.css';

interface Props {
  label: string;
  files: readonly AttachmentRef[];
  onChange: (files: AttachmentRef[]) => void;
}

/** Files an act names, taken in by main's own dialog. */
export const AttachedFiles = ({ label, files, onChange }: Props) => {
  const say = useWords().acts.forms.fields;
  const problem = useProblem('files');
  const { attach, fault } = useAttach((more) => onChange([...files, ...more]));
  return (
    <fieldset className={classes['list']} data-field="files">
      <legend>{label}</legend>
      {files.map((file, place) => (
        <Group key={`${file.hash} ${place}`} gap={6}>
          <span>{file.name}</span>
          <CloseButton
            size="sm"
            aria-label={say.removeFile({ name: file.name })}
            onClick={() => onChange(files.filter((_, at) => at !== place))}
          />
        </Group>
      ))}
      <Group gap="xs">
        <Button variant="default" size="compact-sm" onClick={attach}>
          {say.attach}
        </Button>
        {fault !== null && <span className={classes['note']}>{fault}</span>}
        {problem !== undefined && <span className={classes['problem']}>{problem}</span>}
      </Group>
    </fieldset>
  );
};
