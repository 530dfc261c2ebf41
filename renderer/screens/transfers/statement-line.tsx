import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import type { JudgedLine } from '../../../shared/contract.ts';
import { formatDay } from '../../../shared/calendar/vietnam-time.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import classes from './transfers.module.css';

interface Props {
  line: JudgedLine;
  busy: boolean;
  onMatch: (dossier: string) => void;
}

/** How far the line is from what the dossier waits for, in words; '' when it is that. */
const useDifference = ({ amount, verdict }: JudgedLine, waited: number | undefined): string => {
  const say = useWords().money.transfers;
  if (verdict !== 'wrongAmount' || waited === undefined) return '';
  return amount > waited
    ? say.overText({ over: formatMoney(amount - waited) })
    : say.shortText({ short: formatMoney(waited - amount) });
};

export const StatementLineRow = ({ line, busy, onMatch }: Props) => {
  const words = useWords();
  const say = words.money.transfers;
  const { bankDate, amount, text, reference, verdict, proposals } = line;
  const [chosen, setChosen] = useState('');
  const only = proposals.length === 1 ? proposals[0] : undefined;
  // Money alone names nobody: she picks the dossier herself.
  const picked = verdict === 'unknown' ? proposals.find(({ row }) => row.id === chosen) : only;
  const difference = useDifference(line, only?.waited);
  const mayMatch = verdict !== 'matched' && verdict !== 'double' && proposals.length > 0;
  return (
    <tr data-verdict={verdict}>
      <td>{formatDay(bankDate)}</td>
      <td className={classes['figure']}>{formatMoney(amount)}</td>
      <td className={classes['text']}>
        {text}
        {reference !== '' && <small>{reference}</small>}
      </td>
      <td>
        <span className={classes['verdict']}>{words.money.verdicts[verdict]}</span>
        {difference !== '' && <small>{difference}</small>}
      </td>
      <td>
        {verdict === 'unknown' && proposals.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={say.choose}
            value={chosen}
            data={[
              { value: '', label: say.choose },
              ...proposals.map(({ row }) => ({ value: row.id, label: `${row.code} · ${row.ownerName}` })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        )}
        {verdict !== 'unknown' &&
          proposals.map(({ row, waited }) => (
            <div key={row.id}>
              <button type="button" className="button plain" onClick={() => go('dossier', { id: row.id })}>
                {row.code}
              </button>
              <small>{`${row.ownerName}${waited > 0 ? `, ${say.waited({ amount: formatMoney(waited) })}` : ''}`}</small>
            </div>
          ))}
        {proposals.length === 0 && <small>{say.nothingNamed}</small>}
      </td>
      <td>
        {mayMatch && (
          <Button
            size="compact-sm"
            variant={verdict === 'exact' ? 'filled' : 'default'}
            disabled={busy || picked === undefined}
            aria-label={
              picked ? say.matchLabel({ amount: formatMoney(amount), code: picked.row.code }) : say.match
            }
            onClick={() => picked && onMatch(picked.row.id)}
          >
            {say.match}
          </Button>
        )}
      </td>
    </tr>
  );
};
