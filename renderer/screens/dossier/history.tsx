import { formatDateTime } from '../../../shared/calendar/vietnam-time.ts';
import type { HistoryRow } from '../../../shared/contract.ts';
import { useWords } from '../../words.ts';
import { Card } from './facts.tsx';
import { historyNote, historyTitle, isWrittenLater } from './history-text.ts';
import classes from './dossier.module.css';

/** Everything that happened, newest last: who, when, at which desk, how sure the clock was, and the row's witness mark. */
export const History = ({ rows }: { rows: readonly HistoryRow[] }) => {
  const words = useWords();
  const say = words.dossiers.history;
  return (
    <Card title={say.title}>
      <ol className={classes['history']} data-history>
        {rows.map((row) => {
          const note = historyNote(row, words);
          return (
            <li key={row.id} className={classes['event']}>
              <div className={classes['eventTitle']}>{historyTitle(row, words)}</div>
              {note !== '' && <div>{note}</div>}
              <div className={classes['quiet']}>
                {formatDateTime(row.at, words.calendar)} · {row.clerkName} · {say.desk({ number: row.desk })}
              </div>
              <div className={classes['quiet']}>
                <span data-clock={row.clock} className={classes['clock']}>
                  {say.clocks[row.clock]}
                </span>
                {isWrittenLater(row) && (
                  <> · {say.recorded({ when: formatDateTime(row.recordedAt, words.calendar) })}</>
                )}
                {' · '}
                <span title={say.witnessHelp}>{say.witness({ witness: row.witness })}</span>
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
