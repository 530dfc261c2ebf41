import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { JudgedLine, OpenStatement } from '../../../shared/contract.ts';
import { ask } from '../../bridge.ts';
import { toast } from '../../frame/toast.ts';
import { faultText, useWords } from '../../words.ts';
import { StatementLineRow } from './statement-line.tsx';
import classes from './transfers.module.css';

interface Props {
  statement: OpenStatement;
  onMatched: () => void;
  onClose: () => void;
}

interface Match {
  line: string;
  dossier: string;
}

const isExact = ({ verdict, proposals }: JudgedLine): boolean =>
  verdict === 'exact' && proposals.length === 1;

/** The bank's list beside what each line would pay. Nothing is recorded before she says so. */
export const StatementTable = ({ statement, onMatched, onClose }: Props) => {
  const words = useWords();
  const say = words.money.transfers;
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState('');
  const { lines, file, outgoing, unread } = statement;
  const exact = lines.filter(isExact);

  const match = async (matches: readonly Match[]) => {
    if (busy || matches.length === 0) return;
    setBusy(true);
    const answer = await ask('money.matchLines', {
      statement: statement.id,
      matches: matches.map((one) => ({ ...one, command: crypto.randomUUID() })),
    });
    setBusy(false);
    if (!answer.ok) {
      setTold(faultText(words, answer.fault));
      return;
    }
    const failed = answer.value.flatMap(({ fault }) => fault ?? []);
    setTold(failed[0] ? faultText(words, failed[0]) : '');
    const done = answer.value.length - failed.length;
    toast(failed.length === 0 ? 'good' : 'fault', say.result({ done, failed: failed.length }), 'transfers');
    onMatched();
  };
  return (
    <div className={classes['room']}>
      <div className={classes['bar']}>
        <h2>{say.statement({ file, count: lines.length })}</h2>
        <Group gap="sm" ml="auto">
          {exact.length > 1 && (
            <Button
              loading={busy}
              onClick={() =>
                void match(
                  exact.map(({ mark, proposals }) => ({ line: mark, dossier: proposals[0]?.row.id ?? '' })),
                )
              }
            >
              {say.allExact({ count: exact.length })}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {say.close}
          </Button>
        </Group>
      </div>
      <div role="alert">{told !== '' && <p className="fault">{told}</p>}</div>
      {lines.length === 0 ? (
        <p className="hint">{say.empty}</p>
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{say.line.date}</th>
              <th scope="col" className={classes['figure']}>
                {say.line.amount}
              </th>
              <th scope="col">{say.line.text}</th>
              <th scope="col">{say.line.verdict}</th>
              <th scope="col">{say.line.dossier}</th>
              <th scope="col">{say.line.act}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <StatementLineRow
                key={line.mark}
                line={line}
                busy={busy}
                onMatch={(dossier) => void match([{ line: line.mark, dossier }])}
              />
            ))}
          </tbody>
        </table>
      )}
      {outgoing > 0 && <p className="hint">{say.outgoing({ count: outgoing })}</p>}
      {unread.length > 0 && (
        <div>
          <p className={classes['unread']}>{say.unread({ count: unread.length })}</p>
          <ul className={classes['rows']}>
            {unread.map(({ row, text }) => (
              <li key={row}>{say.unreadRow({ row, text })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
