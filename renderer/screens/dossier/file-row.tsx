import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { isSignable } from '../../../shared/dossier/signing/files.ts';
import type { DossierFile } from '../../../shared/dossier/signing/files.ts';
import type { Fault } from '../../../shared/faults.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import type { CheckedSignature } from '../../../shared/signing/verdicts.ts';
import { ask } from '../../bridge.ts';
import { useWords } from '../../words.ts';
import { FileCheck } from './file-check.tsx';
import classes from './dossier.module.css';

const paperOf = ({ about, paper }: DossierFile, words: Messages): string => {
  if (about === 'result') return words.signing.files.result;
  if (about === 'draft') return words.signing.files.draft({ summary: paper });
  const forms: Record<string, string> = words.dossiers.page.forms;
  return about === 'paper' ? (forms[paper] ?? paper) : paper;
};

interface ActsProps {
  one: DossierFile;
  onView: () => void;
  onSave: () => void;
  onSign: (() => void) | null;
}

interface RowProps extends ActsProps {
  dossier: string;
  /** Brings it here, where another desk took it in. */
  onFetch: (() => Promise<void>) | null;
}

/** A button that is busy until what it began is over. */
const WaitingButton = ({
  label,
  name,
  onPress,
}: {
  label: string;
  name: string;
  onPress: () => Promise<void>;
}) => {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={busy}
      aria-label={`${label}: ${name}`}
      onClick={() => {
        setBusy(true);
        void onPress().finally(() => setBusy(false));
      }}
    >
      {label}
    </Button>
  );
};

const FileActs = ({ one, onCheck, onView, onSave, onSign }: ActsProps & { onCheck: () => Promise<void> }) => {
  const words = useWords();
  const say = words.signing.files;
  const sign = one.signings.length > 0 ? say.signAgain : say.sign;
  const { name } = one.file;
  return (
    <Group gap={6}>
      {isSignable(one.file) && (
        <>
          <WaitingButton label={say.check} name={name} onPress={onCheck} />
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${words.digitise.view}: ${name}`}
            onClick={onView}
          >
            {words.digitise.view}
          </Button>
        </>
      )}
      <Button variant="default" size="compact-sm" aria-label={`${say.save}: ${name}`} onClick={onSave}>
        {say.save}
      </Button>
      {onSign !== null && isSignable(one.file) && (
        <Button variant="default" size="compact-sm" aria-label={`${sign}: ${name}`} onClick={onSign}>
          {sign}
        </Button>
      )}
    </Group>
  );
};

/** A file of the dossier: whose signatures it carries, what a check says of them, and what can be done with it. */
export const FileRow = ({ one, dossier, onFetch, ...acts }: RowProps) => {
  const words = useWords();
  const say = words.signing.files;
  const [checked, setChecked] = useState<CheckedSignature[] | Fault | null>(null);
  const check = async () => {
    const answer = await ask('signing.check', { dossier, hash: one.file.hash });
    setChecked(answer.ok ? answer.value : answer.fault);
  };
  const when = (at: number) => formatDateTime(at, words.calendar);
  return (
    <li className={classes['paper']}>
      <div>
        <strong>{one.file.name}</strong> · {paperOf(one, words)}
        {one.signings.map(({ event, signer, place, at }) => (
          <div key={event}>
            {say.signed({ name: signer.name, place: words.acts.toldParts.signedAs[place], when: when(at) })}
            {signer.software && ` · ${say.software}`}
          </div>
        ))}
        <div className={classes['quiet']}>
          {one.signings.length > 0
            ? one.stampedAt === null
              ? say.unstamped
              : say.stamped({ when: when(one.stampedAt) })
            : isSignable(one.file)
              ? say.unsigned
              : say.notPdf}
        </div>
        {onFetch !== null && <div className={classes['quiet']}>{say.elsewhere}</div>}
        <div role="status">{checked !== null && <FileCheck checked={checked} />}</div>
      </div>
      {onFetch === null ? (
        <FileActs one={one} onCheck={check} {...acts} />
      ) : (
        <WaitingButton label={say.fetch} name={one.file.name} onPress={onFetch} />
      )}
    </li>
  );
};
