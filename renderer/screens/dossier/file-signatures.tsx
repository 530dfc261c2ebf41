import { lazy, Suspense, useState } from 'react';
import { Button, Group } from '@mantine/core';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import type { AttachmentRef } from '../../../shared/dossier/form.ts';
import { filesOf, isSignable } from '../../../shared/dossier/signing/files.ts';
import type { DossierFile } from '../../../shared/dossier/signing/files.ts';
import type { DossierPage } from '../../../shared/contract.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { maySignFiles } from '../../signing/may-sign.ts';
import { SignDialog } from '../../signing/sign-dialog.tsx';
import type { FileToSign } from '../../signing/sign-dialog.tsx';
import { faultText, useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import { saveFile } from './files.tsx';
import classes from './dossier.module.css';

const paperOf = ({ about, paper }: DossierFile, words: Messages): string => {
  if (about === 'result') return words.signing.files.result;
  const forms: Record<string, string> = words.dossiers.page.forms;
  return about === 'paper' ? (forms[paper] ?? paper) : paper;
};

const FileViewer = lazy(async () => ({
  default: (await import('../../digitise/file-viewer.tsx')).FileViewer,
}));

interface RowProps {
  one: DossierFile;
  /** Brings it here, where another desk took it in. */
  onFetch: (() => Promise<void>) | null;
  onView: () => void;
  onSave: () => void;
  onSign: (() => void) | null;
}

const FetchButton = ({ name, onFetch }: { name: string; onFetch: () => Promise<void> }) => {
  const say = useWords().signing.files;
  const [busy, setBusy] = useState(false);
  const fetch = () => {
    setBusy(true);
    void onFetch().finally(() => setBusy(false));
  };
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={busy}
      aria-label={`${say.fetch}: ${name}`}
      onClick={fetch}
    >
      {say.fetch}
    </Button>
  );
};

const FileRow = ({ one, onFetch, onView, onSave, onSign }: RowProps) => {
  const words = useWords();
  const say = words.signing.files;
  const when = (at: number) => formatDateTime(at, words.calendar);
  const last = one.signings.at(-1);
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
          {last
            ? one.stampedAt === null
              ? say.unstamped
              : say.stamped({ when: when(one.stampedAt) })
            : isSignable(one.file)
              ? say.unsigned
              : say.notPdf}
        </div>
        {onFetch !== null && <div className={classes['quiet']}>{say.elsewhere}</div>}
      </div>
      {onFetch === null ? (
        <FileActs one={one} onView={onView} onSave={onSave} onSign={onSign} />
      ) : (
        <FetchButton name={one.file.name} onFetch={onFetch} />
      )}
    </li>
  );
};

const FileActs = ({ one, onView, onSave, onSign }: Omit<RowProps, 'onFetch'>) => {
  const words = useWords();
  const say = words.signing.files;
  return (
    <Group gap={6} wrap="nowrap">
      {isSignable(one.file) && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${words.digitise.view}: ${one.file.name}`}
          onClick={onView}
        >
          {words.digitise.view}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`${say.save}: ${one.file.name}`}
        onClick={onSave}
      >
        {say.save}
      </Button>
      {onSign !== null && isSignable(one.file) && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`${one.signings.length > 0 ? say.signAgain : say.sign}: ${one.file.name}`}
          onClick={onSign}
        >
          {one.signings.length > 0 ? say.signAgain : say.sign}
        </Button>
      )}
    </Group>
  );
};

/** Every file of the dossier, who signed it, and whether an authority has seen the signature. */
export const FileSignatures = ({
  page: { state, elsewhere },
  onPage,
}: {
  page: DossierPage;
  onPage: (page: DossierPage) => void;
}) => {
  const words = useWords();
  const say = words.signing.files;
  const roles = useDesk((desk) => desk.session?.clerk.roles ?? []);
  const [signing, setSigning] = useState<readonly FileToSign[] | null>(null);
  const [viewed, setViewed] = useState<AttachmentRef | null>(null);
  const files = filesOf(state);
  const fetchHere = async (hash: string) => {
    const answer = await ask('sync.fetchFile', { id: state.id, hash });
    if (answer.ok) onPage(answer.value);
    else toast('fault', faultText(words, answer.fault), 'file');
  };
  if (files.length === 0) return null;
  const toSign = ({ file }: DossierFile): FileToSign => ({
    dossier: state.id,
    hash: file.hash,
    name: file.name,
  });
  const maySign = state.parked === null && maySignFiles(roles);
  const unsigned = files.filter(
    ({ file, signings }) => isSignable(file) && signings.length === 0 && !elsewhere.includes(file.hash),
  );
  return (
    <Card title={say.title}>
      <ul className={classes['list']}>
        {files.map((one) => (
          <FileRow
            key={one.file.hash}
            one={one}
            onFetch={elsewhere.includes(one.file.hash) ? () => fetchHere(one.file.hash) : null}
            onView={() => setViewed(one.file)}
            onSave={() => void saveFile(state.id, one.file.hash)}
            onSign={maySign ? () => setSigning([toSign(one)]) : null}
          />
        ))}
      </ul>
      {maySign && unsigned.length > 1 && (
        <Button variant="default" size="sm" onClick={() => setSigning(unsigned.map(toSign))}>
          {say.signAll({ count: unsigned.length })}
        </Button>
      )}
      {viewed !== null && (
        <Suspense fallback={null}>
          <FileViewer file={viewed} onClose={() => setViewed(null)} />
        </Suspense>
      )}
      {signing !== null && <SignDialog files={signing} onClose={() => setSigning(null)} />}
    </Card>
  );
};
