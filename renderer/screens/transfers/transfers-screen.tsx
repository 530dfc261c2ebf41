import { useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import type { DossierPage, OpenStatement } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { go, useDesk } from '../../desk-store.ts';
import { toast } from '../../frame/toast.ts';
import { useAnswer } from '../../use-answer.ts';
import { faultText, useWords } from '../../words.ts';
import { ActDialog } from '../dossier/acts/act-dialog.tsx';
import { useLeaveKey } from '../dossier/use-leave-key.ts';
import { ClaimTable } from './claim-table.tsx';
import { StatementTable } from './statement-table.tsx';
import classes from './transfers.module.css';

const askClaims = () => ask('money.claims', {});

/** Transfers that were announced, and the bank's list they are found on. */
export const TransfersScreen = () => {
  const words = useWords();
  const say = words.money.transfers;
  const visit = useDesk((desk) => desk.visits.transfers);
  const mayMatch = useDesk((desk) =>
    (desk.session?.clerk.roles ?? []).some((role) => role === 'reception' || role === 'leader'),
  );
  const { value: claims, fault, again } = useAnswer(askClaims);
  // A claim may have been written on a dossier's page since the last visit.
  useEffect(again, [again, visit]);
  const [statement, setStatement] = useState<OpenStatement | null>(null);
  const [refused, setRefused] = useState('');
  const [byHand, setByHand] = useState<DossierPage | null>(null);

  const take = (answer: Awaited<ReturnType<typeof ask<'money.openStatement'>>>) => {
    if (answer.ok) setStatement(answer.value);
    setRefused(answer.ok || answer.fault.code === 'cancelled' ? '' : faultText(words, answer.fault));
  };
  const open = async () => take(await ask('money.openStatement', {}));
  const refresh = async () => {
    again();
    if (statement) take(await ask('money.statement', { id: statement.id }));
  };
  const matchByHand = async (id: string) => {
    const answer = await ask('dossier.get', { id });
    if (answer.ok) setByHand(answer.value);
    else setRefused(faultText(words, answer.fault));
  };
  useLeaveKey(() => go('today', {}));
  return (
    <section className={classes['screen']} aria-labelledby="transfers-title">
      <header className={classes['head']}>
        <div>
          <h1 id="transfers-title">{say.title}</h1>
          <p className="hint">{say.text}</p>
        </div>
        {mayMatch && (
          <div className={classes['open']}>
            <Button onClick={() => void open()}>{say.open}</Button>
            <p className="hint">{say.openHint}</p>
          </div>
        )}
      </header>
      <div role="alert">
        {refused !== '' && <p className="fault">{refused}</p>}
        {fault !== null && <p className="fault">{faultText(words, fault)}</p>}
      </div>
      {statement !== null && (
        <StatementTable
          key={statement.id}
          statement={statement}
          onMatched={() => void refresh()}
          onClose={() => setStatement(null)}
        />
      )}
      {claims !== null && (
        <ClaimTable claims={claims} mayMatch={mayMatch} onMatch={(id) => void matchByHand(id)} />
      )}
      {byHand !== null && (
        <ActDialog
          kind="matchTransfer"
          page={byHand}
          onClose={() => setByHand(null)}
          onDone={() => {
            toast('good', say.done({ code: byHand.row.code }), 'transfers');
            setByHand(null);
            void refresh();
          }}
        />
      )}
    </section>
  );
};
