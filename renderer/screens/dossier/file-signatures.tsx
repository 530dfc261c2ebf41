import { lazy, Suspense, useState } from 'react';
import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { DossierPage } from '../../../shared/contract.ts';
import type { AttachmentRef } from '../../../shared/dossier/form.ts';
import { filesOf, isSignable } from '../../../shared/dossier/signing/files.ts';
import type { DossierFile } from '../../../shared/dossier/signing/files.ts';
import { findDraft, openSubmission, submissionStep } from '../../../shared/dossier/signing/submission.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import type { Role } from '../../../shared/journal/row.ts';
import type { SignaturePlace } from '../../../shared/signing/appearance.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { isDialogInFront } from '../../focus.ts';
import { toast } from '../../frame/toast.ts';
import { maySignFiles } from '../../signing/may-sign.ts';
import { SignDialog } from '../../signing/sign-dialog.tsx';
import type { FileToSign } from '../../signing/sign-dialog.tsx';
import { faultText, useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import { FileRow } from './file-row.tsx';
import { saveFile } from './files.tsx';
import classes from './dossier.module.css';

const FileViewer = lazy(async () => ({
  default: (await import('../../digitise/file-viewer.tsx')).FileViewer,
}));

/** On the keycap. */
const signKeys = 'Ctrl+Enter';

interface Signing {
  files: readonly FileToSign[];
  place?: SignaturePlace;
}

/** As what she may sign the draft now; null: nothing of it is hers. */
const draftFor = (state: DossierState, roles: readonly Role[]): SignaturePlace | null => {
  if ((openSubmission(state)?.files.length ?? 0) === 0) return null;
  switch (submissionStep(state)) {
    case 'signature':
      return roles.includes('leader') ? 'person' : null;
    case 'seal':
      return roles.includes('registrar') ? 'agency' : null;
    default:
      return null;
  }
};

interface Props {
  page: DossierPage;
  onPage: (page: DossierPage) => void;
}

/** Every file of the dossier, who signed it, and whether an authority has seen the signature; a draft is signed by one key. */
export const FileSignatures = ({ page: { state, elsewhere }, onPage }: Props) => {
  const words = useWords();
  const say = words.signing.files;
  const roles = useDesk((desk) => desk.session?.clerk.roles ?? []);
  const [signing, setSigning] = useState<Signing | null>(null);
  const [viewed, setViewed] = useState<AttachmentRef | null>(null);
  const files = filesOf(state);
  const isHere = ({ file }: DossierFile): boolean => !elsewhere.includes(file.hash);
  const fetchHere = async (hash: string) => {
    const answer = await ask('sync.fetchFile', { id: state.id, hash });
    if (answer.ok) onPage(answer.value);
    else toast('fault', faultText(words, answer.fault), 'file');
  };
  const toSign = ({ file }: DossierFile): FileToSign => ({
    dossier: state.id,
    hash: file.hash,
    name: file.name,
  });
  const maySign = state.parked === null && maySignFiles(roles);
  const isDraft = ({ file }: DossierFile): boolean => findDraft(state, file.hash) !== undefined;
  const draftFiles = files.filter((one) => isDraft(one) && isHere(one));
  const draft = maySign && draftFiles.length > 0 ? draftFor(state, roles) : null;
  const unsigned = files.filter(
    (one) => isSignable(one.file) && one.signings.length === 0 && one.about !== 'draft' && isHere(one),
  );
  const signDraft = () => {
    if (draft !== null) setSigning({ files: draftFiles.map(toSign), place: draft });
  };
  useHotkeys([
    [
      'mod+Enter',
      () => {
        if (!isDialogInFront()) signDraft();
      },
    ],
  ]);
  if (files.length === 0) return null;
  return (
    <Card title={say.title}>
      <ul className={classes['list']}>
        {files.map((one) => (
          <FileRow
            key={one.file.hash}
            one={one}
            dossier={state.id}
            onFetch={isHere(one) ? null : () => fetchHere(one.file.hash)}
            onView={() => setViewed(one.file)}
            onSave={() => void saveFile(state.id, one.file.hash)}
            onSign={maySign && !isDraft(one) ? () => setSigning({ files: [toSign(one)] }) : null}
          />
        ))}
      </ul>
      {draft !== null && (
        <Button size="sm" rightSection={<Kbd size="xs">{signKeys}</Kbd>} onClick={signDraft}>
          {say[draft === 'agency' ? 'sealDraft' : 'signDraft']({ count: draftFiles.length })}
        </Button>
      )}
      {maySign && unsigned.length > 1 && (
        <Button variant="default" size="sm" onClick={() => setSigning({ files: unsigned.map(toSign) })}>
          {say.signAll({ count: unsigned.length })}
        </Button>
      )}
      {viewed !== null && (
        <Suspense fallback={null}>
          <FileViewer file={viewed} onClose={() => setViewed(null)} />
        </Suspense>
      )}
      {signing !== null && <SignDialog {...signing} onClose={() => setSigning(null)} />}
    </Card>
  );
};
