import { useState } from 'react';
import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { SealRow, SealsPage } from '../../../shared/contract.ts';
import { formatDate } from '../../../shared/calendar/vietnam-time.ts';
import { ask } from '../../bridge.ts';
import { useDesk } from '../../desk-store.ts';
import { PaperPreview } from '../../paper/paper-preview.tsx';
import type { PaperSource } from '../../paper/paper-source.ts';
import { maySignFiles } from '../../signing/may-sign.ts';
import { useTold } from '../../use-told.ts';
import { faultText, useWords } from '../../words.ts';
import { SealDialog } from './seal-dialog.tsx';
import { SealTable } from './seal-table.tsx';
import classes from './seals.module.css';

/** On the keycaps. */
const signKeys = 'Ctrl+Enter';
const handKeys = 'Ctrl+P';

interface OpenDaysProps {
  page: SealsPage;
  maySeal: boolean;
  onSign: () => void;
  onHand: () => void;
}

const OpenDays = ({ page: { open, more }, maySeal, onSign, onHand }: OpenDaysProps) => {
  const words = useWords();
  const say = words.seals.open;
  return (
    <section aria-label={say.title}>
      <h2 className={classes['heading']}>{say.title}</h2>
      {open.length === 0 ? (
        <p className={classes['quiet']}>{say.none}</p>
      ) : (
        <>
          <ul className={classes['days']}>
            {open.map(({ day, papers }) => (
              <li key={day}>{say.day({ date: formatDate(day, words.calendar), papers })}</li>
            ))}
          </ul>
          {more && <p className={classes['quiet']}>{say.more}</p>}
          {maySeal && (
            <div className={classes['acts']}>
              <Button rightSection={<Kbd size="xs">{signKeys}</Kbd>} onClick={onSign}>
                {say.sign}
              </Button>
              <Button variant="default" rightSection={<Kbd size="xs">{handKeys}</Kbd>} onClick={onHand}>
                {say.hand}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
};

/** Shift+F6: the days not yet closed, to be closed by one signature, and those that are. */
export const SealsScreen = () => {
  const words = useWords();
  const say = words.seals;
  const maySeal = useDesk((desk) => maySignFiles(desk.session?.clerk.roles ?? []));
  // Told after every commit: a new paper opens a day that was closed.
  const { answer, reload } = useTold(() => ask('seals.page', {}), 'strip', true);
  const [signing, setSigning] = useState<string | null>(null);
  const [paper, setPaper] = useState<PaperSource | null>(null);
  const page = answer?.ok === true ? answer.value : null;
  const canSeal = maySeal && page !== null && page.open.length > 0;

  const sign = () => {
    if (canSeal) setSigning(crypto.randomUUID());
  };
  const printForHand = () => {
    if (canSeal) setPaper({ kind: 'seal', seal: crypto.randomUUID(), signed: false });
  };
  useHotkeys(
    [
      ['mod+Enter', sign],
      ['mod+P', printForHand],
    ],
    [],
  );
  const isNew = paper?.kind === 'seal' && page?.sealed.every(({ id }) => id !== paper.seal) === true;

  return (
    <div className={classes['screen']}>
      <div>
        <h1>{say.title}</h1>
        <p className="hint">{say.hint}</p>
      </div>
      {answer?.ok === false && <p className="fault">{`${say.failed}. ${faultText(words, answer.fault)}`}</p>}
      {page !== null && (
        <>
          <OpenDays page={page} maySeal={maySeal} onSign={sign} onHand={printForHand} />
          <SealTable
            rows={page.sealed}
            maySave={maySeal}
            onSee={({ id, signer }: SealRow) => setPaper({ kind: 'seal', seal: id, signed: signer !== '' })}
          />
        </>
      )}
      {signing !== null && page !== null && (
        <SealDialog
          seal={signing}
          days={page.open.map(({ day }) => day)}
          onClose={() => {
            setSigning(null);
            void reload();
          }}
        />
      )}
      <PaperPreview
        source={paper}
        onClose={() => {
          setPaper(null);
          void reload();
        }}
        {...(isNew ? { note: say.open.handNote } : {})}
      />
    </div>
  );
};
