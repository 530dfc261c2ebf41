import { useRef, useState } from 'react';
import type { SigningDone } from '../../shared/contract.ts';
import type { SignaturePlace } from '../../shared/signing/appearance.ts';
import { ask } from '../bridge.ts';
import { PanelDialog } from '../frame/panel-dialog.tsx';
import { useWords } from '../words.ts';
import { SignForm } from './sign-form.tsx';
import type { SignWish } from './sign-form.tsx';
import { SignProgress } from './sign-progress.tsx';
import { SignResult } from './sign-result.tsx';
import { useSigningWork } from './use-signing-work.ts';

export interface FileToSign {
  dossier: string;
  hash: string;
  name: string;
}

interface Props {
  files: readonly FileToSign[];
  /** As what it is signed, where that is not hers to say. */
  place?: SignaturePlace;
  /** Called when a round is over and she has read what came of it. */
  onClose: () => void;
}

/** Signs files in one round: whose token, as whom, the PIN once; then how far it is, and what came of it. */
export const SignDialog = ({ files, place: fixed, onClose }: Props) => {
  const words = useWords();
  const round = useSigningWork();
  const [left, setLeft] = useState(files);
  const [signing, setSigning] = useState(false);
  const [done, setDone] = useState<SigningDone | null>(null);
  const opener = useRef(document.activeElement);

  const sign = async ({ place, pin, evenIfLast }: SignWish) => {
    setSigning(true);
    const wanted = left.map(({ dossier, hash }) => ({ dossier, hash }));
    const answer = await ask('signing.sign', { files: wanted, place, pin, evenIfLast });
    pin?.fill(0);
    setSigning(false);
    if (!answer.ok) return answer.fault;
    const { results } = answer.value;
    setLeft((before) => before.slice(results.length));
    setDone(answer.value);
    return null;
  };
  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };

  return (
    <PanelDialog
      title={words.signing.dialog.title({ count: files.length })}
      opened
      onClose={signing ? round.stop : close}
      size={600}
    >
      {done !== null ? (
        <SignResult done={done} onGoOn={left.length > 0 ? () => setDone(null) : null} onClose={close} />
      ) : (
        <>
          {/* Kept while it signs: a fault comes back to the form it was filled in. */}
          <div hidden={signing}>
            <SignForm files={left} fixed={fixed ?? null} onSign={sign} onClose={close} />
          </div>
          {signing && <SignProgress round={round} />}
        </>
      )}
    </PanelDialog>
  );
};
