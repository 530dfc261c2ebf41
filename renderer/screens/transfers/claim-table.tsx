import { Button } from '@mantine/core';
import type { ClaimRow } from '../../../shared/contract.ts';
import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import { formatMoney } from '../../../shared/fees/money.ts';
import { go } from '../../desk-store.ts';
import { useWords } from '../../words.ts';
import { walkRows } from '../today/walk-list.tsx';
import classes from './transfers.module.css';

interface Props {
  claims: readonly ClaimRow[];
  mayMatch: boolean;
  onMatch: (dossier: string) => void;
}

/** Announced and not seen, oldest first. */
export const ClaimTable = ({ claims, mayMatch, onMatch }: Props) => {
  const words = useWords();
  const say = words.money.transfers;
  if (claims.length === 0)
    return (
      <div className={classes['empty']}>
        <p>{say.none}</p>
        <p className="hint">{say.noneNext}</p>
      </div>
    );
  const total = claims.reduce((sum, { amount }) => sum + amount, 0);
  const { columns } = say;
  return (
    <div className={classes['room']}>
      <p className={classes['count']}>{say.count({ count: claims.length, amount: formatMoney(total) })}</p>
      <table className={`${classes['table'] ?? ''} ${classes['claims'] ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.owner}</th>
            <th scope="col" className={classes['figure']}>
              {columns.amount}
            </th>
            <th scope="col" className={classes['text']}>
              {columns.reference}
            </th>
            <th scope="col" className={classes['since']}>
              {columns.since}
            </th>
            {mayMatch && <th scope="col">{columns.act}</th>}
          </tr>
        </thead>
        <tbody>
          {claims.map(({ row, claim, amount, reference, at }) => (
            <tr key={claim}>
              <td className={classes['code']}>
                <button
                  type="button"
                  className="button plain"
                  onKeyDown={walkRows}
                  onClick={() => go('dossier', { id: row.id })}
                >
                  {row.code}
                </button>
              </td>
              <td>{row.ownerName}</td>
              <td className={classes['figure']}>{formatMoney(amount)}</td>
              <td className={classes['text']}>{reference}</td>
              <td className={classes['since']}>{formatDateTime(at, words.calendar)}</td>
              {mayMatch && (
                <td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${say.byHand}: ${row.code}`}
                    onKeyDown={walkRows}
                    onClick={() => onMatch(row.id)}
                  >
                    {say.byHand}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
