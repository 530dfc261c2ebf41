import { useState } from 'react';
import type { AttachmentRef } from '../../../../shared/dossier/form.ts';
import { ask } from '../../../bridge.ts';
import { faultText, useWords } from '../../../words.ts';

/** Files by main's own dialog; a closed dialog is an answer, anything else is said. */
export const useAttach = (onFiles: (files: AttachmentRef[]) => void) => {
  const words = useWords();
  const [fault, setFault] = useState<string | null>(null);
  const attach = () =>
    void ask('digitise.pick', {}).then((answer) => {
      if (answer.ok) onFiles(answer.value);
      setFault(answer.ok || answer.fault.code === 'cancelled' ? null : faultText(words, answer.fault));
    });
  return { attach, fault };
};
