import { useRef, useState } from 'react';
import { ask } from '../../bridge.ts';
import { PanelDialog } from '../../frame/panel-dialog.tsx';
import { toast } from '../../frame/toast.ts';
import { SignForm } from '../../signing/sign-form.tsx';
import type { SignWish } from '../../signing/sign-form.tsx';
import { SignProgress } from '../../signing/sign-progress.tsx';
import { useSigningWork } from '../../signing/use-signing-work.ts';
import { useWords } from '../../words.ts';
import { daysText } from './seal-table.tsx';

interface Props {
  /** Random id: asked again after a fault, it is the same seal. */
  seal: string;
  days: readonly string[];
  onClose: () => void;
}

/** Closes the open days with one signature: whose token, the PIN. */
export const SealDialog = ({ seal, days, onClose }: Props) => {
  const words = useWords();
  const say = words.seals.dialog;
  const round = useSigningWork();
  const [signing, setSigning] = useState(false);
  const opener = useRef(document.activeElement);
  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const sign = async ({ pin, evenIfLast }: SignWish) => {
    setSigning(true);
    const answer = await ask('seals.sign', { seal, pin, evenIfLast });
    pin?.fill(0);
    setSigning(false);
    if (!answer.ok) return answer.fault;
    toast('good', say.done, 'seal');
    onClose();
    return null;
  };
  return (
    <PanelDialog title={say.title} opened onClose={signing ? round.stop : close} size={600}>
      {/* Kept while it signs: a fault comes back to the form it was filled in. */}
      <div hidden={signing}>
        <SignForm
          files={[{ dossier: '', hash: seal, name: say.file({ days: daysText(days) }) }]}
          fixed="person"
          onSign={sign}
          onClose={close}
        />
      </div>
      {signing && <SignProgress round={round} />}
    </PanelDialog>
  );
};
