import { Button } from '@mantine/core';
import type { SealRow } from '../../../shared/contract.ts';
import { formatDateTime, formatDay } from '../../../shared/calendar/vietnam-time.ts';
import type { Messages } from '../../../shared/messages/index.ts';
import { ask } from '../../bridge.ts';
import { tellPaper } from '../../paper/tell-paper.ts';
import { useWords } from '../../words.ts';
import classes from './seals.module.css';

/** "27/11/2026", "24/11/2026 – 27/11/2026" */
export const daysText = (days: readonly string[]): string => {
  const [first = '', last = first] = [days[0], days.at(-1)];
  if (first === '') return '';
  return first === last ? formatDay(first) : `${formatDay(first)} – ${formatDay(last)}`;
};

const stateText = ({ signer, stampedAt, outcome }: SealRow, words: Messages): string => {
  const say = words.seals.list;
  if (signer !== '')
    return `${say.signed({ name: signer })} · ${stampedAt === null ? say.unstamped : say.stamped}`;
  return `${say.byHand} · ${outcome === null ? say.neverPrinted : words.dossiers.page.outcomes[outcome]}`;
};

interface Props {
  rows: readonly SealRow[];
  maySave: boolean;
  onSee: (row: SealRow) => void;
}

const save = async ({ id }: SealRow): Promise<void> => {
  const answer = await ask('seals.save', { seal: id });
  tellPaper({ kind: 'seal', seal: id, signed: true }, answer);
};

/** The closed days, newest first, each with how it was signed. */
export const SealTable = ({ rows, maySave, onSee }: Props) => {
  const words = useWords();
  const say = words.seals.list;
  return (
    <section aria-label={say.title}>
      <h2 className={classes['heading']}>{say.title}</h2>
      {rows.length === 0 && <p className={classes['quiet']}>{say.none}</p>}
      {rows.length > 0 && (
        <div className={classes['room']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{say.number}</th>
                <th scope="col">{say.days}</th>
                <th scope="col" className={classes['figure']}>
                  {say.papers}
                </th>
                <th scope="col">{say.at}</th>
                <th scope="col">{say.clerk}</th>
                <th scope="col">{say.state}</th>
                <th scope="col" aria-label={say.acts} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.number}</td>
                  <td>{daysText(row.days)}</td>
                  <td className={classes['figure']}>{row.papers}</td>
                  <td>{formatDateTime(row.at, words.calendar)}</td>
                  <td>{row.clerkName}</td>
                  <td>{stateText(row, words)}</td>
                  <td>
                    <span className={classes['rowActs']}>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${say.see}: ${row.number}`}
                        onClick={() => onSee(row)}
                      >
                        {say.see}
                      </Button>
                      {row.signer !== '' && maySave && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`${say.save}: ${row.number}`}
                          onClick={() => void save(row)}
                        >
                          {say.save}
                        </Button>
                      )}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
