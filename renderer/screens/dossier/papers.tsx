import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { papersOf } from '../../../shared/dossier/papers.ts';
import type { PaperName } from '../../../shared/dossier/papers.ts';
import type { DossierState } from '../../../shared/dossier/state.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { maySignFiles } from '../../signing/may-sign.ts';
import { SignDialog } from '../../signing/sign-dialog.tsx';
import type { FileToSign } from '../../signing/sign-dialog.tsx';
import { faultText, useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import classes from './dossier.module.css';

interface Props {
  state: DossierState;
  onOpen: (paper: PaperName) => void;
}

/** Every paper of the dossier, of its intake and of its acts: what became of it, and the way to its page. */
export const Papers = ({ state, onOpen }: Props) => {
  const words = useWords();
  const say = words.dossiers.page;
  const roles = useDesk((desk) => desk.session?.clerk.roles ?? []);
  const [signing, setSigning] = useState<FileToSign | null>(null);
  const maySign = state.parked === null && maySignFiles(roles);
  const fileAndSign = async ({ form, about }: PaperName) => {
    const answer = await ask('signing.filePaper', { dossier: state.id, form, about });
    if (!answer.ok) toast('fault', faultText(words, answer.fault), 'signing');
    else setSigning({ dossier: state.id, hash: answer.value.hash, name: answer.value.name });
  };
  return (
    <Card title={say.papers}>
      <ul className={classes['list']}>
        {papersOf(state).map(({ form, about }) => {
          const last = state.papers.findLast((paper) => paper.form === form && paper.about === about);
          return (
            <li
              key={`${form} ${about}`}
              className={classes['paper']}
              data-outcome={last?.outcome ?? 'skipped'}
            >
              <div>
                {say.forms[form]} · <strong>{last ? say.outcomes[last.outcome] : say.notPrinted}</strong>
                {last?.reprint === true && ` · ${say.reprint}`}
                {last && <div className={classes['quiet']}>{formatDateTime(last.at, words.calendar)}</div>}
              </div>
              <Group gap={6} wrap="nowrap">
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={state.parked !== null}
                  aria-label={`${say.open}: ${say.forms[form]}`}
                  onClick={() => onOpen({ form, about })}
                >
                  {say.open}
                </Button>
                {maySign && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`${words.signing.files.sign}: ${say.forms[form]}`}
                    onClick={() => void fileAndSign({ form, about })}
                  >
                    {words.signing.files.sign}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      {signing !== null && <SignDialog files={[signing]} onClose={() => setSigning(null)} />}
    </Card>
  );
};
